import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { Button } from '../ui/Button.tsx'
import { SectionTitle } from '../ui/Card.tsx'
import { Money } from '../ui/Money.tsx'
import { AllocationEditor } from './AllocationEditor.tsx'
import type { Payment } from './api.ts'
import { bodyOf, newDraft } from './payment-draft.ts'
import { useDraftProposal } from './use-draft-proposal.ts'
import { usePaymentActs } from './use-payment-acts.ts'

/** What is left of a payment, set against what the customer owes now; the rest stays credit. */
export function CreditAllocation({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments')
  const acts = usePaymentActs()
  const mayWrite = useMayWrite('business')
  const [draft, setDraft] = useState(() => ({
    ...newDraft({
      receivedOn: asDate(payment.receivedOn),
      customer: payment.customer,
      currency: payment.amount.currency,
    }),
    amount: payment.unallocated.amount,
    keepsRest: true,
  }))
  const found = useDraftProposal(draft)
  const lines = (found.proposal && bodyOf(draft, found.proposal, found.currency)?.allocations) ?? []
  const total = lines.reduce((sum, line) => sum + line.amount, 0)
  const refusal =
    total === 0
      ? t('detail.nothingChosen')
      : total > payment.unallocated.amount
        ? t('need.over')
        : mayWrite
          ? undefined
          : t('noRight')

  return (
    <section aria-label={t('detail.advance')}>
      <SectionTitle level={3} className="pb-1.5" end={<Money of={asMoney(payment.unallocated)} look="strong" />}>
        {t('detail.advance')}
      </SectionTitle>
      <AllocationEditor
        draft={draft}
        found={found}
        onChange={(next) => setDraft({ ...next, amount: payment.unallocated.amount })}
        isBare
      />
      <div className="flex justify-end pt-2">
        <Button
          variant="accent"
          hotkey="ctrl+enter"
          disabledReason={refusal}
          onPress={() => void acts.allocate(payment.id, lines)}
        >
          {t('detail.allocateSave')}
        </Button>
      </div>
    </section>
  )
}
