import { customerCodeKey } from '@quittance/core/imports/customer-name.ts'
import { type CustomerRow, parseCustomerRow } from '@quittance/core/imports/customers/customer-row.ts'
import type { Field } from '@quittance/core/imports/fields.ts'
import type { Refusal, Warning } from '@quittance/core/imports/refusals.ts'
import type { Corrections, SourceRow } from '@quittance/core/imports/row-cells.ts'
import { type Currency, money } from '@quittance/core/money/money.ts'
import { type CustomerCard, customerCards, parentCodes } from '../../customers/customer-cards.ts'
import { ibansOfCustomers } from '../../customers/ibans.ts'
import type { Db } from '../../platform/database/db.ts'
import type { Session } from '../planning/plan-batch.ts'
import { unknownCustomer } from '../planning/unknown-customer.ts'
import type { RefusedRow } from '../refused-rows.ts'
import { type Said, said, saidNothing } from './said-of-customer.ts'

/** What is known while a list of customers is read from its first row to its last. */
export interface CustomerList {
  readonly session: Session
  readonly currency: Currency
  /** By code: the first row that spoke of a customer, and all that was said since. */
  readonly seen: Map<string, { readonly line: number; readonly said: Said }>
  /** Codes of customers and of the parent each has or awaits. */
  readonly parents: Map<string, string>
}

export async function openCustomerList(db: Db, session: Session, currency: Currency): Promise<CustomerList> {
  const pairs = await parentCodes(db)
  const parents = new Map(pairs.map(({ code, parent }) => [customerCodeKey(code), customerCodeKey(parent)]))
  return { session, currency, seen: new Map(), parents }
}

/** One row that can go in. `customer` is negative for one still to be made. */
export interface PlannedCustomer {
  readonly kind: 'planned'
  readonly source: SourceRow
  readonly row: CustomerRow
  readonly customer: number
  readonly said: Said
  /** null: an earlier row of the file is about the same customer. */
  readonly plan: 'changed' | 'new' | 'unchanged' | null
  readonly warnings: readonly Warning[]
}

export type CustomerOutcome =
  | PlannedCustomer
  | { readonly kind: 'refused'; readonly source: SourceRow; readonly refused: RefusedRow }

/** What importing these rows would do, in their order; writes nothing. Check and application decide with this alone. */
export async function planCustomers(
  db: Db,
  list: CustomerList,
  rows: readonly SourceRow[],
  typed: ReadonlyMap<number, Corrections>,
): Promise<CustomerOutcome[]> {
  const outcomes = rows.map((source) => planOne(list, source, typed.get(source.line) ?? {}))
  const known = outcomes.flatMap((one) => (one.kind === 'planned' && one.customer > 0 ? [one.customer] : []))
  const cards = new Map((await customerCards(db, known)).map((card) => [card.id, card]))
  const accounts = new Set((await ibansOfCustomers(db, known)).map(({ customerId, iban }) => `${customerId} ${iban}`))
  return outcomes.map((one) => {
    if (one.kind === 'refused' || one.plan !== 'changed') return one
    const card = cards.get(one.customer)
    const isNew = one.said.ibans.some((iban) => !accounts.has(`${one.customer} ${iban}`))
    return isNew || !card || changesCard(card, one.said) ? one : { ...one, plan: 'unchanged' }
  })
}

/** What the card says already is no news; of the parent `parents` knows. */
export const changesCard = (card: CustomerCard, { facts, parentIsNew }: Said): boolean =>
  parentIsNew || (Object.keys(facts) as (keyof typeof facts)[]).some((name) => facts[name] !== card[name])

function planOne(list: CustomerList, source: SourceRow, corrections: Corrections): CustomerOutcome {
  const { session, currency, seen, parents } = list
  const { directory, reading } = session
  const parsed = parseCustomerRow(source, reading, corrections)
  const { line } = source
  if (!parsed.ok)
    return { kind: 'refused', source, refused: { line, invoiceNumber: parsed.code, refusals: parsed.refusals } }
  const { row } = parsed
  const found = directory.customerOf({ customer: row.customer, total: money(0, row.currency ?? currency) }, corrections)
  if (found.kind === 'unknown') return refused(source, row, unknownCustomer(row.customer.name, found))
  const code = directory.codeOf(found.id)
  const key = customerCodeKey(code)
  const before = seen.get(key)
  if (row.parentCode !== undefined && closesRing(parents, key, customerCodeKey(row.parentCode)))
    return refused(source, row, { code: 'parentInRing', field: 'parentCode', value: row.parentCode })
  const isOfAnother = row.customer.code !== undefined && directory.isAliasCode(row.customer.code)
  const now = isOfAnother ? saidNothing(row) : said(row, { session, knownCode: found.id > 0 ? code : null, parents })
  const both = before ? together(before.said, now) : now
  if (!both) {
    return refused(source, row, {
      code: 'customerTwice',
      field: row.customer.code === undefined ? 'customerName' : 'customerCode',
      value: row.customer.code ?? row.customer.name,
      other: String(before?.line ?? line),
    })
  }
  seen.set(key, { line: before?.line ?? line, said: both })
  if (row.parentCode !== undefined && !isOfAnother) parents.set(key, customerCodeKey(row.parentCode))
  const plan = before ? null : found.id < 0 ? 'new' : 'changed'
  return { kind: 'planned', source, row, customer: found.id, said: now, plan, warnings: parsed.warnings }
}

/** What two rows say of one customer; undefined where they contradict each other. */
function together(before: Said, now: Said): Said | undefined {
  const facts = Object.keys(now.facts) as (keyof Said['facts'])[]
  if (facts.some((name) => before.facts[name] !== undefined && before.facts[name] !== now.facts[name])) return undefined
  return { ...before, facts: { ...before.facts, ...now.facts } }
}

/** Walks up from the parent: whoever comes back to the customer goes round. */
function closesRing(parents: ReadonlyMap<string, string>, customer: string, parent: string): boolean {
  const passed = new Set<string>()
  for (let at: string | undefined = parent; at !== undefined && !passed.has(at); at = parents.get(at)) {
    if (at === customer) return true
    passed.add(at)
  }
  return false
}

type Fault = Pick<Refusal, 'code' | 'value'> & { readonly field: Field } & Partial<Pick<Refusal, 'fix' | 'other'>>

const refused = (source: SourceRow, { customer }: CustomerRow, fault: Fault): CustomerOutcome => ({
  kind: 'refused',
  source,
  refused: {
    line: source.line,
    invoiceNumber: customer.code ?? customer.name,
    refusals: [{ ...fault, line: source.line }],
  },
})
