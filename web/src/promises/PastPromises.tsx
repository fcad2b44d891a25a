import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { SectionTitle } from '../ui/Card.tsx'
import { cx } from '../ui/class-names.ts'
import { StatusPill } from '../ui/Pill.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { Agreements } from './api.ts'

type Past = Agreements['past'][number]

const toneOfPromise = {
  pending: 'promise',
  kept: 'paid',
  partiallyKept: 'warn',
  broken: 'danger',
  withdrawn: 'neutral',
  replaced: 'neutral',
} as const

export interface PastPromisesProps {
  readonly past: readonly Past[]
  /** Nothing stands above them in their card. */
  readonly isAlone: boolean
  readonly isFolded: boolean
}

/** What became of the promises before. */
export function PastPromises({ past, isAlone, isFolded }: PastPromisesProps) {
  const { t } = useTranslation('promises')
  const place = cx('text-small text-ink2', !isAlone && 'mt-3 border-t border-line pt-2.5')
  const list = (
    <ul className="grid gap-2.5">
      {past.map((promise) => (
        <PastPromise key={promise.id} promise={promise} />
      ))}
    </ul>
  )
  if (!isFolded) {
    return (
      <div className={place}>
        {!isAlone && (
          <SectionTitle level={3} className="pb-1.5">
            {t('heading')}
          </SectionTitle>
        )}
        {list}
      </div>
    )
  }
  return (
    <details className={place}>
      <summary className="mb-2 cursor-pointer rounded-check font-medium text-ink2 touch:min-h-11">
        {t('past', { count: past.length })}
      </summary>
      {list}
    </details>
  )
}

function PastPromise({ promise }: { readonly promise: Past }) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const { state, amount, received, promisedFor, note } = promise
  return (
    <li className="grid justify-items-start gap-1">
      <StatusPill tone={toneOfPromise[state]}>{t(`state.${state}`)}</StatusPill>
      <span>
        {t('promised', {
          amount: formatMoney(asMoney(amount), language),
          date: formatDate(asDate(promisedFor), language),
        })}
      </span>
      {state === 'partiallyKept' && <span>{t('received', { amount: formatMoney(asMoney(received), language) })}</span>}
      {note && <span className="break-words text-ink3">{t('said', { note })}</span>}
    </li>
  )
}
