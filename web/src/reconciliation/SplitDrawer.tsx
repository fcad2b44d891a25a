import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { AllocationEditor } from '../payments/AllocationEditor.tsx'
import { CustomerField } from '../payments/CustomerField.tsx'
import { type PaymentDraft, retyped } from '../payments/payment-draft.ts'
import { useDraftProposal } from '../payments/use-draft-proposal.ts'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { Money } from '../ui/Money.tsx'
import type { BankLine, Proposal } from './api.ts'
import { bodyOfSplit, draftOf } from './split-draft.ts'
import type { LineActs } from './use-line-acts.ts'

export interface SplitDrawerProps {
  readonly line: BankLine
  /** Where the split begins; undefined: from nothing, a customer is to be found. */
  readonly from: Proposal | undefined
  readonly acts: LineActs
  readonly onClose: () => void
}

/** Another invoice, another customer, another split: to the cent, what is left becomes credit. */
export function SplitDrawer({ line, from, acts, onClose }: SplitDrawerProps) {
  const { t } = useTranslation('reconciliation')
  const [draft, setDraft] = useState<PaymentDraft>(() => draftOf(line, from))
  const found = useDraftProposal(draft)
  const body = found.proposal && bodyOfSplit(draft, found.items, found.proposal.differenceLimit)
  const save = () => {
    if (!body || !draft.customer) return
    onClose()
    if (body.kind === 'customerCredit') void acts.keepAsCredit(line, draft.customer)
    else void acts.allocate(line, body)
  }
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('split.title')}
      footer={
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          onPress={save}
          disabledReason={acts.refusal ?? (body ? undefined : t(draft.customer ? 'split.rest' : 'split.customer'))}
        >
          {t('split.save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="flex justify-between gap-3 text-body">
          <span className="truncate text-ink2">{line.title}</span>
          <Money of={asMoney(line.amount)} look="strong" />
        </p>
        <CustomerField
          label={t('split.who')}
          value={draft.customer}
          onChange={(customer) => setDraft(retyped(draft, { customer }))}
          autoFocus={draft.customer === null}
        />
        <AllocationEditor draft={draft} found={found} onChange={setDraft} />
      </div>
    </Drawer>
  )
}
