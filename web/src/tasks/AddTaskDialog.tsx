import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '../app/api.ts'
import { useSession } from '../app/session.ts'
import { assigneesQuery } from '../invoices/api.ts'
import { PersonSelect } from '../invoices/PersonSelect.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { ComboBox, type Found } from '../ui/form/ComboBox.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextArea, TextInput } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'
import type { NewRecurrence, NewTask } from './api.ts'
import { RepeatFields } from './RepeatFields.tsx'
import type { Repeat } from './repeat.ts'

export interface AddTaskDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAdd: (task: NewTask) => void
  /** It comes back. */
  readonly onRepeat: (given: NewRecurrence) => void
}

/** One more thing to do: what, about whom, when, who. */
export function AddTaskDialog({ isOpen, onClose, ...on }: AddTaskDialogProps) {
  const { t } = useTranslation('tasks')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('add.title')} width="medium">
      <AddTaskForm {...on} />
    </Dialog>
  )
}

/** Customers by name, for the field of a form. */
async function searchCustomers(q: string, signal: AbortSignal): Promise<readonly Found[]> {
  const { customers } = answered(await api.GET('/api/v1/search', { params: { query: { q, limit: 10 } }, signal }))
  return customers.map(({ id, name, code }) => ({ id: String(id), label: name, note: code }))
}

function AddTaskForm({ onAdd, onRepeat }: Pick<AddTaskDialogProps, 'onAdd' | 'onRepeat'>) {
  const { t } = useTranslation('tasks')
  const people = useQuery(assigneesQuery).data ?? []
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<'other' | 'call'>('other')
  const [customer, setCustomer] = useState<Found | null>(null)
  const [dueOn, setDueOn] = useState<CalendarDate | null>(useToday())
  const [assigneeId, setAssigneeId] = useState<number | null>(useSession().person.id)
  const [note, setNote] = useState('')
  const [repeat, setRepeat] = useState<Repeat | null>(null)
  const isReady = title.trim() !== '' && dueOn !== null

  const add = () => {
    if (dueOn === null) return
    const task = {
      title: title.trim(),
      kind,
      customerId: customer && Number(customer.id),
      assigneeId,
      note: note.trim() === '' ? null : note.trim(),
    }
    if (repeat) onRepeat({ ...task, ...repeat, startsOn: dueOn })
    else onAdd({ ...task, dueOn })
  }

  return (
    <div className="grid grid-cols-1 gap-3">
      <TextInput
        label={t('add.what')}
        value={title}
        onChange={setTitle}
        placeholder={t('add.whatPlaceholder')}
        autoFocus
      />
      <SegmentedControl
        label={t('add.kind')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'other', label: t('kind.other') },
          { value: 'call', label: t('kind.call') },
        ]}
      />
      <ComboBox
        label={t('add.customer')}
        isOptional
        value={customer}
        onChange={setCustomer}
        search={searchCustomers}
        placeholder={t('add.customerPlaceholder')}
      />
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <DateInput label={t(repeat ? 'repeat.from' : 'add.when')} value={dueOn} onChange={setDueOn} toward="future" />
        <PersonSelect label={t('add.who')} people={people} value={assigneeId} onChange={setAssigneeId} />
      </div>
      <RepeatFields repeat={repeat} onChange={setRepeat} />
      <TextArea
        label={t('note.label')}
        isOptional
        value={note}
        onChange={setNote}
        placeholder={t('note.placeholder')}
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={isReady ? undefined : t('add.needs')}
          onPress={add}
        >
          {t('add.save')}
        </Button>
      </div>
    </div>
  )
}
