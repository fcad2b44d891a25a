import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Drawer.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { useToday } from '../ui/today.ts'
import { type Agreements, planItemsQuery } from './api.ts'
import { SeveralPromiseForm } from './SeveralPromiseForm.tsx'

export interface SeveralPromiseDialogProps {
  readonly isOpen: boolean
  readonly customer: { readonly id: number; readonly name: string }
  /** ISO 4217: a promise is in one currency. */
  readonly currency: string
  /** The promise whose place the new one takes. */
  readonly replaced?: Agreements['promises'][number]
  readonly onClose: () => void
}

/** A date for several invoices: one amount for all of them, or one for each; also in the place of a promise before. */
export function SeveralPromiseDialog({ isOpen, onClose, ...about }: SeveralPromiseDialogProps) {
  const { t } = useTranslation('promises')
  const title = about.replaced ? t('replace') : t('titleWith', { customer: about.customer.name })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} width="medium">
      <Loader {...about} onDone={onClose} />
    </Dialog>
  )
}

function Loader(about: Omit<SeveralPromiseDialogProps, 'isOpen' | 'onClose'> & { readonly onDone: () => void }) {
  const { t } = useTranslation('promises')
  const today = useToday()
  const asked = { customerId: about.customer.id, currency: about.currency, on: today }
  const { data, isPending, refetch } = useQuery(planItemsQuery(asked))
  if (isPending) return <SkeletonLines lines={5} />
  if (!data) return <ErrorState what={t('plan.what')} onRetry={() => void refetch()} />
  if (data.length === 0) return <p className="text-body text-ink2">{t('plan.nothingDue')}</p>
  return <SeveralPromiseForm {...about} items={data} today={today} />
}
