import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import {
  type Agreements,
  addPlan,
  agreementsQuery,
  type NewPlan,
  type PlanItem,
  planItemsQuery,
  undoPlan,
} from './api.ts'
import { ConfirmationDialog } from './ConfirmationDialog.tsx'
import { PlanItems } from './PlanItems.tsx'
import { PlanRhythm } from './PlanRhythm.tsx'
import { PlanRows } from './PlanRows.tsx'
import { instalmentsOf, missingIn, newPlan, plansReplaced, promisesReplaced, withWhole } from './plan-draft.ts'
import { ReplacedPlans } from './ReplacedPlans.tsx'
import { RoomNote } from './RoomNote.tsx'

interface PlanAbout {
  readonly customer: { readonly id: number; readonly name: string }
  /** ISO 4217: a plan is in one currency. */
  readonly currency: string
  /** The due lines ticked at first; those that are late when left out. */
  readonly items?: readonly number[] | undefined
}

export interface PlanDialogProps extends PlanAbout {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Writes the plan otherwise than as a plan of its own. */
  readonly write?: WritePlan
  /** Offers the confirmation to the customer in the place of this dialog, which may be gone by then. */
  readonly onAgreed?: (plan: number) => void
  /** It was asked for in the place of a plan that runs. */
  readonly replaces?: boolean
}

/** What was written: the plan, what is said of it, and the way back. */
export type WritePlan = (plan: NewPlan) => Promise<{
  readonly id: number
  readonly message: string
  readonly undo: () => Promise<unknown>
}>

/** « Convenir d’un échéancier »: several dates instead of one, for some or all of what a customer owes. */
export function PlanDialog({ isOpen, onClose, write, onAgreed, replaces = false, ...about }: PlanDialogProps) {
  const { t } = useTranslation('promises')
  const [agreed, setAgreed] = useState<number | null>(null)
  const confirm = onAgreed ?? setAgreed
  return (
    <>
      <Dialog
        isOpen={isOpen}
        onClose={onClose}
        title={t(replaces ? 'plan.replaceTitle' : 'plan.title', { customer: about.customer.name })}
        width="medium"
      >
        <PlanLoader
          about={about}
          write={write}
          onDone={(plan) => {
            onClose()
            confirm(plan)
          }}
        />
      </Dialog>
      {agreed !== null && <ConfirmationDialog isOpen plan={agreed} onClose={() => setAgreed(null)} />}
    </>
  )
}

interface PlanLoaderProps {
  readonly about: PlanAbout
  readonly write: WritePlan | undefined
  readonly onDone: (plan: number) => void
}

function PlanLoader({ about, ...on }: PlanLoaderProps) {
  const { t } = useTranslation('promises')
  const today = useToday()
  const asked = { customerId: about.customer.id, currency: about.currency, on: today }
  const { data, isPending, refetch } = useQuery(planItemsQuery(asked))
  const agreed = useQuery(agreementsQuery({ customerId: about.customer.id }))
  if (isPending || agreed.isPending) return <SkeletonLines lines={5} />
  if (!data || !agreed.data) {
    return <ErrorState what={t('plan.what')} onRetry={() => void Promise.all([refetch(), agreed.refetch()])} />
  }
  if (data.length === 0) return <p className="text-body text-ink2">{t('plan.nothingDue')}</p>
  const { plans, promises } = agreed.data
  const first = withWhole(tickedFirst(about, data), data, plans)
  const items = data.toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)))
  return <PlanForm about={about} items={items} first={first} plans={plans} promises={promises} today={today} {...on} />
}

interface PlanFormProps extends PlanLoaderProps {
  readonly items: readonly PlanItem[]
  /** Ticked when it opens. */
  readonly first: ReadonlySet<number>
  readonly plans: Agreements['plans']
  readonly promises: Agreements['promises']
  readonly today: CalendarDate
}

function PlanForm({ about, items, first, plans, promises, today, write, onDone }: PlanFormProps) {
  const { t } = useTranslation('promises')
  const [draft, setDraft] = useState(() => newPlan(first, today))
  const [note, setNote] = useState('')
  const chosen = items.filter(({ id }) => draft.chosen.has(id))
  const total = money(
    chosen.reduce((sum, { amountDue }) => sum + amountDue.amount, 0),
    asCurrency(about.currency),
  )
  const { replaced: words, inTheWay } = promisesReplaced(draft, promises, about.customer.id)
  const missing = missingIn(draft, total, today) ?? (inTheWay && 'promise')
  const replaced = plansReplaced(draft, plans)
  const addsPlan = useAddPlan(total)
  const agree = useAgree(write ?? addsPlan, onDone)
  const save = () =>
    agree.mutate({
      customerId: about.customer.id,
      items: chosen.map(({ id }) => id),
      instalments: instalmentsOf(draft, total),
      replaces: replaced.map(({ id }) => id),
      replacesPromises: words.map(({ id }) => id),
      note: note.trim() === '' ? null : note.trim(),
    })
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <p className="text-body text-ink2">{t('plan.explain')}</p>
      <PlanItems items={items} total={total} draft={draft} onChange={setDraft} />
      <PlanRhythm draft={draft} onChange={setDraft} />
      <PlanRows draft={draft} total={total} today={today} onChange={setDraft} />
      <ReplacedPlans plans={replaced} items={items} chosen={draft.chosen} />
      <RoomNote room={{ replaces: words, most: null, inTheWay: inTheWay ?? null }} isOfPlan />
      <TextArea label={t('note')} isOptional value={note} onChange={setNote} placeholder={t('notePlaceholder')} />
      {agree.error && (
        <p role="alert" className="text-small font-medium text-danger">
          {agree.error.message}
        </p>
      )}
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          isPending={agree.isPending}
          disabledReason={missing ? t(`plan.need.${missing}`) : undefined}
          onPress={save}
        >
          {t('plan.save')}
        </Button>
      </div>
    </div>
  )
}

function tickedFirst({ items: asked }: PlanAbout, items: readonly PlanItem[]): number[] {
  return items.filter(({ id, daysLate }) => (asked ? asked.includes(id) : daysLate > 0)).map(({ id }) => id)
}

/** The plan alone; Z takes it back at once. */
function useAddPlan(total: Money): WritePlan {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  return async (plan) => {
    const id = await addPlan(plan)
    const amount = formatMoney(total, language)
    return { id, message: t('plan.saved', { amount, count: plan.instalments.length }), undo: () => undoPlan(id) }
  }
}

/** Writes the plan and says so; a refusal is said in the form, with all that was typed. */
function useAgree(write: WritePlan, onDone: (plan: number) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: ({ id, message, undo }) => {
      showToast({ message, undo: () => undo().then(() => client.invalidateQueries()) })
      onDone(id)
      void client.invalidateQueries()
    },
  })
}
