import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Customer, customerHistoryQuery } from '../../customers/api.ts'
import { IdentityPanel } from '../../customers/IdentityPanel.tsx'
import { type CustomerSearch, customerTabs } from '../../customers/page-search.ts'
import { LawPanel } from '../../dunning/law/LawPanel.tsx'
import { Card } from '../../ui/Card.tsx'
import { PanelTabs } from '../../ui/Tabs.tsx'
import { ContactsPanel } from './ContactsPanel.tsx'
import { CurrentPanel } from './CurrentPanel.tsx'
import { ExchangesPanel } from './ExchangesPanel.tsx'
import { InvoicesPanel } from './InvoicesPanel.tsx'
import { PaymentsPanel } from './PaymentsPanel.tsx'

export interface CustomerTabsProps {
  readonly customer: Customer
  readonly search: CustomerSearch
  readonly onChange: (search: CustomerSearch) => void
}

/** The parts of the page; which one is shown is in the address. */
export function CustomerTabs({ customer, search, onChange }: CustomerTabsProps) {
  const { t } = useTranslation(['customers', 'law'])
  const { counts } = customer
  const { data: history } = useQuery(customerHistoryQuery(customer.id))
  const close = () => onChange({ onglet: 'echanges' })
  return (
    <Card>
      <PanelTabs
        label={t('tab.label')}
        currentId={search.onglet ?? 'current'}
        onChange={(id) => {
          const onglet = customerTabs.find((tab) => tab === id)
          onChange(onglet ? { onglet } : {})
        }}
        tabs={[
          {
            id: 'current',
            label: t('tab.current'),
            panel: <CurrentPanel customer={customer} onAllExchanges={() => onChange({ onglet: 'echanges' })} />,
          },
          {
            id: 'factures',
            label: t('tab.factures'),
            count: counts.invoices,
            panel: <InvoicesPanel customer={customer} />,
          },
          {
            id: 'reglements',
            label: t('tab.reglements'),
            count: counts.payments,
            panel: <PaymentsPanel customer={customer} />,
          },
          {
            id: 'echanges',
            label: t('tab.echanges'),
            count: history?.filter((entry) => !entry.planned).length,
            panel: (
              <ExchangesPanel
                customer={customer}
                isWriting={search.noter === 'oui'}
                onWrite={() => onChange({ onglet: 'echanges', noter: 'oui' })}
                onClose={close}
              />
            ),
          },
          {
            id: 'contacts',
            label: t('tab.contacts'),
            count: counts.contacts,
            panel: <ContactsPanel customer={customer} />,
          },
          { id: 'droit', label: t('law:tab'), panel: <LawPanel customer={customer} /> },
          { id: 'identite', label: t('tab.identite'), panel: <IdentityPanel customer={customer} /> },
        ]}
      />
    </Card>
  )
}
