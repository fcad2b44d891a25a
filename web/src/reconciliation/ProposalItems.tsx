import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { asMoney } from '../app/wire.ts'
import { TextLink } from '../ui/ButtonLink.tsx'
import { DateText } from '../ui/DateText.tsx'
import { LateBadge } from '../ui/LateBadge.tsx'
import { Money } from '../ui/Money.tsx'
import type { Column } from '../ui/table/columns.ts'
import { PlainTable } from '../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import type { Proposal } from './api.ts'

type Item = Proposal['allocations'][number]

/** The invoices of a proposal, with what each gets; the total and what stays as credit below. */
export function ProposalItems({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('reconciliation')
  const { currency } = asMoney(proposal.credit)
  const total = proposal.allocations.reduce((sum, { allocated }) => sum + allocated.amount, 0)
  const columns = useItemColumns(proposal)
  const cells = columns.map(({ id }) => {
    if (id === 'invoice') return <span key={id}>{t('items.total')}</span>
    return id === 'allocated' ? <Money key={id} of={money(total, currency)} look="strong" /> : null
  })
  return (
    <>
      <PlainTable
        label={t('items.label')}
        columns={columns}
        rows={proposal.allocations}
        rowId={({ openItemId }) => openItemId}
        total={cells}
        mobileRow={(item) => (
          <TwoLineRow
            title={item.invoiceNumber}
            detail={<Due item={item} />}
            end={<Money of={asMoney(item.allocated)} />}
            endDetail={item.daysLate > 0 ? <LateBadge days={item.daysLate} /> : null}
          />
        )}
      />
      {proposal.credit.amount > 0 && (
        <p className="flex justify-between gap-3 border-t border-line px-4 py-2 text-table text-ink2">
          {t('items.credit')} <Money of={asMoney(proposal.credit)} look="strong" />
        </p>
      )}
    </>
  )
}

function useItemColumns(proposal: Proposal): Column<Item>[] {
  const { t } = useTranslation('reconciliation')
  const isOfSeveral = proposal.allocations.some(({ customer }) => customer.id !== proposal.customer?.id)
  return [
    {
      id: 'invoice',
      title: t('items.invoice'),
      cell: (item) => (
        <>
          <TextLink link={{ to: paths.invoice, params: { id: String(item.invoiceId) } }}>{item.invoiceNumber}</TextLink>
          {isOfSeveral && <span className="block text-small text-ink3">{item.customer.name}</span>}
        </>
      ),
    },
    { id: 'due', title: t('items.due'), cell: (item) => <DateText date={asDate(item.dueDate)} /> },
    {
      id: 'late',
      title: t('items.late'),
      cell: (item) => (item.daysLate > 0 ? <LateBadge days={item.daysLate} /> : <span className="text-ink3">–</span>),
    },
    {
      id: 'left',
      title: t('items.left'),
      align: 'end',
      cell: (item) => <Money of={asMoney(item.amountDue)} look="quiet" />,
    },
    {
      id: 'allocated',
      title: t('items.allocated'),
      align: 'end',
      cell: (item) => (
        <>
          <Money of={asMoney(item.allocated)} look="strong" />
          <Difference item={item} />
        </>
      ),
    },
  ]
}

/** Why the rest is not asked for. */
function Difference({ item }: { readonly item: Item }) {
  const { t } = useTranslation('reconciliation')
  if (!item.difference) return null
  return (
    <span className="block text-small text-ink3">
      {t(`difference.${item.difference.reason}`)} <Money of={asMoney(item.difference.amount)} />
    </span>
  )
}

function Due({ item }: { readonly item: Item }) {
  const { t } = useTranslation('reconciliation')
  return (
    <>
      {t('items.due')} <DateText date={asDate(item.dueDate)} />
    </>
  )
}
