import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { changePerson, type Person } from './api.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { missingCharacters } from './password.ts'

export interface PasswordDrawerProps {
  readonly person: Person
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A first password lets somebody in; a new one closes their open sessions. */
export function PasswordDrawer({ person, isOpen, onClose }: PasswordDrawerProps) {
  const { t } = useTranslation('people')
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('team.passwordTitle', { name: person.name })}>
      <PasswordForm person={person} onDone={onClose} />
    </Drawer>
  )
}

function PasswordForm({ person, onDone }: { readonly person: Person; readonly onDone: () => void }) {
  const { t } = useTranslation('people')
  const act = useAct()
  const [password, setPassword] = useState('')
  const [hasTried, setTried] = useState(false)
  const missing = missingCharacters(password)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing > 0) return
    const isSaved = await act({
      work: () => changePerson(person.id, { password }),
      done: () => t('team.passwordSaved', { name: person.name }),
    })
    if (isSaved) onDone()
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3.5">
      <p className="text-body text-ink2">{t('team.passwordLead')}</p>
      <PasswordInput
        label={t('password.label')}
        use="new"
        value={password}
        onChange={setPassword}
        description={password !== '' && missing > 0 ? t('password.missing', { count: missing }) : t('password.rule')}
        error={hasTried && missing > 0 ? t('add.needs.password') : undefined}
      />
      <div className="flex justify-end">
        <Button variant="primary" type="submit">
          {t('team.passwordSave')}
        </Button>
      </div>
    </form>
  )
}
