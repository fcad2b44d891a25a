import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { parseTypedDate } from '@quittance/core/calendar/parse-typed-date.ts'
import { useTranslation } from 'react-i18next'
import { useToday } from '../today.ts'
import { useLanguage } from '../use-language.ts'
import { DatePickButton } from './DatePickButton.tsx'
import type { FieldTexts } from './FieldFrame.tsx'
import type { FieldSize } from './field-look.ts'
import { TextInput } from './TextInput.tsx'
import { useTyped } from './use-typed.ts'

export interface DateInputProps extends FieldTexts {
  /** Null when empty or not readable yet. */
  readonly value: CalendarDate | null
  readonly onChange: (value: CalendarDate | null) => void
  /** How a day without its year is settled: a payment lies in the past, a promise in the future. */
  readonly toward?: 'past' | 'future' | 'nearest' | undefined
  readonly size?: FieldSize | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  readonly name?: string | undefined
}

/** A day typed freely: `22/11`, `22112026`, `+7j`, `demain`; or picked in a calendar. Tidied on leaving the field. */
export function DateInput({ toward = 'nearest', ...props }: DateInputProps) {
  const { t } = useTranslation('ui')
  const language = useLanguage()
  const today = useToday()
  const { typed, text, reading, refused, type, leave, forget } = useTyped({
    tidy: props.value ? formatDate(props.value, language) : '',
    read: (words) => parseTypedDate(words, { today, toward }),
    onRead: (read) => props.onChange(read.ok ? read.date : null),
  })
  const refusal = refused && !reading.ok && reading.reason !== 'empty' ? t(`date.${reading.reason}`) : undefined

  return (
    <TextInput
      {...props}
      value={text}
      onChange={type}
      onBlur={leave}
      error={props.error ?? refusal}
      autoComplete="off"
      inputClass="figures"
      placeholder={t('date.placeholder')}
      description={
        props.description ??
        (typed !== null && reading.ok && formatDate(reading.date, language) !== typed
          ? formatDate(reading.date, language)
          : undefined)
      }
      end={
        <DatePickButton
          value={props.value}
          isDisabled={props.isDisabled ?? false}
          onPick={(date) => {
            forget()
            props.onChange(date)
          }}
        />
      }
    />
  )
}
