import { customerCodeKey, nameKey, nameNearness } from '@quittance/core/imports/customer-name.ts'
import { type CustomerIndex, indexCustomers } from '@quittance/core/imports/match-customer.ts'
import type { InvoiceRow, RowCustomer } from '@quittance/core/imports/parse-row.ts'
import type { Corrections } from '@quittance/core/imports/row-cells.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { NewCustomer } from '../../customers/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import type { SourceCustomer } from '../staging/source-rows.ts'
import { countryCode } from './country-code.ts'
import { activePeople, aliasesOnFile, customersOfOtherFirms, customersOnFile, firmFacts } from './known.ts'

/** Who the rows' customers and sales reps are. Customers the import will create have negative numbers until they are in. */
export interface Directory {
  readonly customerOf: (row: Named, corrections: Corrections) => Found
  readonly nameOf: (customer: number) => string
  readonly codeOf: (customer: number) => string
  /** A code of a customer merged into another one, which keeps its own. */
  readonly isAliasCode: (code: string) => boolean
  /** True the first time one asks of this mailbox of this customer: from then on it is there. */
  readonly isNewMailbox: (customer: number, email: string) => boolean
  readonly termsOf: (customer: number) => string | null
  readonly firmTerms: string | null
  /** null when nobody of that name, e-mail or initials is there, or several are. */
  readonly personOf: (text: string) => number | null
  /** What to create for a negative number, without the facts its rows give. */
  readonly draftOf: (customer: number) => Draft
  /** The customers to create that came up since this was asked last. */
  readonly newDrafts: () => SourceCustomer[]
  /** How many customers to create came up so far. */
  readonly draftCount: () => number
  /** The number it got; rows that follow get that one. */
  readonly made: (customer: number, id: number) => void
  readonly idOf: (customer: number) => number
}

/** What a row says of its customer. */
export type Named = Pick<InvoiceRow, 'customer' | 'total'>

export type Draft = Pick<NewCustomer, 'code' | 'country' | 'currency' | 'language' | 'name'>

export type Found =
  | { readonly kind: 'customer'; readonly id: number }
  /** Nobody has exactly this name: a person links it or says that it is new. */
  | {
      readonly kind: 'unknown'
      readonly near: readonly { readonly name: string; readonly code: string }[]
      readonly several: boolean
    }

interface Card {
  readonly name: string
  readonly code: string
  readonly terms: string | null
}

/** A code Quittance gave because the file had none; a file's own code replaces it. */
export const isMadeCode = (code: string): boolean => /^Q-\d{1,15}$/.test(code)

interface Setting {
  readonly legalEntity: number
  readonly language: Language
  /** Customers that rows of the file named before. */
  readonly drafted: readonly SourceCustomer[]
}

