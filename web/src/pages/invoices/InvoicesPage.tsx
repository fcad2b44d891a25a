import { IconCoinEuro, IconDownload, IconFileImport, IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useChosenRows } from '../../app/use-chosen-rows.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { allItems, exportAddress } from '../../invoices/api.ts'
import { ColumnsButton } from '../../invoices/ColumnsButton.tsx'
import { InvoiceFilters } from '../../invoices/InvoiceFilters.tsx'
import { isSameList, searchOf } from '../../invoices/saved-search.ts'
import { savedViewsQuery } from '../../invoices/saved-views.ts'
import { useItemList } from '../../invoices/use-item-list.ts'
import { useShownColumns } from '../../invoices/use-shown-columns.ts'
import { openPayment, useOpenedPayment } from '../../payments/payment-drawer.ts'
import { Button } from '../../ui/Button.tsx'
import { useHotkey } from '../../ui/hotkeys/use-hotkey.ts'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { Beside, useHasRoomBeside } from '../../ui/SidePanel.tsx'
import { AddInvoiceDialog } from './AddInvoiceDialog.tsx'
import { InvoiceBeside } from './InvoiceBeside.tsx'
import { InvoiceList } from './InvoiceList.tsx'
import { ListNote } from './ListNote.tsx'
import { ViewTabs } from './ViewTabs.tsx'

const route = getRouteApi('/shell/factures')

/** Who owes what, since when, and what comes next. */
export function InvoicesPage() {
  const { t } = useTranslation('invoices')
  const search = route.useSearch()
  const isEntering = useOpenedPayment() !== null // one filled button at a time
  const navigate = useNavigate({ from: paths.invoices })
  const change = (changes: Record<string, unknown>) =>
    void navigate({ search: (before) => clean({ ...before, ...changes }), replace: true })
  const columns = useShownColumns(search, (colonnes) => change({ colonnes }))
  const found = useItemList(search, { withInterest: columns.shown.includes('penalites') })
  const { sort: _by, direction: _direction, ...filters } = found.query
  const chosen = useChosenRows(found.rows, JSON.stringify(filters), {
    read: () => allItems(found.query),
    tooMany: t('selection.tooMany'),
  })
  const saved = useQuery(savedViewsQuery).data?.find((view) => isSameList(searchOf(view.search), search))
  const mayWrite = useMayWrite('business')
  const mayImport = useMayWrite('imports')
  const view = search.vue ?? 'en-retard'

  const customers = new Set(chosen.rows.map(({ customer }) => customer.id))
  const [first] = chosen.rows
  const hasRoom = useHasRoomBeside() && !isEntering
  const beside = hasRoom ? (found.rows.find(({ id }) => id === search.ouverte) ?? found.rows[0]) : undefined
  const download = () => window.location.assign(exportAddress(found.query))
  const bringIn = () => void navigate({ href: paths.importInvoices })
  const [isAdding, setAdding] = useState(false)
  useHotkey(mayWrite ? 'c' : undefined, t('act.add'), () => setAdding(true))
  const add = {
    id: 'add',
    label: t('act.add'),
    icon: IconFilePlus,
    run: () => setAdding(true),
    hotkey: 'c',
    disabledReason: mayWrite ? undefined : t('noRight'),
  }

  return (
    <Page height="fill">
      <PageHeader
        title={saved?.name ?? t(`title.${view}`)}
        note={<ListNote whole={found.whole} total={found.total} view={view} />}
        actions={
          <>
            <Button icon={IconDownload} onPress={download}>
              {t('act.export')}
            </Button>
            {mayImport && (
              <Button icon={IconFileImport} onPress={bringIn}>
                {t('act.import')}
              </Button>
            )}
            <MoreMenu acts={[add]} />
          </>
        }
        mobileActions={
          <MoreMenu
            acts={[
              { id: 'export', label: t('act.export'), icon: IconDownload, run: download },
              ...(mayImport ? [{ id: 'import', label: t('act.import'), icon: IconFileImport, run: bringIn }] : []),
              add,
            ]}
          />
        }
        {...(!isEntering && {
          primary: {
            label: t('act.enterPayment'),
            icon: IconCoinEuro,
            hotkey: 'r',
            disabledReason: mayWrite ? undefined : t('noRight'),
            onPress: () => openPayment(customers.size === 1 ? { customer: first?.customer } : {}),
          },
        })}
      />
      <ViewTabs search={search} columns={columns.shown} saved={saved} />
      <InvoiceFilters
        search={search}
        onChange={change}
        customerName={found.rows[0]?.customer.name}
        currencies={found.total.map(({ currency }) => currency)}
        columns={<ColumnsButton shown={columns.shown} isUsual={columns.isUsual} onChoose={columns.choose} />}
      />
      <Beside
        panel={beside && <InvoiceBeside id={beside.invoiceId} search={{ ...search, vue: view, ouverte: beside.id }} />}
      >
        <InvoiceList
          search={search}
          found={found}
          chosen={chosen}
          columns={columns}
          onChange={change}
          current={beside}
        />
      </Beside>
      <AddInvoiceDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </Page>
  )
}

/** A filter taken away leaves the address. */
const clean = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
