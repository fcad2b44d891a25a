import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import type { ChosenRows } from '../../app/use-chosen-rows.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { WireSums } from '../../app/WireSums.tsx'
import type { CustomerRow } from '../../customers/api.ts'
import { type CustomerListSearch, sortIn } from '../../customers/list-search.ts'
import type { useCustomerList } from '../../customers/use-customer-list.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { CustomerSelectionBar } from './CustomerSelectionBar.tsx'
import { NoCustomers } from './NoCustomers.tsx'
import { CustomerLateness, useCustomerColumns } from './use-customer-columns.tsx'

export interface CustomerListProps {
  readonly search: CustomerListSearch
  readonly found: ReturnType<typeof useCustomerList>
  readonly chosen: ChosenRows<CustomerRow>
  readonly onChange: (changes: Record<string, unknown>) => void
  /** The row shown beside the list; absent where there is no room for it. */
  readonly current?: CustomerRow | undefined
}

/** The customers of the view, to walk with J and K and to select; the totals of the whole list at the bottom. */
export function CustomerList({ search, found, chosen, onChange, current }: CustomerListProps) {
  const { t } = useTranslation('customers')
  const { list, rows, whole } = found
  const columns = useCustomerColumns(rows)
  const mayWrite = useMayWrite('business') // every act on a selection changes something
  const { tri, sens } = sortIn(search)
  return (
    <DataTable
      label={t(`title.${search.vue ?? 'tous'}`)}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      opening={{
        link: (row) => ({ to: paths.customer, params: { id: String(row.id) } }),
        ...(current && { open: (row: CustomerRow) => onChange({ ouvert: row.id }) }),
      }}
      currentId={current?.id}
      mobileRow={(row) => <MobileRow row={row} />}
      sort={{ columnId: tri, direction: sens === 'croissant' ? 'ascending' : 'descending' }}
      onSort={({ columnId, direction }) =>
        onChange({ tri: columnId, sens: direction === 'ascending' ? 'croissant' : 'decroissant' })
      }
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
          <NoCustomers search={search} onChange={onChange} />
        )
      }
      footerStart={whole && rows.length > 0 && t('shown', { count: whole.count, shown: rows.length })}
      footerEnd={whole && rows.length > 0 && <Totals whole={whole} />}
      floating={chosen.rows.length > 0 && <CustomerSelectionBar customers={chosen.rows} onClear={chosen.clear} />}
    />
  )
}

function Totals({ whole }: { readonly whole: NonNullable<CustomerListProps['found']['whole']> }) {
  const { t } = useTranslation('customers')
  return (
    <>
      <span className="max-md:hidden">
        {t('column.outstanding')} <WireSums of={whole.outstanding} look="strong" />
      </span>
      <span className="md:pl-3">
        {t('column.late')} <WireSums of={whole.late} look="strong" />
      </span>
    </>
  )
}

function MobileRow({ row }: { readonly row: CustomerRow }) {
  return (
    <TwoLineRow
      title={row.name}
      detail={[row.next?.label, row.salesRep?.name].filter(Boolean).join(' · ')}
      end={<WireSums of={row.lateItems > 0 ? row.late : row.outstanding} />}
      endDetail={<CustomerLateness row={row} />}
    />
  )
}
