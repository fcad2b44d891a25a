import type { BankLine, Books } from './books.ts'
import { plainIban } from './learn.ts'
import { squeezed } from './name-tokens.ts'

/** What tells that the firm sent a line to itself. */
export interface OwnAccounts {
  readonly ibans: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

/** Shorter names are those of many. */
const leastLetters = 4

/** The firm's own accounts and names; customers called alike are told by their names, not by these. */
export function openOwnAccounts({ own, customers }: Pick<Books, 'own' | 'customers'>): OwnAccounts {
  const theirs = new Set(customers.flatMap(({ name, otherNames }) => [name, ...otherNames]).map(squeezed))
  const names = (own?.names ?? []).map(squeezed).filter((name) => name.length >= leastLetters && !theirs.has(name))
  const account = new Set(customers.flatMap(({ ibans }) => ibans.map(plainIban)))
  const ibans = (own?.ibans ?? []).map(plainIban).filter((iban) => iban !== '' && !account.has(iban))
  return { ibans: new Set(ibans), names: new Set(names) }
}

/** By the account it comes from, else by the name of who sent it. */
export const isFromOwn = ({ payerIban, payerName }: BankLine, { ibans, names }: OwnAccounts): boolean =>
  (payerIban !== null && ibans.has(plainIban(payerIban))) || (payerName !== null && names.has(squeezed(payerName)))
