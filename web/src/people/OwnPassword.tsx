import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../ui/Card.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { changeOwnPassword } from './access.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { missingCharacters } from './password.ts'

/** One's own password, whatever one's role. */
export function OwnPassword() {
  const { t } = useTranslation('people')
  const [isOpen, setOpen] = useState(false)
  return (
    <Card padded label={t('mine.password')} className="grid gap-3 py-4">
      <SectionTitle>{t('mine.password')}</SectionTitle>
      <p className="text-body text-ink2">{t('mine.passwordLead')}</p>
      <div>
        <Button onPress={() => setOpen(true)}>{t('mine.passwordChange')}</Button>
      </div>
      <Drawer isOpen={isOpen} onClose={() => setOpen(false)} title={t('mine.passwordChange')}>
        <OwnPasswordForm onDone={() => setOpen(false)} />
      </Drawer>
    </Card>
  )
}

function OwnPasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('people')
  const { person } = useSession()
  const act = useAct()
  const [form, setForm] = useState({ current: '', password: '' })
  const [hasTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const missing = missingCharacters(form.password)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isPending || form.current === '' || missing > 0) return
    setPending(true)
    setRefusal(undefined)
    try {
      await changeOwnPassword(form)
      await act({ work: async () => undefined, done: () => t('mine.passwordSaved') })
      onDone()
    } catch (problem) {
      setRefusal(problem instanceof Error ? problem.message : String(problem))
      setPending(false)
    }
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3.5">
      {/* Password managers ask for it, to know which of their entries changes. */}
      <input type="text" name="username" autoComplete="username" value={person.email} readOnly hidden />
      <PasswordInput
        label={t('mine.passwordCurrent')}
        use="current"
        isRequired
        value={form.current}
        onChange={(current) => setForm({ ...form, current })}
        error={hasTried && form.current === '' ? t('mine.passwordNeedsCurrent') : undefined}
      />
      <PasswordInput
        label={t('mine.passwordNew')}
        use="new"
        isRequired
        value={form.password}
        onChange={(password) => setForm({ ...form, password })}
        description={
          form.password !== '' && missing > 0 ? t('password.missing', { count: missing }) : t('password.rule')
        }
        error={hasTried && missing > 0 ? t('firstAccount.needs.password') : undefined}
      />
      <div role="alert" className="empty:hidden">
        {refusal && <Note look="danger">{refusal}</Note>}
      </div>
      <div className="flex justify-end">
        <Button variant="primary" type="submit" isPending={isPending}>
          {t('mine.passwordSave')}
        </Button>
      </div>
    </form>
  )
}