/** Reads all customers and people of the organisation: memory grows with them, not with the file. */
export async function openDirectory(db: Db, { legalEntity, language, drafted }: Setting): Promise<Directory> {
  const cards = new Map<number, Card>()
  const index = indexCustomers([])
  const aliasCodes = new Set<string>()
  for await (const batch of aliasesOnFile(db)) {
    for (const { code, ...alias } of batch) {
      index.add({ ...alias, code: isMadeCode(code) ? null : code })
      aliasCodes.add(code)
    }
  }
  for await (const batch of customersOnFile(db)) {
    for (const { id, name, code, siren, vatNumber, paymentTerms } of batch) {
      cards.set(id, { name, code, terms: paymentTerms })
      // A code Quittance made says nothing against the code a file has for the same name.
      index.add({ id, name, siren, vatNumber, code: isMadeCode(code) ? null : code })
    }
  }
  const ofOtherFirms = await customersOfOtherFirms(db, legalEntity)
  const { terms: firmTerms, nextCode } = await firmFacts(db, legalEntity)
  const personOf = indexPeople(await activePeople(db))
  const drafts = new Map<number, Draft>()
  const mailboxes = new Set<string>()
  const real = new Map<number, number>()
  const idOf = (customer: number): number => real.get(customer) ?? customer
  let codes = nextCode
  let rank = 0
  const fresh: SourceCustomer[] = []
  const learnt = new Set<number>()
  const named = new Map<number, Omit<SourceCustomer, 'rank'>>()
  for (const { rank: before, ...customer } of drafted) {
    rank = Math.max(rank, before)
    // Somebody may have made that customer since.
    if (index.match(asNamed(customer)).kind === 'known') continue
    index.addExact({ id: -before, ...customer })
    named.set(-before, customer)
    cards.set(-before, { name: customer.name, code: customer.code ?? '', terms: null })
  }

  const keepDraft = (
    id: number,
    row: Named,
    { name, code }: { readonly name: string; readonly code: string | null },
  ) => {
    const given = code ?? `Q-${String(codes++).padStart(5, '0')}`
    const { country } = row.customer
    drafts.set(id, {
      name,
      code: given,
      language: row.customer.language ?? language,
      currency: row.total.currency,
      country: (country && countryCode(country)) || 'FR',
    })
    cards.set(id, { name, code: given, terms: null })
  }
  /** A customer without a code of its own gets the row's: rows that follow name it by that, as the next import will. */
  const learnCode = (id: number, customer: RowCustomer): void => {
    const card = cards.get(id)
    if (id < 0 || !customer.code || !card || !isMadeCode(card.code) || learnt.has(id)) return
    learnt.add(id)
    index.addExact({ id, name: customer.name, code: customer.code, siren: null, vatNumber: null })
  }
  const draft = (row: Named): number => {
    const { name, code = null } = row.customer
    rank++
    const id = -rank
    keepDraft(id, row, { name, code })
    const { id: _id, ...identity } = asKnown(id, row.customer)
    fresh.push({ rank, ...identity })
    index.addExact({ id, ...identity })
    return id
  }

  return {
    customerOf: (row, corrections) => {
      const found = find(index, row.customer, corrections)
      const card = found.kind === 'known' && ofOtherFirms.has(found.id) ? cards.get(found.id) : undefined
      if (card && isAnother(row, card, corrections)) return { kind: 'unknown', near: [card], several: true }
      if (found.kind === 'known') learnCode(found.id, row.customer)
      const drafting = found.kind === 'known' && !real.has(found.id) ? named.get(found.id) : undefined
      if (found.kind === 'known' && drafting && !drafts.has(found.id)) keepDraft(found.id, row, drafting)
      if (found.kind === 'known') return { kind: 'customer', id: idOf(found.id) }
      if (found.kind === 'new') return { kind: 'customer', id: draft(row) }
      const cardsOf = found.ids.flatMap((id) => cards.get(id) ?? [])
      return { kind: 'unknown', near: cardsOf, several: found.kind === 'several' }
    },
    nameOf: (customer) => cards.get(customer)?.name ?? '',
    codeOf: (customer) => cards.get(customer)?.code ?? '',
    isAliasCode: (code) => aliasCodes.has(code),
    isNewMailbox: (customer, email) => {
      const mailbox = `${customer} ${email}`
      const isNew = !mailboxes.has(mailbox)
      if (isNew) mailboxes.add(mailbox)
      return isNew
    },
    termsOf: (customer) => cards.get(customer)?.terms ?? null,
    firmTerms,
    personOf,
    draftOf: (customer) => {
      const known = drafts.get(customer)
      if (!known) throw new Error(`No customer was to be made under ${customer}`)
      return known
    },
    newDrafts: () => fresh.splice(0),
    draftCount: () => drafts.size,
    made: (customer, id) => {
      real.set(customer, id)
      const card = cards.get(customer)
      if (card) cards.set(id, card)
    },
    idOf,
  }
}

/** Two firms of one organisation may each have a customer of this code: another name asks who is meant. */
const isAnother = ({ customer }: Named, { name, code }: Card, corrections: Corrections): boolean =>
  corrections.customerName === undefined &&
  corrections.customerCode === undefined &&
  customer.code !== undefined &&
  customerCodeKey(customer.code) === customerCodeKey(code) &&
  nameNearness(customer.name, name) < 0.5

type Answer =
  | { readonly kind: 'known'; readonly id: number }
  | { readonly kind: 'new' }
  | { readonly kind: 'near' | 'several'; readonly ids: readonly number[] }

function find(index: CustomerIndex, customer: RowCustomer, corrections: Corrections): Answer {
  const match = index.match(customer)
  if (match.kind === 'known') return match
  if (match.kind === 'several') return { kind: 'several', ids: match.ids }
  // Names of one file are told apart by that file: only those known before it are near.
  const near = match.near.map(({ id }) => id)
  const isSaid = corrections.customerName !== undefined || corrections.customerCode !== undefined
  return near.length === 0 || isSaid ? { kind: 'new' } : { kind: 'near', ids: near }
}

const asNamed = ({ name, code, siren, vatNumber }: Omit<SourceCustomer, 'rank'>): RowCustomer => ({
  name,
  ...(code !== null && { code }),
  ...(siren !== null && { siren }),
  ...(vatNumber !== null && { vatNumber }),
})

const asKnown = (id: number, { name, code, siren, vatNumber }: RowCustomer) => ({
  id,
  name,
  code: code ?? null,
  siren: siren ?? null,
  vatNumber: vatNumber ?? null,
})

function indexPeople(people: readonly { readonly id: number; readonly name: string; readonly email: string }[]) {
  const byWord = new Map<string, Set<number>>()
  const add = (word: string, id: number): void => {
    if (word !== '') byWord.set(word, (byWord.get(word) ?? new Set()).add(id))
  }
  for (const { id, name, email } of people) {
    const key = plain(name)
    const words = key.split(' ')
    add(key, id)
    add([...words].reverse().join(' '), id)
    add(email.toLowerCase(), id)
    add(words.map((word) => word[0] ?? '').join(''), id)
    for (const word of words.length > 1 ? words : []) add(word, id)
  }
  return (text: string): number | null => {
    const found = byWord.get(text.trim().toLowerCase()) ?? byWord.get(plain(text))
    const [only] = found ?? []
    return found?.size === 1 && only !== undefined ? only : null
  }
}

const plain = (name: string): string => nameKey(name.replace(/[.-]/g, ' '))
