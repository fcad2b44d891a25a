import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { halfYearWords } from '@quittance/core/dunning/law/half-year-words.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../../app/wire.ts'
import { useLanguage } from '../../ui/use-language.ts'
import type { InvoiceLaw } from './api.ts'
import { ratesThatBore } from './rates-that-bore.ts'

interface WireMoney {
  readonly amount: number
  readonly currency: string
}

/** Days, sums and rates as the screens of the law write them. `rate` in hundredths of a percent. */
export function useLawWords() {
  const { t } = useTranslation('law')
  const language = useLanguage()
  const percent = (rate: number) =>
    new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 2 }).format(rate / 10_000)
  const day = (on: string) => formatDate(asDate(on), language)
  return {
    t,
    day,
    sum: (sum: WireMoney) => formatMoney(asMoney(sum), language),
    sums: (sums: readonly WireMoney[]) => sums.map((sum) => formatMoney(asMoney(sum), language)).join(' + '),
    percent,
    halfYear: (half: string) => halfYearWords(half, language),
    /** « 12,15 % puis 12,40 % »: what the reckoning says, rate by rate. */
    rates: (interest: NonNullable<InvoiceLaw['interest']>) =>
      ratesThatBore(interest)
        .map(percent)
        .join(` ${t('interest.andThen')} `),
    limitation: ({ stage, endsOn, rule, because, since }: NonNullable<InvoiceLaw['limitation']>) => ({
      title: t(`limitation.${stage}`, { date: day(endsOn) }),
      why: `${t(`limitation.rule.${rule}`)}, ${t(`limitation.because.${because}`, { date: day(since) })}`,
    }),
  }
}
