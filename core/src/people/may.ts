export type Role = 'admin' | 'director' | 'accountant' | 'sales' | 'project' | 'readonly'
export type Act = 'read' | 'write'

/**
 * What rights are given on. `ownAccount`: one's sessions, name and signature; `sender`: the mail server of a firm;
 * `settings`: the rules of the organisation and its firms; `people`: colleagues and their roles; `apiKeys`: what programs
 * may push; `bank`: accounts, statements and what they pay; `imports`: files, ledgers and where they come from;
 * `law`: rates, what is claimed or given up, formal notices, legal files, the end of the road; `scenarios`: scenarios, who
 * follows which by itself, and the texts of messages and calls; `business`: all else.
 */
export const things = [
  'ownAccount',
  'business',
  'sender',
  'settings',
  'people',
  'apiKeys',
  'bank',
  'imports',
  'law',
  'scenarios',
] as const
export type Thing = (typeof things)[number]

/** Who may write what; nobody writes what is not listed here. */
const writers: Readonly<Record<Thing, readonly Role[]>> = {
  ownAccount: ['admin', 'director', 'accountant', 'sales', 'project', 'readonly'],
  business: ['admin', 'director', 'accountant', 'sales', 'project'],
  sender: ['admin', 'director', 'accountant'],
  settings: ['admin', 'director'],
  people: ['admin', 'director'],
  apiKeys: ['admin'],
  bank: ['admin', 'director', 'accountant'],
  imports: ['admin', 'director', 'accountant'],
  law: ['admin', 'director', 'accountant'],
  scenarios: ['admin', 'director', 'accountant'],
}

const wholeHouse: readonly Role[] = ['admin', 'director', 'accountant', 'readonly']

/** Sales reps and project managers see their portfolio only; of all else, what the database lets through. */
export const seesPortfolioOnly = ({ role }: { readonly role: Role }): boolean => !wholeHouse.includes(role)

/** Who may see what not everybody sees: the bank, and files in which every customer stands. */
const readers: Partial<Record<Thing, readonly Role[]>> = { bank: wholeHouse, imports: wholeHouse }

/** May this person do that to this kind of thing? Somebody who left the organisation may nothing. */
export function may(person: { readonly role: Role; readonly isActive: boolean }, act: Act, thing: Thing): boolean {
  if (!person.isActive) return false
  if (act === 'read') return readers[thing]?.includes(person.role) ?? true
  return writers[thing].includes(person.role)
}
