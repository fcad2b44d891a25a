import { IconCalendarPlus, IconPhone, IconSend } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { customerQuery } from '../../customers/api.ts'
import { dialled, phoneOf } from '../../customers/contact-words.ts'
import type { OpenItem } from '../../invoices/api.ts'
import { PlanTaskDialog } from '../../invoices/PlanTaskDialog.tsx'
import { useItemActs } from '../../invoices/use-item-acts.ts'
import type { RowAct } from '../../ui/table/MobileRows.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'

/** On a phone, what a row offers under the thumb: call the customer, plan an action, remind; and the window it needs. */
export function useRowActs(): { readonly actsOf: (row: OpenItem) => readonly RowAct[]; readonly dialog: ReactNode } {
  const { t } = useTranslation('invoices')
  const client = useQueryClient()
  const mayWrite = useMayWrite('business')
  const acts = useItemActs()
  const [planned, setPlanned] = useState<OpenItem | null>(null)
  const call = async ({ customer }: OpenItem) => {
    try {
      const phone = phoneOf(await client.fetchQuery(customerQuery(customer.id)))
      if (phone === null) showToast({ message: t('row.noPhone', { name: customer.name }) })
      else window.location.assign(dialled(phone))
    } catch (problem) {
      showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
    }
  }
  const actsOf = (row: OpenItem): readonly RowAct[] => [
    { id: 'call', label: t('act.call'), icon: IconPhone, swipeTone: 'accent', run: () => void call(row) },
    ...(mayWrite
      ? ([
          {
            id: 'plan',
            label: t('act.plan'),
            icon: IconCalendarPlus,
            swipeTone: 'promise',
            run: () => setPlanned(row),
          },
          {
            id: 'remind',
            label: t('act.remindMany'),
            icon: IconSend,
            swipeTone: 'neutral',
            run: () => void acts.remind([row]),
          },
        ] as const)
      : []),
  ]
  return {
    actsOf,
    dialog: (
      <PlanTaskDialog
        isOpen={planned !== null}
        count={1}
        onClose={() => setPlanned(null)}
        onPlan={(task) => {
          setPlanned(null)
          if (planned) void acts.plan([planned], task)
        }}
      />
    ),
  }
}
