import { contactRoles } from '@quittance/core/dunning/scenario.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { Select } from '../ui/form/Select.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import type { Contact, ContactWords } from './api.ts'
import { looksLikeAddress } from './email-address.ts'

export interface ContactDrawerProps {
  /** The contact to change, 'new', or null while closed. */
  readonly editing: Contact | 'new' | null
  readonly onClose: () => void
  readonly onSave: (words: ContactWords) => void
  readonly onRemove: (contact: Contact) => void
}

/** Who this person is, how to reach them, and what they receive. */
export function ContactDrawer({ editing, onClose, onSave, onRemove }: ContactDrawerProps) {
  const { t } = useTranslation('customers')
  const contact = editing === 'new' ? null : editing
  return (
    <Drawer isOpen={editing !== null} onClose={onClose} title={t(contact ? 'contact.editTitle' : 'contact.addTitle')}>
      <ContactForm contact={contact} onSave={onSave} onRemove={onRemove} />
    </Drawer>
  )
}

const formOf = (contact: Contact | null) => ({
  civility: contact?.civility ?? ('none' as const),
  firstName: contact?.firstName ?? '',
  lastName: contact?.lastName ?? '',
  jobTitle: contact?.jobTitle ?? '',
  role: contact?.role ?? ('accountsPayable' as const),
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  receivesReminders: contact?.receivesReminders ?? true,
})
type Form = Omit<ReturnType<typeof formOf>, 'civility' | 'role'> & {
  readonly civility: 'none' | 'Mme' | 'M.'
  readonly role: Contact['role']
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

interface ContactFormProps extends Pick<ContactDrawerProps, 'onSave' | 'onRemove'> {
  readonly contact: Contact | null
}

function ContactForm({ contact, onSave, onRemove }: ContactFormProps) {
  const { t } = useTranslation('customers')
  const [form, setForm] = useState<Form>(() => formOf(contact))
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const isWrong = form.email.trim() !== '' && !looksLikeAddress(form.email)
  const isBlank = [form.firstName, form.lastName, form.email, form.phone].every((text) => text.trim() === '')
  const missing = isWrong ? 'contact.notAnAddress' : isBlank ? 'contact.needs' : undefined

  const save = () => {
    if (missing) return
    const { civility, role, receivesReminders, ...texts } = form
    onSave({
      civility: civility === 'none' ? null : civility,
      role,
      receivesReminders,
      firstName: orNull(texts.firstName),
      lastName: orNull(texts.lastName),
      jobTitle: orNull(texts.jobTitle),
      email: orNull(texts.email),
      phone: orNull(texts.phone),
    })
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <SegmentedControl
        label={t('contact.civility')}
        value={form.civility}
        onChange={(civility) => set({ civility })}
        options={[
          { value: 'Mme', label: 'Mme' },
          { value: 'M.', label: 'M.' },
          { value: 'none', label: t('contact.noCivility') },
        ]}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextInput
          label={t('contact.firstName')}
          value={form.firstName}
          onChange={(firstName) => set({ firstName })}
          autoFocus={!contact}
        />
        <TextInput label={t('contact.lastName')} value={form.lastName} onChange={(lastName) => set({ lastName })} />
      </div>
      <TextInput label={t('contact.jobTitle')} value={form.jobTitle} onChange={(jobTitle) => set({ jobTitle })} />
      <TextInput
        label={t('contact.email')}
        value={form.email}
        onChange={(email) => set({ email })}
        inputMode="email"
        autoComplete="off"
        error={isWrong ? t('contact.notAnAddress') : undefined}
      />
      <TextInput
        label={t('contact.phone')}
        value={form.phone}
        onChange={(phone) => set({ phone })}
        inputMode="tel"
        autoComplete="off"
      />
      <Select
        label={t('contact.roleLabel')}
        value={form.role}
        onChange={(role) => set({ role })}
        options={contactRoles.map((value) => ({ value, label: t(`contact.role.${value}`) }))}
      />
      <Switch isOn={form.receivesReminders} onChange={(receivesReminders) => set({ receivesReminders })} words="after">
        {t('contact.receivesReminders')}
      </Switch>
      <div className="flex justify-between gap-2 pt-1">
        {contact ? (
          <Button variant="danger" onPress={() => onRemove(contact)}>
            {t('contact.remove')}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" variant="primary" disabledReason={missing && t(missing)}>
          {t(contact ? 'contact.save' : 'contact.saveNew')}
        </Button>
      </div>
    </form>
  )
}
