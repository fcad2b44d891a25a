import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { forItsField } from '../app/api.ts'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Customer, type CustomerChange, changeCustomer } from './api.ts'
import { rateText, readDays, readRate } from './discount-words.ts'

/** « Escompte 2 % sous 10 jours »: what the customer may deduct for paying early. */
export function EarlyDiscount({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const client = useQueryClient()
  const saving =
    <Value,>(read: (typed: string) => Value | undefined, change: (value: Value) => CustomerChange, fault: string) =>
    async (typed: string) => {
      const value = read(typed)
      if (value === undefined) throw new Error(fault)
      try {
        await changeCustomer(customer.id, change(value))
      } catch (problem) {
        throw forItsField(problem)
      }
      await client.invalidateQueries()
    }
  const { earlyDiscountBasisPoints, earlyDiscountDays } = customer
  return (
    <>
      <InlineEdit
        label={t('field.earlyDiscount')}
        value={rateText(earlyDiscountBasisPoints, language)}
        inputMode="decimal"
        end="%"
        save={saving(readRate, (rate) => ({ earlyDiscountBasisPoints: rate }), t('identity.rateFault'))}
      />
      <InlineEdit
        label={t('field.earlyDiscountDays')}
        value={earlyDiscountDays === null ? '' : String(earlyDiscountDays)}
        inputMode="numeric"
        end={t('identity.days')}
        save={saving(readDays, (days) => ({ earlyDiscountDays: days }), t('identity.daysFault'))}
      />
    </>
  )
}
