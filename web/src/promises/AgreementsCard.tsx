import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Agreements, agreementsQuery, resumePromise, withdrawPromise } from './api.ts'
import { RunningPlan } from './RunningPlan.tsx'

export interface AgreementsCardProps {
  readonly customerId: number
  /** Only the plans over this invoice: its promises stand beside « Pourquoi ? ». */
  readonly invoiceId?: number
}

/** The promises and plans that keep reminders back, each with the way to end it; nothing where there is none. */
export function AgreementsCard({ customerId, invoiceId }: AgreementsCardProps) {
  const { t } = useTranslation('promises')
  const { data } = useQuery(agreementsQuery({ customerId, invoiceId }))
  const promises = invoiceId === undefined ? (data?.promises ?? []) : []
  const plans = data?.plans ?? []
  if (promises.length + plans.length === 0) return null
  return (
    <Card padded label={t('agreements.title')}>
      <SectionTitle className="pb-2">{t('agreements.title')}</SectionTitle>
      <ul className="grid gap-3 text-small text-ink2">
        {promises.map((promise) => (
          <PendingPromise key={`promise-${promise.id}`} promise={promise} />
        ))}
        {plans.map((plan) => (
          <RunningPlan key={`plan-${plan.id}`} plan={plan} />
        ))}
      </ul>
    </Card>
  )
}

function PendingPromise({ promise }: { readonly promise: Agreements['promises'][number] }) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const { id, amount, promisedFor, invoices } = promise
  const withdraw = () =>
    void act({ work: () => withdrawPromise(id), done: () => t('withdrawn'), undo: () => resumePromise(id) })
  return (
    <li className="grid justify-items-start gap-1">
      <StatusPill tone="promise">{t('agreements.promise')}</StatusPill>
      <span>
        {t('promised', {
          amount: formatMoney(asMoney(amount), language),
          date: formatDate(asDate(promisedFor), language),
        })}
      </span>
      <span className="break-words text-ink3">{invoices.map(({ number }) => number).join(', ')}</span>
      {mayWrite && <TextButton onPress={withdraw}>{t('withdraw')}</TextButton>}
    </li>
  )
}
