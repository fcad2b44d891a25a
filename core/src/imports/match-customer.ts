import { customerCodeKey, nameKey, nameNearness, nameWords } from './customer-name.ts'
import type { RowCustomer } from './parse-row.ts'

/** A customer as it is known, as far as matching goes. */
export interface KnownCustomer {
  readonly id: number
  readonly name: string
  readonly code: string | null
  readonly siren: string | null
  readonly vatNumber: string | null
}

export type CustomerMatch =
  | { readonly kind: 'known'; readonly id: number; readonly by: 'code' | 'siren' | 'vatNumber' | 'name' }
  /** Several known customers answer to this name: a person chooses. */
  | { readonly kind: 'several'; readonly ids: readonly number[] }
  /** Nobody answers; `near` are those it may be, nearest first, at most three. */
  | { readonly kind: 'new'; readonly key: string; readonly near: readonly NearCustomer[] }

export interface NearCustomer {
  readonly id: number
  readonly name: string
  /** 0 to 1; from 0.75 on it is worth asking before a second customer is made. */
  readonly nearness: number
}

export interface CustomerIndex {
  readonly match: (customer: RowCustomer) => CustomerMatch
  /** Makes a customer known to the rows that follow; again under another name or code, which then lead to it too. */
  readonly add: (customer: KnownCustomer) => void
  /** The same, of one that rows of the file themselves tell apart: no other name is taken for a spelling of its own. */
  readonly addExact: (customer: KnownCustomer) => void
}

const nearEnough = 0.75

/** Customers whose names share the beginning of a word: of « Client 1 » to « Client 20000 » not all can be compared. */
const mostLookedAt = 200

/**
 * Who a row's customer is: by code; else by SIREN; else by VAT number; else by name without accents, case and legal form.
 * A code that is nobody's does not fall back on the name of a customer who has another code: two branches of one firm.
 */
export function indexCustomers(known: Iterable<KnownCustomer>): CustomerIndex {
  const byCode = new Map<string, number>()
  const bySiren = new Map<string, KnownCustomer[]>()
  const byVat = new Map<string, KnownCustomer[]>()
  const byName = new Map<string, KnownCustomer[]>()
  const byWord = new Map<string, Set<KnownCustomer>>()

  const addExact = (customer: KnownCustomer): void => {
    if (customer.code) byCode.set(customerCodeKey(customer.code), customer.id)
    if (customer.siren) push(bySiren, customer.siren, customer)
    if (customer.vatNumber) push(byVat, customer.vatNumber, customer)
    push(byName, nameKey(customer.name), customer)
  }

  const add = (customer: KnownCustomer): void => {
    addExact(customer)
    for (const word of new Set(nameWords(customer.name).map(wordStart))) {
      const some = byWord.get(word)
      if (some) some.add(customer)
      else byWord.set(word, new Set([customer]))
    }
  }

  const near = (customer: RowCustomer): NearCustomer[] => {
    const some = new Set<KnownCustomer>()
    for (const word of nameWords(customer.name))
      for (const like of firstOf(byWord.get(wordStart(word)) ?? [], mostLookedAt)) some.add(like)
    return [...some]
      .filter(({ code }) => !contradicts(customer, code))
      .map(({ id, name }) => ({ id, name, nearness: nameNearness(customer.name, name) }))
      .filter(({ nearness }) => nearness >= nearEnough)
      .sort((a, b) => b.nearness - a.nearness || a.id - b.id)
      .filter(({ id }, place, all) => all.findIndex((one) => one.id === id) === place)
      .slice(0, 3)
  }

  const match = (customer: RowCustomer): CustomerMatch => {
    const coded = customer.code === undefined ? undefined : byCode.get(customerCodeKey(customer.code))
    if (coded !== undefined) return { kind: 'known', id: coded, by: 'code' }
    const ways = [
      ['siren', customer.siren && bySiren.get(customer.siren)],
      ['vatNumber', customer.vatNumber && byVat.get(customer.vatNumber)],
      ['name', byName.get(nameKey(customer.name))],
    ] as const
    for (const [by, found] of ways) {
      const free = (found || []).filter(({ code }) => !contradicts(customer, code))
      // A customer may be known under several names.
      const ids = [...new Set(free.map(({ id }) => id))]
      const [only] = ids
      if (only !== undefined && ids.length === 1) return { kind: 'known', id: only, by }
      if (ids.length > 1) return { kind: 'several', ids }
    }
    return { kind: 'new', key: newKey(customer), near: near(customer) }
  }

  for (const customer of known) add(customer)
  return { match, add, addExact }
}

const contradicts = (customer: RowCustomer, code: string | null): boolean =>
  customer.code !== undefined && code !== null && customerCodeKey(code) !== customerCodeKey(customer.code)

const wordStart = (word: string): string => word.slice(0, 4)

/** Equal for two rows that would make one customer. */
const newKey = ({ code, siren, name }: RowCustomer): string =>
  code === undefined ? (siren ?? `name ${nameKey(name)}`) : `code ${customerCodeKey(code)}`

function* firstOf<T>(all: Iterable<T>, most: number): Generator<T> {
  let given = 0
  for (const one of all) {
    if (given++ >= most) return
    yield one
  }
}

function push(map: Map<string, KnownCustomer[]>, key: string, customer: KnownCustomer): void {
  if (key === '') return
  const some = map.get(key)
  if (some) some.push(customer)
  else map.set(key, [customer])
}
