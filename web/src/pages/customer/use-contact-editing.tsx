import { type ReactNode, useState } from 'react'
import type { Contact, Customer } from '../../customers/api.ts'
import { ContactDrawer } from '../../customers/ContactDrawer.tsx'
import { useCustomerActs } from '../../customers/use-customer-acts.ts'

export interface ContactEditing {
  readonly edit: (contact: Contact) => void
  readonly add: () => void
  readonly correct: (contact: Contact, email: string) => void
  /** The drawer, to render once. */
  readonly drawer: ReactNode
}

/** Adding, changing, correcting and removing contacts, all at once and undoable. */
export function useContactEditing(customer: Customer): ContactEditing {
  const acts = useCustomerActs(customer)
  const [editing, setEditing] = useState<Contact | 'new' | null>(null)
  const close = () => setEditing(null)
  return {
    edit: setEditing,
    add: () => setEditing('new'),
    correct: (contact, email) => void acts.changeContact(contact, { email }),
    drawer: (
      <ContactDrawer
        editing={editing}
        onClose={close}
        onSave={(words) => {
          close()
          void (editing === 'new' || editing === null ? acts.addContact(words) : acts.changeContact(editing, words))
        }}
        onRemove={(contact) => {
          close()
          void acts.removeContact(contact)
        }}
      />
    ),
  }
}
