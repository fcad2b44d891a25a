import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'
import { assigneesQuery } from './api.ts'
import { PersonSelect } from './PersonSelect.tsx'

export interface PlannedTask {
  readonly title: string
  readonly dueOn: CalendarDate
  readonly assigneeId: number
}

export interface PlanTaskDialogProps {
  readonly isOpen: boolean
  readonly count: number
  readonly onClose: () => void
  readonly onPlan: (task: PlannedTask) => void
}

/** One task a customer of the chosen invoices: what, when, who. */
export function PlanTaskDialog({ isOpen, count, onClose, onPlan }: PlanTaskDialogProps) {
  const { t } = useTranslation('invoices')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('plan.title', { count })}>
      <PlanTaskForm onPlan={onPlan} />
    </Dialog>
  )
}

function PlanTaskForm({ onPlan }: Pick<PlanTaskDialogProps, 'onPlan'>) {
  const { t } = useTranslation('invoices')
  const people = useQuery(assigneesQuery).data ?? []
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<CalendarDate | null>(useToday())
  const [assigneeId, setAssigneeId] = useState<number | null>(useSession().person.id)
  const isReady = title.trim() !== '' && dueOn !== null && assigneeId !== null

  return (
    <div className="grid gap-3">
      <TextInput
        label={t('plan.what')}
        value={title}
        onChange={setTitle}
        placeholder={t('plan.whatPlaceholder')}
        autoFocus
      />
      <div className="grid grid-cols-2 gap-3">
        <DateInput label={t('plan.when')} value={dueOn} onChange={setDueOn} toward="future" />
        <PersonSelect label={t('plan.who')} people={people} value={assigneeId} onChange={setAssigneeId} />
      </div>
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={isReady ? undefined : t('plan.needs')}
          onPress={() => {
            if (dueOn !== null && assigneeId !== null) onPlan({ title: title.trim(), dueOn, assigneeId })
          }}
        >
          {t('plan.save')}
        </Button>
      </div>
    </div>
  )
}
