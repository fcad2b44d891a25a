import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Along } from '../app/together.ts'
import { Dialog } from '../ui/Drawer.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { useToday } from '../ui/today.ts'
import { type Agreements, type PlanItem, planItemsQuery } from './api.ts'
import { PromiseForm } from './PromiseForm.tsx'

export interface PromiseDialogProps {
  readonly isOpen: boolean
  readonly customer: { readonly id: number; readonly name: string }
  /** ISO 4217: a promise is in one currency. */
  readonly currency: string
  /** The due lines ticked at first; those that are late when left out. */
  readonly items?: readonly number[]
  /** The promise whose place the new one takes. */
  readonly replaced?: Agreements['promises'][number]
  /** What noting it does besides, such as reading the message it was given in. */
  readonly along?: Along | undefined
  readonly onClose: () => void
}

/** A date for several invoices: one amount for all of them, or one for each; also in the place of a promise before. */
export function PromiseDialog({ isOpen, onClose, ...about }: PromiseDialogProps) {
  const { t } = useTranslation('promises')
  const title = about.replaced ? t('replace') : t('titleWith', { customer: about.customer.name })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} width="medium">
      <Loader {...about} onDone={onClose} />
    </Dialog>
  )
}

function Loader(about: Omit<PromiseDialogProps, 'isOpen' | 'onClose'> & { readonly onDone: () => void }) {
  const { t } = useTranslation('promises')
  const today = useToday()
  const asked = { customerId: about.customer.id, currency: about.currency, on: today }
  const { data, isPending, refetch } = useQuery(planItemsQuery(asked))
  if (isPending) return <SkeletonLines lines={5} />
  if (!data) return <ErrorState what={t('plan.what')} onRetry={() => void refetch()} />
  if (data.length === 0) return <p className="text-body text-ink2">{t('plan.nothingDue')}</p>
  const ticked = tickedFirst(about, data)
  const items = data.toSorted((a, b) => Number(ticked.has(b.id)) - Number(ticked.has(a.id)))
  return <PromiseForm {...about} items={items} ticked={ticked} today={today} />
}

/** What is late; all that is due where nothing is. */
function tickedFirst(
  { replaced, items }: Pick<PromiseDialogProps, 'replaced' | 'items'>,
  due: readonly PlanItem[],
): ReadonlySet<number> {
  const asked = replaced?.items.map(({ id }) => id) ?? items
  if (asked) return new Set(asked)
  const late = due.filter(({ daysLate }) => daysLate > 0)
  return new Set((late.length > 0 ? late : due).map(({ id }) => id))
}
