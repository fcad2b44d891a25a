import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { PageNotFound } from '../../app/PageError.tsx'
import { ReadError } from '../../app/ReadError.tsx'
import { useMayWrite } from '../../app/use-may-write.ts'
import { ReminderCount } from '../../customers/ReminderCount.tsx'
import { InvoiceInterest } from '../../dunning/law/InvoiceInterest.tsx'
import { addNote, type HistoryEntry, type Invoice, invoiceQuery } from '../../invoices/api.ts'
import { DueLines } from '../../invoices/DueLines.tsx'
import { InstructionCard } from '../../invoices/InstructionCard.tsx'
import { InvoiceDocument } from '../../invoices/InvoiceDocument.tsx'
import { InvoiceHistory } from '../../invoices/InvoiceHistory.tsx'
import { InvoiceSummary } from '../../invoices/InvoiceSummary.tsx'
import { NoteForm } from '../../invoices/NoteForm.tsx'
import { PaidParts } from '../../invoices/PaidParts.tsx'
import { useTakeBack } from '../../payments/use-take-back.ts'
import { AgreementsCard } from '../../promises/AgreementsCard.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { HistoryEnd } from './HistoryEnd.tsx'
import { InvoiceHeader } from './InvoiceHeader.tsx'
import { InvoiceSkeleton } from './InvoiceSkeleton.tsx'
import { WhyCard } from './WhyCard.tsx'

const route = getRouteApi('/shell/factures/$id')

/** Why is it not paid, and what happens next? */
export function InvoicePage() {
  const { t } = useTranslation('invoices')
  const id = Number(route.useParams().id)
  const { data: invoice, error, isPending, refetch } = useQuery(invoiceQuery(id))

  if (invoice) return <Found key={id} invoice={invoice} />
  if (error instanceof ApiError && error.status < 500) return <PageNotFound />
  return (
    <Page>
      {isPending ? (
        <InvoiceSkeleton />
      ) : (
        <Card className="mt-6">
          <ReadError what={t('one')} error={error} onRetry={refetch} />
        </Card>
      )}
    </Page>
  )
}

function Found({ invoice }: { readonly invoice: Invoice }) {
  const client = useQueryClient()
  const [isWriting, setWriting] = useState(false)
  const refresh = () => void client.invalidateQueries()
  const mayWrite = useMayWrite('business')
  const takeBack = useTakeBack()
  return (
    <Page height="fill">
      <InvoiceHeader invoice={invoice} search={route.useSearch()} onAddNote={() => setWriting(true)} />
      <InvoiceSummary invoice={invoice} />
      {invoice.items.length > 1 && <DueLines items={invoice.items} />}
      <div className="grid min-h-0 flex-1 gap-3.5 max-md:gap-2.5 md:grid-cols-[minmax(0,1fr)_236px] xl:grid-cols-[minmax(0,1fr)_280px]">
        <HistoryCard invoice={invoice} isWriting={isWriting} onWriting={setWriting} />
        <div className="flex min-h-0 flex-col gap-3.5 max-md:order-first max-md:gap-2.5 md:overflow-y-auto">
          <WhyCard invoice={invoice} />
          <AgreementsCard customer={invoice.customer} invoiceId={invoice.id} />
          <PaidParts invoice={invoice} onTakeBack={mayWrite ? takeBack : undefined} />
          {invoice.instruction && <InstructionCard of={invoice.instruction} />}
          <div className="flex flex-1 flex-col max-md:hidden">
            <InvoiceDocument invoice={invoice} onAttached={refresh}>
              <InvoiceInterest invoiceId={invoice.id} />
            </InvoiceDocument>
          </div>
        </div>
        <div className="md:hidden">
          <InvoiceDocument invoice={invoice} onAttached={refresh}>
            <InvoiceInterest invoiceId={invoice.id} />
          </InvoiceDocument>
        </div>
      </div>
    </Page>
  )
}

interface HistoryCardProps {
  readonly invoice: Invoice
  readonly isWriting: boolean
  readonly onWriting: (isWriting: boolean) => void
}

function HistoryCard({ invoice, isWriting, onWriting }: HistoryCardProps) {
  const { t } = useTranslation('invoices')
  const client = useQueryClient()
  const disabledReason = useMayWrite('business') ? undefined : t('noRight')
  const keep = async (text: string) => {
    await addNote({ customerId: invoice.customer.id, invoiceId: invoice.id, text })
    showToast({ message: t('page.noteSaved') })
    onWriting(false)
    await client.invalidateQueries()
  }
  return (
    <Card padded label={t('page.history')} className="md:overflow-y-auto">
      <SectionTitle
        className="pb-3"
        end={
          <Button size="small" hotkey="n" disabledReason={disabledReason} onPress={() => onWriting(true)}>
            {t('act.addNote')}
          </Button>
        }
      >
        {t('page.history')}
      </SectionTitle>
      <p className="-mt-1.5 pb-2.5">
        <ReminderCount customer={invoice.customer} invoice={invoice} />
      </p>
      {isWriting && <NoteForm onSave={keep} onCancel={() => onWriting(false)} />}
      <InvoiceHistory entries={invoice.history} endOf={(entry: HistoryEntry) => <HistoryEnd entry={entry} />} />
    </Card>
  )
}
