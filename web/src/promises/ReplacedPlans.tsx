import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../ui/use-language.ts'
import type { Agreements, PlanItem } from './api.ts'

export interface ReplacedPlansProps {
  readonly plans: Agreements['plans']
  /** All that is due. */
  readonly items: readonly PlanItem[]
  readonly chosen: ReadonlySet<number>
}

/** The plans whose place the new one takes, and the invoices that are in none afterwards; nothing where there is none. */
export function ReplacedPlans({ plans, items, chosen }: ReplacedPlansProps) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  if (plans.length === 0) return null
  const left = items.filter(({ id }) => !chosen.has(id) && plans.some((plan) => plan.items.includes(id)))
  return (
    <div role="status" className="grid gap-1 text-small text-ink2">
      {plans.map(({ id, agreedOn }) => (
        <p key={id}>{t('plan.replaces', { date: formatDate(asDate(agreedOn), language) })}</p>
      ))}
      {left.length > 0 && (
        <p className="font-medium text-warn">
          {t('plan.leftOut', { count: left.length, numbers: left.map(({ number }) => number).join(', ') })}
        </p>
      )}
    </div>
  )
}
