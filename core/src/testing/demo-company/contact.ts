import type { DemoContact } from './shapes.ts'

type Words = Pick<DemoContact, 'civility' | 'firstName' | 'lastName' | 'phone'> &
  Partial<Pick<DemoContact, 'jobTitle' | 'role' | 'receivesReminders'>> & { readonly mailbox?: string }

/** Somebody at the mail domain of a customer, by default the one who gets the invoices at factures@. */
export const contact = (domain: string, { mailbox = 'factures', ...words }: Words): DemoContact => ({
  jobTitle: 'Comptabilité',
  role: 'accountsPayable',
  receivesReminders: true,
  refusedOn: null,
  ...words,
  email: `${mailbox}@${domain}`,
})
