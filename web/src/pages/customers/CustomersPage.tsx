import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Trans, useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useChosenRows } from '../../app/use-chosen-rows.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { AddCustomerDialog } from '../../customers/AddCustomerDialog.tsx'
import { allCustomers, type Customer } from '../../customers/api.ts'
import { viewOf, views } from '../../customers/list-search.ts'
import { DoublesHint } from '../../customers/merging/DoublesHint.tsx'
import { useCustomerList } from '../../customers/use-customer-list.ts'
import { assigneesQuery } from '../../invoices/api.ts'
import { openPayment, useOpenedPayment } from '../../payments/payment-drawer.ts'
import { Button } from '../../ui/Button.tsx'
import { useHotkey } from '../../ui/hotkeys/use-hotkey.ts'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { Beside, useHasRoomBeside } from '../../ui/SidePanel.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { CustomerBeside } from './CustomerBeside.tsx'
import { CustomerFilters } from './CustomerFilters.tsx'
import { CustomerList } from './CustomerList.tsx'

const route = getRouteApi('/shell/clients')

/** Who are our customers, what do they owe, and what comes next with each. */
export function CustomersPage() {
  const { t } = useTranslation('customers')
  const search = route.useSearch()
  const navigate = useNavigate({ from: paths.customers })
  const found = useCustomerList(search)
  const { tri: _by, sens: _direction, ajouter, ouvert, ...filters } = search
  const chosen = useChosenRows(found.rows, JSON.stringify(filters), {
    read: () => allCustomers(found.query),
    tooMany: t('selection.tooMany'),
  })
  const mayWrite = useMayWrite('business')
  const mayImport = useMayWrite('imports')
  const view = search.vue ?? 'tous'
  const { whole } = found
  const isEntering = useOpenedPayment() !== null
  const hasRoom = useHasRoomBeside() && !isEntering
  const beside = hasRoom ? (found.rows.find(({ id }) => id === ouvert) ?? found.rows[0]) : undefined
  useHotkey(mayWrite ? 'r' : undefined, t('act.enterPayment'), () => openPayment(payerOf(chosen.rows)))

  const change = (changes: Record<string, unknown>) =>
    void navigate({ search: (before) => clean({ ...before, ...changes }), replace: true })
  return (
    <Page height="fill">
      <PageHeader
        title={t(`title.${view}`)}
        note={
          whole && (
            <>
              {t('count', { count: whole.count })} ·{' '}
              <Trans
                t={t}
                i18nKey="toCollect"
                components={{ amount: <WireSums of={whole.outstanding} look="strong" /> }}
              />
            </>
          )
        }
        actions={
          mayImport && (
            <Button icon={IconFileImport} onPress={() => void navigate({ href: paths.importInvoices })}>
              {t('act.import')}
            </Button>
          )
        }
        primary={{
          label: t('act.add'),
          icon: IconPlus,
          hotkey: 'c',
          disabledReason: mayWrite ? undefined : t('noRight'),
          onPress: () => change({ ajouter: 'oui' }),
        }}
      />
      <LinkTabs
        label={t('view.label')}
        currentId={view}
        tabs={views.map((vue) => ({
          id: vue,
          label: t(`view.${vue}`),
          count: whole?.views[viewOf[vue]],
          link: { to: paths.customers, search: { vue } }, // a count opens exactly its list
        }))}
      />
      <CustomerFilters search={search} onChange={change} />
      <DoublesHint />
      <Beside panel={beside && <CustomerBeside id={beside.id} />}>
        <CustomerList search={search} found={found} chosen={chosen} onChange={change} current={beside} />
      </Beside>
      <AddingCustomer isOpen={ajouter === 'oui' && mayWrite} onClose={() => change({ ajouter: undefined })} />
    </Page>
  )
}

/** « Ajouter un client »; once added, its page opens. */
function AddingCustomer({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('customers')
  const navigate = useNavigate()
  const client = useQueryClient()
  const people = useQuery(assigneesQuery).data ?? []
  const onAdded = (customer: Customer) => {
    showToast({ message: t('add.done', { name: customer.name }) })
    void client.invalidateQueries()
    void navigate({ to: paths.customer, params: { id: String(customer.id) } })
  }
  return <AddCustomerDialog isOpen={isOpen} onClose={onClose} people={people} onAdded={onAdded} />
}

/** Who pays, when one customer only is selected. */
const payerOf = (customers: readonly { readonly id: number; readonly name: string }[]) => {
  const [first] = customers
  return customers.length === 1 && first ? { customer: { id: first.id, name: first.name } } : {}
}

/** A filter taken away leaves the address. */
const clean = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
