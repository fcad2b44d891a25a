import { negate } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { asMoney } from '../../app/wire.ts'
import { PauseDialog } from '../../customers/PauseDialog.tsx'
import { openDispute, undoDispute } from '../../disputes/api.ts'
import { DisputeDialog, type ReportedDispute } from '../../disputes/DisputeDialog.tsx'
import type { Invoice, OpenItem } from '../../invoices/api.ts'
import { useItemActs } from '../../invoices/use-item-acts.ts'
import { CreditNoteDialog } from '../../payments/CreditNoteDialog.tsx'
import { DelayDialog } from '../../promises/DelayDialog.tsx'
import { PlanDialog } from '../../promises/PlanDialog.tsx'
import { PromiseDialog } from '../../promises/PromiseDialog.tsx'

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
  const note = useNoteFacts(invoice)
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
        items={items.flatMap(({ id, dueDate, amountDue }) =>
          amountDue.amount > 0 ? [{ id, number: invoice.number, dueDate, amountDue }] : [],
        )}
        onClose={onClose}
        onDispute={note.dispute}
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

/** Writes a dispute on due lines of the invoice, and says so with the way back. */
function useNoteFacts(invoice: Invoice) {
  const { t } = useTranslation('disputes')
  const act = useAct()
  return {
    dispute: ({ part, items, ...told }: ReportedDispute) => {
      const [item] = items
      const parts = part !== null && item !== undefined ? [{ item, amount: part.amount }] : []
      return act({
        work: () => openDispute({ ...told, customerId: invoice.customer.id, items, parts }),
        done: () => t(part === null ? 'saved' : 'savedPart'),
        undo: undoDispute,
      })
    },
  }
}
