import { formatMoney } from '@quittance/core/money/format-money.ts'
import { type Money as Amount, money } from '@quittance/core/money/money.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { SectionTitle } from '../ui/Card.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Money } from '../ui/Money.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { AllocationLine } from './AllocationLine.tsx'
import { allocateCreditNote, takeBackAllocation } from './api.ts'
import { allocated, lineOf, newDraft, oldestFirst } from './payment-draft.ts'
import { useDraftProposal } from './use-draft-proposal.ts'

export interface CreditNote {
  readonly openItemId: number
  readonly number: string
  readonly customer: { readonly id: number; readonly name: string }
  /** What can still be deducted, above zero. */
  readonly left: Amount
}

export interface CreditNoteDialogProps {
  readonly isOpen: boolean
  readonly note: CreditNote
  readonly onClose: () => void
}

/** « Déduire de factures »: what is left of a credit note set against what the customer owes. */
export function CreditNoteDialog({ isOpen, note, onClose }: CreditNoteDialogProps) {
  const { t } = useTranslation('payments')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('creditNote.title', { number: note.number })} width="medium">
      <CreditNoteForm note={note} onDone={onClose} />
    </Dialog>
  )
}

interface CreditNoteFormProps {
  readonly note: CreditNote
  readonly onDone: () => void
}

function CreditNoteForm({ note, onDone }: CreditNoteFormProps) {
  const { t } = useTranslation('payments')
  const { draft, found, setDraft } = useNoteDraft(note)
  const { items } = found
  const { rest, tooMuch } = allocated(draft, items)
  const lines = items
    .map((item) => ({ openItemId: item.openItemId, amount: lineOf(draft, item) }))
    .filter(({ amount }) => amount > 0)
  const deduct = useDeduct(note, onDone)
  const missing = rest < 0 || tooMuch.length > 0 ? 'creditNote.tooMuch' : lines.length === 0 && 'detail.nothingChosen'

  if (found.isLoading) return <SkeletonLines lines={4} />
  if (found.error) return <ErrorState what={t('creditNote.what')} onRetry={found.retry} />
  if (items.length === 0) return <p className="text-body text-ink2">{t('creditNote.nothingDue')}</p>
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-body text-ink2">{t('creditNote.explain')}</p>
      <section aria-label={t('creditNote.items')}>
        <SectionTitle level={3} className="pb-1.5" end={<Money of={note.left} look="strong" />}>
          {t('creditNote.items')}
        </SectionTitle>
        <div className="divide-y divide-line rounded-block border border-line2">
          {items.map((item) => (
            <AllocationLine
              key={item.openItemId}
              item={item}
              items={items}
              draft={draft}
              differenceLimit={0}
              onChange={setDraft}
            />
          ))}
          <p className="flex justify-between rounded-b-block bg-sunken px-3 py-2 text-body text-ink2">
            {t(rest < 0 ? 'creditNote.over' : 'creditNote.rest')}
            <span role="status" className={rest < 0 ? 'font-semibold text-danger' : 'font-semibold text-ink'}>
              <Money of={money(Math.abs(rest), note.left.currency)} />
            </span>
          </p>
        </div>
      </section>
      {deduct.error && (
        <p role="alert" className="text-small font-medium text-danger">
          {deduct.error.message}
        </p>
      )}
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          isPending={deduct.isPending}
          disabledReason={missing ? t(missing) : undefined}
          onPress={() => deduct.mutate(lines)}
        >
          {t('creditNote.save')}
        </Button>
      </div>
    </div>
  )
}

/** The credit note as a payment being typed: oldest debts first until a person changes a line. */
function useNoteDraft(note: CreditNote) {
  const receivedOn = useToday()
  const { customer, left } = note
  const [draft, setDraft] = useState(() => ({
    ...newDraft({ receivedOn, customer, currency: left.currency }),
    amount: left.amount,
  }))
  const found = useDraftProposal(draft)
  const shown = draft.lines === null ? oldestFirst(draft, found.items, left.currency) : draft
  return {
    found,
    draft: shown,
    setDraft: (next: typeof shown) => setDraft({ ...next, amount: left.amount }),
  }
}

function useDeduct(note: CreditNote, onDone: () => void) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (lines: Parameters<typeof allocateCreditNote>[1]) => allocateCreditNote(note.openItemId, lines),
    onSuccess: (allocations, lines) => {
      const total = lines.reduce((sum, { amount }) => sum + amount, 0)
      const amount = formatMoney(money(total, note.left.currency), language)
      const undo = async () => {
        for (const id of allocations) await takeBackAllocation(id)
        await client.invalidateQueries()
      }
      showToast({ message: t('creditNote.done', { amount, count: lines.length }), undo })
      onDone()
      void client.invalidateQueries()
    },
  })
}
