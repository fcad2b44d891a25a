import { IconArrowRight, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { useMayWrite } from '../../app/use-may-write.ts'
import { type Invoice, invoiceQuery } from '../../invoices/api.ts'
import { DueLines } from '../../invoices/DueLines.tsx'
import { InvoiceHistory } from '../../invoices/InvoiceHistory.tsx'
import { InvoiceSummary } from '../../invoices/InvoiceSummary.tsx'
import type { InvoiceListSearch } from '../../invoices/list-search.ts'
import { PaidParts } from '../../invoices/PaidParts.tsx'
import { useItemActs } from '../../invoices/use-item-acts.ts'
import { useTakeBack } from '../../payments/use-take-back.ts'
import { AgreementsCard } from '../../promises/AgreementsCard.tsx'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { HistoryEnd } from '../invoice/HistoryEnd.tsx'
import { InvoiceBadges } from '../invoice/InvoiceHeader.tsx'
import { WhyCard } from '../invoice/WhyCard.tsx'

export interface InvoiceBesideProps {
  readonly id: number
  /** The list it stands beside: its page leads back to it. */
  readonly search: InvoiceListSearch
}

/** The invoice of the current row: why is it not paid, and what happens next, without leaving the list. */
export function InvoiceBeside({ id, search }: InvoiceBesideProps) {
  const { t } = useTranslation('invoices')
  const { data: invoice, error, refetch } = useQuery(invoiceQuery(id))
  return (
    <section aria-label={t('beside')} className="flex min-h-0 flex-col gap-3.5 overflow-y-auto">
      {invoice ? (
        <Found key={id} invoice={invoice} search={search} />
      ) : (
        <Card>
          {error ? <ReadError what={t('one')} error={error} onRetry={refetch} /> : <SkeletonLines lines={8} />}
        </Card>
      )}
    </section>
  )
}

function Found({ invoice, search }: { readonly invoice: Invoice; readonly search: InvoiceListSearch }) {
  const { t } = useTranslation('invoices')
  const mayWrite = useMayWrite('business')
  const takeBack = useTakeBack()
  return (
    <>
      <Head invoice={invoice} search={search} />
      <InvoiceSummary invoice={invoice} />
      {invoice.items.length > 1 && <DueLines items={invoice.items} />}
      <WhyCard invoice={invoice} />
      <AgreementsCard customer={invoice.customer} invoiceId={invoice.id} />
      <PaidParts invoice={invoice} onTakeBack={mayWrite ? takeBack : undefined} />
      <Card padded label={t('page.history')}>
        <SectionTitle className="pb-3">{t('page.history')}</SectionTitle>
        <InvoiceHistory entries={invoice.history} endOf={(entry) => <HistoryEnd entry={entry} />} />
      </Card>
    </>
  )
}

function Head({ invoice, search }: { readonly invoice: Invoice; readonly search: InvoiceListSearch }) {
  const { t } = useTranslation('invoices')
  const acts = useItemActs()
  const disabledReason = useMayWrite('business') ? undefined : t('noRight')
  const open = invoice.items.filter((item) => item.status !== 'paid')
  return (
    <Card padded>
      <div className="flex flex-wrap items-center gap-2.5">
        <h2 className="min-w-0 text-heading">{t(`kind.${invoice.kind}`, { number: invoice.number })}</h2>
        <InvoiceBadges invoice={invoice} />
      </div>
      <div className="flex flex-wrap gap-2 pt-2.5">
        <ButtonLink
          size="small"
          icon={IconArrowRight}
          link={{ to: paths.invoice, params: { id: String(invoice.id) }, search }}
        >
          {t('openPage')}
        </ButtonLink>
        {open.length > 0 && invoice.kind !== 'creditNote' && (
          <Button size="small" icon={IconSend} onPress={() => void acts.remind(open)} disabledReason={disabledReason}>
            {t('act.remind')}
          </Button>
        )}
      </div>
    </Card>
  )
}
