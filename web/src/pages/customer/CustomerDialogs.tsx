import { useTranslation } from 'react-i18next'
import type { Customer } from '../../customers/api.ts'
import { MergeDialog } from '../../customers/merging/MergeDialog.tsx'
import { PauseDialog } from '../../customers/PauseDialog.tsx'
import { useCustomerActs } from '../../customers/use-customer-acts.ts'
import { HandoverDialog } from '../../dunning/law/HandoverDialog.tsx'
import { InsolvencyDialog } from '../../dunning/law/InsolvencyDialog.tsx'
import { WriteOffDialog } from '../../dunning/law/WriteOffDialog.tsx'
import { PlanDialog } from '../../promises/PlanDialog.tsx'
import { PromiseDialog } from '../../promises/PromiseDialog.tsx'
import { ChasedDialog } from './ChasedDialog.tsx'

/** What is being asked before an act of the customer's page. */
export type Asked = 'pause' | 'chased' | 'handOver' | 'writeOff' | 'insolvency' | 'plan' | 'promise' | 'merge' | null

export interface CustomerDialogsProps {
  readonly customer: Customer
  readonly asked: Asked
  readonly onClose: () => void
}

/** The questions of the customer's page, one open at a time. */
export function CustomerDialogs({ customer, asked, onClose }: CustomerDialogsProps) {
  const { t } = useTranslation('customers')
  const acts = useCustomerActs(customer)
  return (
    <>
      <PauseDialog
        isOpen={asked === 'pause'}
        title={t('pause.title', { count: 1 })}
        explanation={t('pause.explain')}
        onClose={onClose}
        onPause={(pause) => {
          onClose()
          void acts.pause(pause)
        }}
      />
      <HandoverDialog isOpen={asked === 'handOver'} customer={customer} onClose={onClose} />
      <InsolvencyDialog isOpen={asked === 'insolvency'} customer={customer} onClose={onClose} />
      <WriteOffDialog isOpen={asked === 'writeOff'} customer={customer} onClose={onClose} />
      <ChasedDialog customer={customer} isOpen={asked === 'chased'} onClose={onClose} />
      <MergeDialog isOpen={asked === 'merge'} customer={customer} onClose={onClose} />
      <PromiseDialog isOpen={asked === 'promise'} customer={customer} currency={customer.currency} onClose={onClose} />
      <PlanDialog isOpen={asked === 'plan'} customer={customer} currency={customer.currency} onClose={onClose} />
    </>
  )
}
