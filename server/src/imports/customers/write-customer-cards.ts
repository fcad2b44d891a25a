import {
  type CustomerCard,
  lockCustomerCards,
  parentsFound,
  writeCustomerCards,
} from '../../customers/customer-cards.ts'
import { insertIbans } from '../../customers/ibans.ts'
import { changeTiesAlone, customerParents } from '../../customers/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { addContacts, createCustomers } from '../applying/write-customers.ts'
import { type ChangeMade, recordChanges } from '../changes-made.ts'
import type { Session } from '../planning/plan-batch.ts'
import type { PlannedCustomer } from './plan-customers.ts'

export interface CardsWritten {
  readonly customers: number
  readonly changedCustomers: number
  readonly contacts: number
}

/** Writes what was planned, in the caller's transaction. Nothing that is already so is written again. */
export async function writeCustomerRows(
  db: Db,
  { session, file }: { readonly session: Session; readonly file: number },
  planned: readonly PlannedCustomer[],
): Promise<CardsWritten> {
  const { directory } = session
  const unmade = [...new Set(planned.flatMap(({ customer }) => (customer < 0 ? [customer] : [])))]
  const created = await createCustomers(db, directory, unmade)
  const ids = planned.map(({ customer }) => directory.idOf(customer))
  const before = await lockCustomerCards(db, [...new Set(ids)])
  const now = new Map(before.map((card) => [card.id, card]))
  for (const [index, { said }] of planned.entries()) {
    const card = now.get(ids[index] ?? 0)
    if (card) now.set(card.id, { ...card, ...said.facts })
  }
  const changes = before.flatMap((card) => changeOf(card, now.get(card.id) ?? card))
  await writeCustomerCards(
    db,
    changes.map(({ after }) => after),
  )
  const accounts = planned.flatMap(({ said }, index) =>
    said.ibans.map((iban) => ({ customerId: ids[index] ?? 0, iban })),
  )
  const ibans = await insertIbans(db, once(accounts), 'file')
  const contacts = await addContacts(db, directory, mailboxesOf(planned, ids))
  await recordChanges(db, file, { created: { customer: created, contact: contacts, customerIban: ibans }, changes })
  const made = new Set(created)
  return {
    customers: created.length,
    changedCustomers: changes.filter(({ id }) => !made.has(id)).length,
    contacts: contacts.length,
  }
}

interface CardChange extends ChangeMade {
  readonly after: CustomerCard
}

const changeOf = (before: CustomerCard, after: CustomerCard): CardChange[] =>
  (Object.keys(after) as (keyof CustomerCard)[]).every((name) => after[name] === before[name])
    ? []
    : [{ thing: 'customer', id: before.id, before, after }]

const once = (accounts: readonly { readonly customerId: number; readonly iban: string }[]) => [
  ...new Map(accounts.map((one) => [`${one.customerId} ${one.iban}`, one])).values(),
]

function mailboxesOf(planned: readonly PlannedCustomer[], ids: readonly number[]) {
  const boxes = new Map<
    number,
    { contacts: Map<string, { email: string; lastName: string | null; phone: string | null }> }
  >()
  for (const [index, { row }] of planned.entries()) {
    const { invoicingEmail, contactName, phone } = row.customer
    if (!invoicingEmail) continue
    const id = ids[index] ?? 0
    const { contacts } = boxes.get(id) ?? { contacts: new Map() }
    contacts.set(invoicingEmail.toLowerCase(), {
      email: invoicingEmail,
      lastName: contactName ?? null,
      phone: phone ?? null,
    })
    boxes.set(id, { contacts })
  }
  return boxes
}

/** Once all rows are in: customers and the parents they named, wherever in the file those came. One that would go round in a ring waits. */
export async function linkParents(db: Db, file: number): Promise<void> {
  const found = await parentsFound(db)
  if (found.length === 0) return
  await changeTiesAlone(db)
  const parents = await customerParents(db)
  const linked = new Map<number, number>()
  for (const { id, parent } of found) {
    if (isAtOrAbove(parents, id, parent)) continue
    parents.set(id, parent)
    linked.set(id, parent)
  }
  const cards = await lockCustomerCards(db, [...linked.keys()])
  const changes = cards.flatMap((card) =>
    changeOf(card, { ...card, parentId: linked.get(card.id) ?? card.parentId, awaitedParentCode: null }),
  )
  await writeCustomerCards(
    db,
    changes.map(({ after }) => after),
  )
  await recordChanges(db, file, { created: {}, changes })
}

function isAtOrAbove(parents: ReadonlyMap<number, number>, ancestor: number, customer: number): boolean {
  const passed = new Set<number>()
  for (let at: number | undefined = customer; at !== undefined && !passed.has(at); at = parents.get(at)) {
    if (at === ancestor) return true
    passed.add(at)
  }
  return false
}
