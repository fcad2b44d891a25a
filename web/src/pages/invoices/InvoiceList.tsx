import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { useSession } from '../../app/session.ts'
import type { ChosenRows } from '../../app/use-chosen-rows.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { asMoney } from '../../app/wire.ts'
import type { OpenItem } from '../../invoices/api.ts'
import { Lateness, type ShownColumns, useItemColumns, useItemNumber } from '../../invoices/columns.tsx'
import { InvoiceSelectionBar } from '../../invoices/InvoiceSelectionBar.tsx'
import { type InvoiceListSearch, type InvoiceSort, sortIn } from '../../invoices/list-search.ts'
import type { useItemList } from '../../invoices/use-item-list.ts'
import { Money } from '../../ui/Money.tsx'
import { Sums } from '../../ui/Sums.tsx'
import type { Sort } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { NoInvoices } from './NoInvoices.tsx'
import { useRowActs } from './use-row-acts.tsx'

export interface InvoiceListProps {
  readonly search: InvoiceListSearch
  readonly found: ReturnType<typeof useItemList>
  readonly chosen: ChosenRows<OpenItem>
  readonly columns: ShownColumns
  readonly onChange: (changes: Record<string, unknown>) => void
  /** The row shown beside the list; absent where there is no room for it. */
  readonly current?: OpenItem | undefined
}

/** The rows of the view, to walk with J and K and to select; the total of the whole list at the bottom. */
export function InvoiceList({ search, found, chosen, columns: shown, onChange, current }: InvoiceListProps) {
  const { t } = useTranslation('invoices')
  const numberOf = useItemNumber()
  const mayWrite = useMayWrite('business') // every act on a selection changes something
  const none = asMoney({ amount: 0, currency: useSession().organization.baseCurrency })
  const { list, rows, whole, total } = found
  const columns = useItemColumns(rows, shown)
  const { tri, sens } = sortIn(search)
  const view = search.vue ?? 'en-retard'
  const sortBy = ({ columnId, direction }: Sort) =>
    onChange({ tri: columnId as InvoiceSort, sens: direction === 'ascending' ? 'croissant' : 'decroissant' })

  const { actsOf, dialog } = useRowActs()
  return (
    <>
      <DataTable
        label={t(`title.${view}`)}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => `${numberOf(row)}, ${row.customer.name}`}
        opening={{
          link: (row) => ({
            to: paths.invoice,
            params: { id: String(row.invoiceId) },
            search: { ...search, vue: view, ...(current && { ouverte: row.id }) },
          }),
          ...(current && { open: (row: OpenItem) => onChange({ ouverte: row.id }) }),
        }}
        currentId={current?.id}
        mobileRow={(row) => <MobileRow row={row} />}
        rowActs={actsOf}
        sort={{ columnId: tri, direction: sens === 'croissant' ? 'ascending' : 'descending' }}
        onSort={sortBy}
        {...(mayWrite && {
          selection: chosen.selection,
          onSelect: chosen.onSelect,
          onSelectAll: chosen.onSelectAll,
        })}
        loadMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        isLoadingMore={list.isFetchingNextPage}
        isLoading={list.isPending}
        empty={
          list.isError ? (
            <ReadError what={t('list')} error={list.error} onRetry={list.refetch} />
          ) : (
            <NoInvoices search={search} onChange={onChange} nextDueDate={whole?.nextDueDate ?? null} />
          )
        }
        footerStart={
          whole &&
          rows.length > 0 &&
          t(whole.isAtLeast ? 'shownAtLeast' : 'shown', { count: whole.count, shown: rows.length })
        }
        footerEnd={
          whole &&
          !whole.isAtLeast &&
          rows.length > 0 && (
            <>
              {t('totalOf', { count: whole.count })} <Sums of={total} none={none} look="strong" />
            </>
          )
        }
        floating={chosen.rows.length > 0 && <InvoiceSelectionBar items={chosen.rows} onClear={chosen.clear} />}
      />
      {dialog}
    </>
  )
}

function MobileRow({ row }: { readonly row: OpenItem }) {
  const numberOf = useItemNumber()
  return (
    <TwoLineRow
      title={row.customer.name}
      detail={[numberOf(row), row.next?.label].filter(Boolean).join(' · ')}
      end={<Money of={asMoney(row.amountDue)} />}
      endDetail={<Lateness item={row} />}
    />
  )
}
