import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cx } from './class-names.ts'
import { Glyph } from './Glyph.tsx'

export interface StepperProps {
  readonly steps: readonly string[]
  /** From 0. */
  readonly current: number
  /** Places gone past without an answer, from 0: they are not done. */
  readonly skipped?: readonly number[]
}

/** The steps of a short passage (import, welcome): done, here, to come. */
export function Stepper({ steps, current, skipped = [] }: StepperProps) {
  const { t } = useTranslation('ui')
  const isDone = (index: number) => index < current && !skipped.includes(index)
  return (
    <ol aria-label={t('stepper.label')} className="flex flex-wrap items-center gap-2 text-body">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === current ? 'step' : undefined} className="flex items-center gap-2">
          {index > 0 && <span aria-hidden="true" className="h-px w-5 bg-line2" />}
          <span
            aria-hidden="true"
            className={cx(
              'figures grid size-5 place-items-center rounded-full text-micro',
              isDone(index) && 'bg-paid text-surface',
              index === current && 'bg-accent text-onaccent',
              index !== current && !isDone(index) && 'border border-control text-ink2',
            )}
          >
            {isDone(index) ? <Glyph icon={IconCheck} size={13} /> : index + 1}
          </span>
          <span className={cx('touch:hidden', index === current ? 'font-semibold touch:!inline' : 'text-ink2')}>
            {step}
            {isDone(index) && <span className="sr-only">, {t('stepper.done')}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
