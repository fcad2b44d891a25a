import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Select } from '../ui/form/Select.tsx'

interface Person {
  readonly id: number
  readonly name: string
}

export interface AssignCustomersDialogProps {
  readonly isOpen: boolean
  readonly count: number
  readonly people: readonly Person[]
  readonly onClose: () => void
  readonly onAssign: (person: Person) => void
}

/** Who follows these customers from now on. */
export function AssignCustomersDialog({ isOpen, count, onClose, ...form }: AssignCustomersDialogProps) {
  const { t } = useTranslation('customers')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('assign.title', { count })}>
      <AssignForm {...form} />
    </Dialog>
  )
}

function AssignForm({ people, onAssign }: Pick<AssignCustomersDialogProps, 'people' | 'onAssign'>) {
  const { t } = useTranslation('customers')
  const [id, setId] = useState<string | null>(null)
  const person = people.find((one) => String(one.id) === id)
  return (
    <div className="grid gap-3">
      <Select
        label={t('field.collector')}
        value={id}
        onChange={setId}
        options={people.map((one) => ({ value: String(one.id), label: one.name }))}
      />
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
