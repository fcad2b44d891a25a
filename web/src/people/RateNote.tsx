import { halfYearOf } from '@quittance/core/dunning/late-interest.ts'
import { lateInterestRates } from '@quittance/core/dunning/late-interest-rates.ts'
import { useTranslation } from 'react-i18next'
import { Note } from '../ui/Card.tsx'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { writeRate } from './setting-values.ts'

/**
 * What the law says of the rate, with the figures of this half-year where the table knows them (C. com. L441-10 II:
 * without a rate agreed, ECB + 10 points; never under three times the legal rate). `rate` in hundredths of a percent.
 */
export function RateNote({ rate }: { readonly rate: number | null }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const known = lateInterestRates[halfYearOf(useToday())]
  const written = (hundredths: number) => writeRate(hundredths, language)
  const isTooLow = rate !== null && known !== undefined && rate < 3 * known.legal
  return (
    <Note look={isTooLow ? 'warn' : 'sunken'}>
      <div className="grid gap-1 text-small">
        {isTooLow && <p className="font-semibold">{t('rate.tooLow', { floor: written(3 * known.legal) })}</p>}
        <p>{t('rate.law')}</p>
        {known && (
          <p>{t('rate.now', { usual: written(known.mainRefinancing + 1000), floor: written(3 * known.legal) })}</p>
        )}
        <p>{t('rate.never')}</p>
      </div>
    </Note>
  )
}
