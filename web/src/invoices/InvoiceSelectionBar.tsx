import { sumByCurrency } from '@quittance/core/money/money.ts'
import { IconCalendarPlus, IconDownload, IconPlayerPause, IconSend, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { PauseDialog } from '../customers/PauseDialog.tsx'
import { SelectionBar } from '../ui/SelectionBar.tsx'
import { Sums } from '../ui/Sums.tsx'
import { AssignDialog } from './AssignDialog.tsx'
import type { OpenItem } from './api.ts'
import { PlanTaskDialog } from './PlanTaskDialog.tsx'
import { useItemActs } from './use-item-acts.ts'
import { useItemsDownload } from './use-items-download.ts'

export interface InvoiceSelectionBarProps {
  readonly items: readonly OpenItem[]
  readonly onClear: () => void
}

/** What can be done with the rows selected, with their count and what is left to pay of them. */
export function InvoiceSelectionBar({ items, onClear }: InvoiceSelectionBarProps) {
  const { t } = useTranslation('invoices')
  const [asking, setAsking] = useState<'plan' | 'assign' | 'pause' | null>(null)
  const acts = useItemActs()
  const download = useItemsDownload()
  const [first] = items
  if (!first) return null
  const count = items.length
  const close = () => setAsking(null)
  const finish = (work: Promise<unknown>) => {
    close()
    onClear()
    void work
  }
  const zero = asMoney({ amount: 0, currency: first.amountDue.currency })

  return (
    <>
      <SelectionBar
        summary={
          <>
            {t('count', { count })} ·{' '}
            <Sums of={sumByCurrency(items.map((item) => asMoney(item.amountDue)))} none={zero} />
          </>
        }
        acts={[
          { id: 'remind', label: t('act.remindMany'), icon: IconSend, run: () => void acts.remind(items) },
          { id: 'plan', label: t('act.plan'), icon: IconCalendarPlus, run: () => setAsking('plan') },
          { id: 'assign', label: t('act.assign'), icon: IconUserPlus, run: () => setAsking('assign') },
          { id: 'pause', label: t('act.pause'), icon: IconPlayerPause, run: () => setAsking('pause') },
        ]}
        moreActs={[
          {
            id: 'export',
            label: t('act.exportSelection'),
            icon: IconDownload,
            run: () => download(items),
          },
        ]}
        onClear={onClear}
      />
      <PlanTaskDialog
        isOpen={asking === 'plan'}
        count={count}
        onClose={close}
        onPlan={(task) => finish(acts.plan(items, task))}
      />
      <AssignDialog
        isOpen={asking === 'assign'}
        title={t('assign.title')}
        explanation={t('assign.explain')}
        onClose={close}
        onAssign={(person) => finish(acts.assign(items, person))}
      />
      <PauseDialog
        isOpen={asking === 'pause'}
        title={t('pause.title', { count })}
        explanation={t('pause.explain')}
        onClose={close}
        onPause={(pause) => finish(acts.pause(items, pause))}
      />
    </>
  )
}
