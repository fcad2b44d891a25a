import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../ui/class-names.ts'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'

export interface DaysInputProps {
  /** From the due date; negative is before it. */
  readonly value: number
  readonly onChange: (days: number) => void
  readonly error?: string | undefined
}

/** A number of days before or after the due date. What is not a whole number is told as NaN, and refused below it. */
export function DaysInput({ value, onChange, error }: DaysInputProps) {
  const { t } = useTranslation('dunning')
  const [typed, setTyped] = useState(String(Math.abs(value)))
  const [side, setSide] = useState<'before' | 'after'>(value < 0 ? 'before' : 'after')
  const tell = (text: string, on: 'before' | 'after') => {
    const days = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
    onChange(on === 'before' ? -days : days)
  }
  return (
    <div className="flex flex-wrap items-start gap-2">
      <TextInput
        label={t('steps.days')}
        value={typed}
        inputMode="numeric"
        align="end"
        inputClass="figures"
        error={error}
        end={<span className="text-small">{t('steps.unit')}</span>}
        onChange={(text) => {
          setTyped(text)
          tell(text, side)
        }}
        // What is wrong takes the whole line, else it would be squeezed beside the choice of side.
        className={cx('min-w-24 flex-1', error !== undefined && 'basis-full')}
      />
      <div className={cx(error === undefined && 'pt-[26px]')}>
        <SegmentedControl
          label={t('steps.side')}
          value={side}
          onChange={(on) => {
            setSide(on)
            tell(typed, on)
          }}
          options={[
            { value: 'before', label: t('steps.before') },
            { value: 'after', label: t('steps.after') },
          ]}
        />
      </div>
    </div>
  )
}
