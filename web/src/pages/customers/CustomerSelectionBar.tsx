import { sumByCurrency } from '@quittance/core/money/money.ts'
import { IconArrowMerge, IconPlayerPause, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { asMoney } from '../../app/wire.ts'
import type { CustomerRow } from '../../customers/api.ts'
import { MergeDialog } from '../../customers/merging/MergeDialog.tsx'
import { PauseDialog } from '../../customers/PauseDialog.tsx'
import { useManyCustomers } from '../../customers/use-many-customers.ts'
import { AssignDialog } from '../../invoices/AssignDialog.tsx'
import { SelectionBar } from '../../ui/SelectionBar.tsx'

export interface CustomerSelectionBarProps {
  readonly customers: readonly CustomerRow[]
  readonly onClear: () => void
}

/** What can be done with the customers selected, with their count and what is late of them. */
export function CustomerSelectionBar({ customers, onClear }: CustomerSelectionBarProps) {
  const { t } = useTranslation('customers')
  const [asking, setAsking] = useState<'assign' | 'pause' | 'merge' | null>(null)
  const many = useManyCustomers()
  const mayWrite = useMayWrite('business')
  const count = customers.length
  const close = () => setAsking(null)
  const [first, second] = customers
  const finish = (work: Promise<boolean>) => {
    close()
    onClear()
    void work
  }
  return (
    <>
      <SelectionBar
        summary={
          <>
            {t('count', { count })} ·{' '}
            <WireSums of={sumByCurrency(customers.flatMap(({ late }) => late.map(asMoney)))} /> {t('late')}
          </>
        }
        acts={
          mayWrite
            ? [
                { id: 'assign', label: t('act.assign'), icon: IconUserPlus, run: () => setAsking('assign') },
                { id: 'pause', label: t('act.pause'), icon: IconPlayerPause, run: () => setAsking('pause') },
                ...(count === 2
                  ? [{ id: 'merge', label: t('act.mergeTwo'), icon: IconArrowMerge, run: () => setAsking('merge') }]
                  : []),
              ]
            : []
        }
        onClear={onClear}
      />
      {first && second && count === 2 && (
        <MergeDialog isOpen={asking === 'merge'} customer={first} other={second} onClose={close} onMerged={onClear} />
      )}
      <AssignDialog
        isOpen={asking === 'assign'}
        title={t('assign.title', { count })}
        onClose={close}
        onAssign={(person) => finish(many.assign(customers, person))}
      />
      <PauseDialog
        isOpen={asking === 'pause'}
        title={t('pause.title', { count })}
        explanation={t('pause.explain')}
        onClose={close}
        onPause={(pause) => finish(many.pause(customers, pause))}
      />
    </>
  )
}
