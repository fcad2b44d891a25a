import type { Contact, Customer } from './api.ts'

type Named = Pick<Contact, 'civility' | 'firstName' | 'lastName' | 'email'>

/** « Mme Hélène Gauthier », else the address, else null: a service without a name. */
export const contactName = ({ civility, firstName, lastName, email }: Named): string | null => {
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return name === '' ? email : [civility, name].filter(Boolean).join(' ')
}

/** The number to dial: who gets the reminders first, then whoever has one, then the switchboard. */
export function phoneOf({ contacts, phone }: Pick<Customer, 'contacts' | 'phone'>): string | null {
  const byUse = contacts.toSorted((a, b) => Number(b.receivesReminders) - Number(a.receivesReminders))
  return byUse.find((contact) => contact.phone)?.phone ?? phone
}

/** « tel: » takes digits and a leading plus only. */
export const dialled = (phone: string): string => `tel:${phone.replace(/(?!^\+)\D/g, '')}`

/** Whether a reminder has somewhere to go; else whether an address is to correct, or nobody receives them. */
export function reachOf(contacts: readonly Contact[]): 'reachable' | 'refused' | 'nobody' {
  const receivers = contacts.filter(({ email, receivesReminders }) => email && receivesReminders)
  if (receivers.some(({ emailRefusedOn }) => !emailRefusedOn)) return 'reachable'
  return receivers.length > 0 ? 'refused' : 'nobody'
}
