import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlanDialog, type WritePlan } from '../promises/PlanDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { endTask, reopenTask } from './api.ts'
import type { OutcomeProps } from './OutcomePart.tsx'

/** The dates of a payment plan for the invoices of the task: agreed, they end it, in one act that Z takes back. */
export function AgreePlan({ task, note, onEnded }: Pick<OutcomeProps, 'task' | 'note' | 'onEnded'>) {
  const { t } = useTranslation('tasks')
  const [isOpen, setOpen] = useState(false)
  const { id, customer, items, amount } = task
  if (id === null || customer === null) return null
  const write: WritePlan = async ({ items: chosen, instalments, replaces, replacesPromises, note: said }) => {
    const plan = {
      items: [...chosen],
      replaces: [...replaces],
      replacesPromises: [...replacesPromises],
      instalments: instalments.map((one) => ({ dueOn: one.dueOn, amount: { ...one.amount } })),
    }
    const ended = await endTask(id, { outcome: 'done', decision: 'plan', plan, note: said ?? note })
    return { id: ended.plan ?? 0, message: ended.sentence, undo: () => reopenTask(id) }
  }
  return (
    <>
      <Button
        variant="accent"
        hotkey="ctrl+enter"
        disabledReason={amount === null ? t('decision.nothingDue') : undefined}
        onPress={() => setOpen(true)}
      >
        {t('decision.agree')}
      </Button>
      <PlanDialog
        isOpen={isOpen}
        customer={customer}
        currency={amount?.currency ?? ''}
        items={items.map((item) => item.id)}
        onClose={() => setOpen(false)}
        write={write}
        onAgreed={onEnded}
      />
    </>
  )
}
