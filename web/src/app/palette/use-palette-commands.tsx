import { IconBuildingStore, IconCoinEuro, IconFileImport, IconNote, IconSend } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { openPayment } from '../../payments/payment-drawer.ts'
import type { Icon } from '../../ui/Glyph.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { answered, api } from '../api.ts'
import { paths } from '../paths.ts'
import { useMayWrite } from '../use-may-write.ts'
import { type PaletteSearch, usePaletteActions, usePaletteSource } from './palette-store.ts'
import { type Command, readCommand } from './read-command.ts'
import { searchQuery } from './search.ts'

interface Customer {
  readonly id: number
  readonly name: string
}

interface CustomerCommand extends Command {
  readonly icon: Icon
  readonly run: (customer: Customer) => void
}

/** The acts of the palette: those for whom one may name (« saisir un règlement castel »), and those for nobody. */
export function usePaletteCommands(): void {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const client = useQueryClient()
  const mayWrite = useMayWrite('business')
  const mayImport = useMayWrite('imports')
  const commands = useCustomerCommands()

  const search = useCallback<PaletteSearch>(
    async (text) => {
      const read = mayWrite ? readCommand(text, commands) : undefined
      if (!read) return []
      const { customers } = await client.fetchQuery(searchQuery(read.rest))
      return customers.map(({ id, name }) => ({
        id: `${read.command.id}-${id}`,
        label: t('palette.doFor', { act: read.command.label, name }),
        icon: read.command.icon,
        run: () => read.command.run({ id, name }),
      }))
    },
    [client, commands, mayWrite, t],
  )
  usePaletteSource('commands', t('palette.actions'), search)
  usePaletteActions(
    'everywhere',
    mayWrite
      ? [
          ...(mayImport
            ? [
                {
                  id: 'import',
                  label: t('palette.act.import'),
                  keywords: t('palette.words.import'),
                  icon: IconFileImport,
                  run: () => void navigate({ href: paths.importInvoices }),
                },
              ]
            : []),
          {
            id: 'addCustomer',
            label: t('palette.act.addCustomer'),
            keywords: t('palette.words.addCustomer'),
            icon: IconBuildingStore,
            run: () => void navigate({ to: paths.customers, search: { ajouter: 'oui' } }),
          },
        ]
      : [],
  )
}

function useCustomerCommands(): readonly CustomerCommand[] {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMemo(() => {
    const remind = async ({ id }: Customer) => {
      try {
        answered(await api.POST('/api/v1/customers/{id}/reminders', { params: { path: { id } }, body: {} }))
        await client.invalidateQueries()
        await navigate({ href: `${paths.reminders}?vue=pretes` })
      } catch (problem) {
        showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
      }
    }
    const note = ({ id }: Customer) =>
      navigate({ to: paths.customer, params: { id: String(id) }, search: { onglet: 'echanges', noter: 'oui' } })
    const said = (id: 'payment' | 'note' | 'remind') => ({
      id,
      label: t(`palette.act.${id}`),
      keywords: t(`palette.words.${id}`),
    })
    return [
      { ...said('payment'), icon: IconCoinEuro, run: (customer) => openPayment({ customer }) },
      { ...said('note'), icon: IconNote, run: (customer) => void note(customer) },
      { ...said('remind'), icon: IconSend, run: (customer) => void remind(customer) },
    ]
  }, [client, navigate, t])
}
