import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assigneesQuery } from '../invoices/api.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import type { TaskRow } from './api.ts'

export interface AssignTaskDialogProps {
  /** Null while closed. */
  readonly task: TaskRow | null
  readonly onAssign: (person: { readonly id: number; readonly name: string }, note: string | null) => void
  readonly onClose: () => void
}

/** In whose hands: one press gives the task over. */
export function AssignTaskDialog({ task, onAssign, onClose }: AssignTaskDialogProps) {
  const { t } = useTranslation('tasks')
  return (
    <Dialog isOpen={task !== null} onClose={onClose} title={t('assign.title')}>
      <p className="pb-3 text-ink2">{task?.title}</p>
      <People task={task} onAssign={onAssign} />
    </Dialog>
  )
}

function People({ task, onAssign }: Pick<AssignTaskDialogProps, 'task' | 'onAssign'>) {
  const { t } = useTranslation('tasks')
  const people = useQuery(assigneesQuery).data
  const [note, setNote] = useState('')
  return (
    <div className="grid gap-3">
      <TextArea
        label={t('assign.note')}
        isOptional
        value={note}
        onChange={setNote}
        placeholder={t('assign.notePlaceholder')}
      />
      {!people ? (
        <SkeletonLines lines={3} />
      ) : (
        <ul className="grid gap-1">
          {people.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                aria-current={person.id === task?.assignee?.id || undefined}
                onClick={() => onAssign(person, note.trim() === '' ? null : note.trim())}
                className="flex min-h-10 w-full items-center gap-2.5 rounded-control px-2.5 text-left text-body hover:bg-sunken aria-[current]:bg-accentbg aria-[current]:font-semibold touch:min-h-12"
              >
                <Avatar name={person.name} />
                {person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
