import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { asMoney } from '../../app/wire.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { formatDay } from '../../ui/format-day.ts'
import { Money } from '../../ui/Money.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { InvoiceLaw } from './api.ts'
import { DecideInterestDialog } from './DecideInterestDialog.tsx'
import { useLawWords } from './use-law-words.ts'

/** Interest and fee of each late invoice, and what was decided of them. */
export function InvoiceLawRows({ invoices }: { readonly invoices: readonly InvoiceLaw[] }) {
  const { t, sum, rates } = useLawWords()
  const language = useLanguage()
  const [decided, setDecided] = useState<InvoiceLaw['invoice'] | null>(null)
  const link = ({ invoice }: InvoiceLaw) => (
    <TextLink link={{ to: paths.invoice, params: { id: String(invoice.id) } }}>{invoice.number}</TextLink>
  )
  const due = ({ dueDate }: InvoiceLaw) => formatDay(asDate(dueDate), 'numeric', language)
  const decision = (one: InvoiceLaw) => <Decision of={one} onDecide={() => setDecided(one.invoice)} />
  const columns: readonly Column<InvoiceLaw>[] = [
    { id: 'invoice', title: t('interest.invoice'), cell: link },
    { id: 'due', title: t('interest.due'), cell: due },
    { id: 'rate', title: t('interest.rateShort'), cell: ({ interest }) => interest && rates(interest) },
    {
      id: 'interest',
      title: t('interest.amount'),
      align: 'end',
      cell: ({ interest }) => interest && <Money of={asMoney(interest.amount)} />,
    },
    {
      id: 'fee',
      title: t('interest.feeShort'),
      align: 'end',
      cell: ({ interest }) => interest && <Money of={asMoney(interest.fee)} />,
    },
    { id: 'decision', title: t('interest.decision'), cell: decision },
  ]
  return (
    <div className="-mx-4">
      <PlainTable
        label={t('interest.title')}
        columns={columns}
        rows={invoices}
        rowId={({ invoice }) => invoice.id}
        mobileRow={(row) => (
          <div className="grid grid-cols-1 gap-1">
            <span className="flex items-center justify-between gap-3">
              {link(row)}
              {row.interest && <Money of={asMoney(row.interest.amount)} look="strong" />}
            </span>
            <span className="flex justify-between gap-3 text-small text-ink2">
              <span>{t('items.due', { date: due(row) })}</span>
              {row.interest && <span>{`${t('interest.feeShort')} ${sum(row.interest.fee)}`}</span>}
            </span>
            {decision(row)}
          </div>
        )}
      />
      {decided && <DecideInterestDialog invoice={decided} isOpen onClose={() => setDecided(null)} />}
    </div>
  )
}

function Decision({ of, onDecide }: { readonly of: InvoiceLaw; readonly onDecide: () => void }) {
  const { t } = useLawWords()
  const mayWrite = useMayWrite('law')
  return (
    <span className="flex flex-wrap items-center gap-2 text-small">
      {of.decisions.length === 0 && <span className="text-ink3">{t('interest.undecided')}</span>}
      {of.decisions.map(({ id, covers, decision }) => (
        <StatusPill key={id} tone={decision === 'claimed' ? 'warn' : 'neutral'}>
          {t(covers === 'interest' ? 'interest.amount' : 'interest.feeShort')} · {t(`interest.${decision}`)}
        </StatusPill>
      ))}
      {mayWrite && <TextButton onPress={onDecide}>{t('decide.act')}</TextButton>}
    </span>
  )
}
