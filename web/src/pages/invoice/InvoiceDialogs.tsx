import { negate } from '@quittance/core/money/money.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../../app/wire.ts'
import { PauseDialog } from '../../customers/PauseDialog.tsx'
import { openDispute, undoDispute } from '../../disputes/api.ts'
import { DisputeDialog, type DisputeDialogProps } from '../../disputes/DisputeDialog.tsx'
import type { Invoice, OpenItem } from '../../invoices/api.ts'
import { useItemActs } from '../../invoices/use-item-acts.ts'
import { CreditNoteDialog } from '../../payments/CreditNoteDialog.tsx'
import { DelayDialog } from '../../promises/DelayDialog.tsx'
import { PlanDialog } from '../../promises/PlanDialog.tsx'
import { PromiseDialog } from '../../promises/PromiseDialog.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'

export type Asked = 'pause' | 'promise' | 'dispute' | 'creditNote' | 'plan' | 'delay' | null

export interface InvoiceDialogsProps {
  readonly invoice: Invoice
  /** Its due lines not paid yet. */
  readonly items: readonly OpenItem[]
  readonly asked: Asked
  readonly onClose: () => void
}

/** The windows of the page: one question each, answered at once and taken back by Z. */
export function InvoiceDialogs({ invoice, items, asked, onClose }: InvoiceDialogsProps) {
  const { t } = useTranslation('invoices')
  const acts = useItemActs()
  const note = useNoteFacts(invoice, items)
  const credit = items.find(({ amountDue }) => amountDue.amount < 0)
  return (
    <>
      <PauseDialog
        isOpen={asked === 'pause'}
        title={t('pause.title', { count: 1 })}
        explanation={t('pause.explain')}
        onClose={onClose}
        onPause={(pause) => {
          onClose()
          void acts.pause(items, pause)
        }}
      />
      <PromiseDialog
        isOpen={asked === 'promise'}
        customer={invoice.customer}
        currency={invoice.total.currency}
        items={items.map(({ id }) => id)}
        onClose={onClose}
      />
      <DisputeDialog
        isOpen={asked === 'dispute'}
        left={items.length === 1 && items[0] ? asMoney(items[0].amountDue) : null}
        onClose={onClose}
        onDispute={(dispute) => {
          onClose()
          void note.dispute(dispute)
        }}
      />
      <DelayDialog
        isOpen={asked === 'delay'}
        invoice={{ id: invoice.id, number: invoice.number, dueDate: items[0]?.dueDate ?? invoice.issueDate }}
        onClose={onClose}
      />
      <PlanDialog
        isOpen={asked === 'plan'}
        customer={invoice.customer}
        currency={invoice.total.currency}
        items={items.map(({ id }) => id)}
        onClose={onClose}
      />
      {credit && (
        <CreditNoteDialog
          isOpen={asked === 'creditNote'}
          note={{
            openItemId: credit.id,
            number: invoice.number,
            customer: invoice.customer,
            left: negate(asMoney(credit.amountDue)),
          }}
          onClose={onClose}
        />
      )}
    </>
  )
}

/** Writes a dispute on these due lines, and says so with the way back. */
function useNoteFacts(invoice: Invoice, items: readonly OpenItem[]) {
  const disputes = useTranslation('disputes').t
  const client = useQueryClient()
  const on = { customerId: invoice.customer.id, items: items.map(({ id }) => id) }

  const noted = async (write: () => Promise<{ message: string; undo: () => Promise<void> }>) => {
    try {
      const { message, undo } = await write()
      showToast({ message, undo: () => undo().then(() => client.invalidateQueries()) })
    } catch (problem) {
      showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
    }
    await client.invalidateQueries()
  }
  return {
    dispute: (dispute: Parameters<DisputeDialogProps['onDispute']>[0]) =>
      noted(async () => {
        const { part, ...told } = dispute
        const [item] = on.items
        const parts = part !== null && item !== undefined ? [{ item, amount: part.amount }] : []
        const id = await openDispute({ ...on, ...told, parts })
        const undo = () => undoDispute(id)
        return { message: disputes(part === null ? 'saved' : 'savedPart'), undo }
      }),
  }
}
