import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { agreementsQuery } from './api.ts'
import { ConfirmationDialog } from './ConfirmationDialog.tsx'
import { GrantedDelay } from './GrantedDelay.tsx'
import { PastPromises } from './PastPromises.tsx'
import { PendingPromise } from './PendingPromise.tsx'
import { RunningPlan } from './RunningPlan.tsx'

export interface AgreementsCardProps {
  readonly customer: { readonly id: number; readonly name: string }
  /** Only what is about this invoice. */
  readonly invoiceId?: number
}

/** The promises, plans and delays that keep reminders back, each with the way to end it, and the promises before. */
export function AgreementsCard({ customer, invoiceId }: AgreementsCardProps) {
  const { t } = useTranslation('promises')
  /** A plan agreed in the place of one that is gone from the list by then. */
  const [agreed, setAgreed] = useState<number | null>(null)
  const { data } = useQuery(agreementsQuery({ customerId: customer.id, invoiceId }))
  const { promises = [], plans = [], delays = [], past = [] } = data ?? {}
  const running = promises.length + plans.length + delays.length
  const card = useKeptFocus(running)
  if (running + past.length === 0) return null
  const title = running > 0 ? t('agreements.title') : t('heading')
  return (
    <Card padded label={title}>
      <div ref={card} tabIndex={-1} className="outline-none">
        <SectionTitle className="pb-2">{title}</SectionTitle>
        {running > 0 && (
          <ul className="grid gap-3 text-small text-ink2">
            {promises.map((promise) => (
              <PendingPromise key={`promise-${promise.id}`} promise={promise} />
            ))}
            {plans.map((plan) => (
              <RunningPlan key={`plan-${plan.id}`} plan={plan} onReplaced={setAgreed} />
            ))}
            {delays.map((delay) => (
              <GrantedDelay key={`delay-${delay.id}`} delay={delay} />
            ))}
          </ul>
        )}
        {past.length > 0 && <PastPromises past={past} isAlone={running === 0} isFolded={invoiceId === undefined} />}
      </div>
      {agreed !== null && <ConfirmationDialog isOpen plan={agreed} onClose={() => setAgreed(null)} />}
    </Card>
  )
}
