import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { type Currency, type Money, money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../use-language.ts'
import type { FieldTexts } from './FieldFrame.tsx'
import type { FieldSize } from './field-look.ts'
import { readAmount, writeAmount } from './read-amount.ts'
import { TextInput } from './TextInput.tsx'
import { useTyped } from './use-typed.ts'

export interface AmountInputProps extends FieldTexts {
  /** Null when empty or not readable yet. */
  readonly value: Money | null
  readonly currency: Currency
  readonly onChange: (value: Money | null) => void
  readonly size?: FieldSize | undefined
  /** The currency sign at the end of the box; off in columns that carry it in their title. */
  readonly showsCurrency?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  readonly name?: string | undefined
}

/**
 * An amount typed freely: `1234.5`, `1 234,5`, `1 234,50 €`. Tells the value while typing, tidies the text on leaving
 * the field, and says what it could not read. A value set from outside shows at once.
 */
export function AmountInput(props: AmountInputProps) {
  const { value, currency, showsCurrency = true } = props
  const { t } = useTranslation('ui')
  const language = useLanguage()
  const { text, reading, refused, type, leave } = useTyped({
    tidy: value ? writeAmount(value, language) : '',
    read: (typed) => readAmount(typed, currency, language),
    onRead: (read) => props.onChange(read.ok ? money(read.amount, currency) : null),
  })
  const refusal = refused && !reading.ok && reading.reason !== 'empty' ? t(`amount.${reading.reason}`) : undefined

  return (
    <TextInput
      {...props}
      value={text}
      onChange={type}
      onBlur={leave}
      error={props.error ?? refusal}
      inputMode="decimal"
      autoComplete="off"
      align={props.size === 'large' ? 'start' : 'end'}
      inputClass={props.size === 'large' ? 'text-[1.0625rem] font-semibold' : 'figures'}
      end={showsCurrency && <span aria-hidden="true">{currencySign(currency, language)}</span>}
      placeholder={writeAmount(money(0, currency), language)}
    />
  )
}

const currencySign = (currency: Currency, language: Language): string =>
  formatMoney(money(0, currency), language).replace(/[\d\s.,\u00a0]/g, '')
