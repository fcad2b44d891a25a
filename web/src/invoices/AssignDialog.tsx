import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { assigneesQuery } from './api.ts'
import { PersonSelect } from './PersonSelect.tsx'

export interface AssignDialogProps {
  readonly isOpen: boolean
  /** « Qui suit ces 3 clients ? » */
  readonly title: string
  /** What else changes hands with what was selected. */
  readonly explanation?: string
  readonly onClose: () => void
  readonly onAssign: (person: { readonly id: number; readonly name: string }) => void
}

/** Who follows these customers, or the customers of these invoices, from now on. */
export function AssignDialog({ isOpen, onClose, title, ...form }: AssignDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <AssignForm {...form} />
    </Dialog>
  )
}

function AssignForm({ explanation, onAssign }: Pick<AssignDialogProps, 'explanation' | 'onAssign'>) {
  const { t } = useTranslation('invoices')
  const people = useQuery(assigneesQuery).data ?? []
  const [id, setId] = useState<number | null>(null)
  const person = people.find((one) => one.id === id)
  return (
    <div className="grid gap-3">
      {explanation && <p className="text-body text-ink2">{explanation}</p>}
      <PersonSelect label={t('assign.who')} people={people} value={id} onChange={setId} />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={person ? undefined : t('assign.needs')}
          onPress={() => person && onAssign(person)}
        >
          {t('assign.save')}
        </Button>
      </div>
    </div>
  )
}
