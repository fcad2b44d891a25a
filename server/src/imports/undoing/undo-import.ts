import { removeBareCustomers, removeContacts } from '../../customers/bulk-queries.ts'
import { type CustomerCard, lockCustomerCards, writeCustomerCards } from '../../customers/customer-cards.ts'
import { removeIbans } from '../../customers/ibans.ts'
import { removeInvoices, removeLines, writeInvoices, writeLines } from '../../invoices/bulk-queries.ts'
import { removeFiles } from '../../invoices/invoice-files.ts'
import { removeInstructions } from '../../invoices/payment-instructions.ts'
import { removeAllocations, removePayments, writeLedgerKeys } from '../../payments/bulk-queries.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { found } from '../../platform/http/app-error.ts'
import { forgetFingerprints } from '../e-invoices/fingerprints.ts'
import type { ImportWork } from '../import-work.ts'
import { forgetEntries } from '../ledger/ledger-items.ts'
import { lockSourceFile, markUndone } from '../source-files.ts'
import { forgetGoodImport } from '../sources/good-import.ts'
import { unstate } from '../sources/stated-invoices.ts'
import { removeRows } from '../staging/source-rows.ts'
import { refuseUndo, undoIsOver } from './refuse-undo.ts'
import {
  type Changed,
  canBeUndone,
  createdBy,
  customersChangedBy,
  customersOfInvoices,
  customersOfPayments,
  filesAddedBy,
  forgetChanges,
  invoicesChangedBy,
  obstaclesTo,
  paymentsClaimedBy,
  repeatsOf,
} from './undo-queries.ts'

type Work = Pick<ImportWork, 'disputed' | 'factsChanged'>

/**
 * Takes back all that a file brought in, as if it had never been; refuses when somebody built on it. One that is going in
 * stops there: its next batch finds it undone.
 */
export async function undoImport(db: Db, work: Work, id: number): Promise<void> {
  const file = found(await lockSourceFile(db, id))
  if (!(await canBeUndone(db, id))) throw undoIsOver()
  const obstacles = await obstaclesTo(db, id)
  if (Object.values(obstacles).some((count) => count > 0)) throw refuseUndo(obstacles)

  const created = await createdBy(db, id)
  const customers = new Set(await customersOfInvoices(db, created.invoice))
  for (const repeat of await repeatsOf(db, id, created.invoice))
    for (const customer of await forgetRepeat(db, repeat)) customers.add(customer)
  if (created.dispute.length > 0) await work.disputed.forget(db, created.dispute)
  const { payment: payments, allocation: allocations } = created
  for (const customer of await customersOfPayments(db, { payments, allocations })) customers.add(customer)
  await removeAllocations(db, allocations)
  await removePayments(db, payments)
  await writeLedgerKeys(db, await paymentsClaimedBy(db, id))
  for (const customer of await restoreInvoices(db, id)) customers.add(customer)
  await removeFiles(db, await filesAddedBy(db, id))
  await removeInstructions(db, created.paymentInstruction)
  await removeInvoices(db, created.invoice)
  for (const customer of await unstate(db, file)) customers.add(customer)
  await removeContacts(db, created.contact)
  await removeIbans(db, created.customerIban)
  await restoreCustomers(db, id)
  for (const gone of await removeCustomers(db, created.customer)) customers.delete(gone)
  await forgetEntries(db, id)
  await forgetFingerprints(db, id)
  await forgetChanges(db, id)
  await removeRows(db, id)
  await forgetGoodImport(db, file)
  await markUndone(db, id)
  const details = { name: file.name, invoices: created.invoice.length, customers: created.customer.length }
  await recordInJournal(db, { act: 'undone', thing: 'source_file', thingId: id, details })
  if (customers.size > 0) await work.factsChanged(db, [...customers])
}

/** It brought nothing of its own: it is undone with what it repeats. Answers the customers concerned. */
async function forgetRepeat(db: Db, id: number): Promise<number[]> {
  const file = found(await lockSourceFile(db, id))
  const customers = await unstate(db, file)
  await forgetFingerprints(db, id)
  await removeRows(db, id)
  await forgetGoodImport(db, file)
  await markUndone(db, id)
  return customers
}

/** Answers the customers concerned. */
async function restoreInvoices(db: Db, file: number): Promise<number[]> {
  const changed = await invoicesChangedBy(db, file)
  const before = changed.flatMap(({ before: { lines } }) => lines)
  const kept = new Set(before.map(({ id }) => id))
  const added = changed.flatMap(({ after: { lines } }) => lines.map(({ id }) => id)).filter((id) => !kept.has(id))
  await removeLines(db, added)
  await writeInvoices(
    db,
    changed.map(({ id, before: { lines: _lines, ...facts } }) => ({ id, ...facts })),
  )
  await writeLines(db, before)
  return changed.flatMap((one) => [one.before.customerId, one.after.customerId])
}

/** Those below others first: a parent goes once nobody belongs to it. Answers those that went. */
async function removeCustomers(db: Db, created: readonly number[]): Promise<number[]> {
  const gone = await removeBareCustomers(db, created)
  const went = new Set(gone)
  const left = created.filter((id) => !went.has(id))
  return gone.length === 0 || left.length === 0 ? gone : [...gone, ...(await removeCustomers(db, left))]
}

/** Only what still stands as the import left it. */
async function restoreCustomers(db: Db, file: number): Promise<void> {
  const changed = new Map((await customersChangedBy(db, file)).map((one) => [one.id, one]))
  const now = await lockCustomerCards(db, [...changed.keys()])
  await writeCustomerCards(
    db,
    now.map((customer) => {
      const change = changed.get(customer.id)
      return change ? restored(customer, change) : customer
    }),
  )
}

function restored(now: CustomerCard, { before, after }: Changed<Partial<CustomerCard>>): CustomerCard {
  const fields = Object.keys(after).filter((name) => name !== 'id') as (keyof CustomerCard)[]
  const back = fields.filter((name) => now[name] === after[name]).map((name) => [name, before[name]])
  return { ...now, ...Object.fromEntries(back) }
}
