import { formatMoney } from '@quittance/core/money/format-money.ts'
import { IconBuildingStore, IconClock, IconFileInvoice } from '@tabler/icons-react'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../ui/use-language.ts'
import { paths } from '../paths.ts'
import { useSession } from '../session.ts'
import { asMoney } from '../wire.ts'
import { type PaletteSearch as Search, usePaletteRecent, usePaletteSource } from './palette-store.ts'
import { keepVisit, type Visit, visitsOf } from './recent.ts'
import { searchQuery } from './search.ts'
import { usePaletteCommands } from './use-palette-commands.tsx'

/** What the palette knows once somebody is signed in: acts, customers, invoices, what was opened lately. */
export function PaletteSearch() {
  const { t } = useTranslation('app')
  const reader = useSession().person.id
  const open = useOpen(reader)
  usePaletteCommands()
  usePaletteSource('customers', t('palette.customers'), useCustomerSearch(open))
  usePaletteSource('invoices', t('palette.invoices'), useInvoiceSearch(open))
  usePaletteRecent(
    useCallback(
      () =>
        visitsOf(reader).map((visit) => ({
          id: `recent-${visit.kind}-${visit.id}`,
          label: visit.name,
          icon: IconClock,
          run: () => open(visit),
        })),
      [reader, open],
    ),
  )
  return null
}

type Open = (visit: Visit) => void

/** Goes there, and keeps it among the recent ones. */
function useOpen(reader: number): Open {
  const navigate = useNavigate()
  return useCallback(
    (visit) => {
      keepVisit(reader, visit)
      const params = { id: String(visit.id) }
      void (visit.kind === 'customer'
        ? navigate({ to: paths.customer, params })
        : navigate({ to: paths.invoice, params, search: {} }))
    },
    [navigate, reader],
  )
}

/** One request for both searches of the same text. */
const ask = (client: QueryClient, text: string) => client.fetchQuery(searchQuery(text))

function useCustomerSearch(open: Open): Search {
  const { t } = useTranslation('app')
  const client = useQueryClient()
  const language = useLanguage()
  return useCallback(
    async (text) =>
      (await ask(client, text)).customers.map(({ id, name, late }) => ({
        id: `customer-${id}`,
        label: name,
        icon: IconBuildingStore,
        note:
          late.length > 0
            ? t('palette.late', { amount: late.map((sum) => formatMoney(asMoney(sum), language)).join(' + ') })
            : t('palette.upToDate'),
        run: () => open({ kind: 'customer', id, name }),
      })),
    [client, language, open, t],
  )
}

function useInvoiceSearch(open: Open): Search {
  const client = useQueryClient()
  const language = useLanguage()
  return useCallback(
    async (text) =>
      (await ask(client, text)).invoices.map(({ id, number, customerName, amountDue }) => ({
        id: `invoice-${id}`,
        label: `${number} · ${customerName}`,
        icon: IconFileInvoice,
        note: formatMoney(asMoney(amountDue), language),
        run: () => open({ kind: 'invoice', id, name: number }),
      })),
    [client, language, open],
  )
}
