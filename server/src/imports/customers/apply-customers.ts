import type { Reading } from '@quittance/core/imports/row-cells.ts'
import type { Db } from '../../platform/database/db.ts'
import { keepRefused } from '../applying/keep-refused.ts'
import type { Importer } from '../import-work.ts'
import { openSession } from '../planning/open-session.ts'
import { correctionsOf } from '../refused-rows.ts'
import { nothingWritten, type SourceFileRow } from '../source-file-row.ts'
import { keepBatch, lockSourceFile } from '../source-files.ts'
import { type HeldRow, invoicesAfter } from '../staging/source-rows.ts'
import { type CustomerList, openCustomerList, type PlannedCustomer, planCustomers } from './plan-customers.ts'
import { linkParents, writeCustomerRows } from './write-customer-cards.ts'

const rowsABatch = 1000

/**
 * Brings in the rows of a list of customers, a thousand a transaction, then links them to their parents. False when
 * another run is ahead: it does the rest too.
 */
export async function applyCustomers(importer: Importer, file: SourceFileRow, reading: Reading): Promise<boolean> {
  const { language, today, currency } = importer
  const list = await importer.transaction(async (db) => {
    const setting = { legalEntity: file.legalEntityId, language, today, reading, drafted: [] }
    return openCustomerList(db, await openSession(db, setting), currency)
  })
  for (let from = file.doneTo; ; ) {
    const rows = await importer.transaction((db) => invoicesAfter(db, file.id, from, rowsABatch))
    if (rows.length === 0) break
    if (!(await importer.transaction((db) => applyRows(db, list, { file: file.id, rows, from })))) return false
    from = rows.at(-1)?.line ?? from
  }
  await importer.transaction((db) => linkParents(db, file.id))
  return true
}

interface Step {
  readonly file: number
  readonly rows: readonly HeldRow[]
  readonly from: number
}

async function applyRows(db: Db, list: CustomerList, { file, rows, from }: Step): Promise<boolean> {
  const now = await lockSourceFile(db, file)
  if (now?.state !== 'importing' || now.doneTo !== from) return false
  const typed = await correctionsOf(
    db,
    file,
    rows.map(({ line }) => line),
  )
  const outcomes = await planCustomers(db, list, rows, typed)
  const planned = outcomes.filter((one): one is PlannedCustomer => one.kind === 'planned')
  const wrote = await writeCustomerRows(db, { session: list.session, file }, planned)
  const refused = outcomes.flatMap((one) => (one.kind === 'refused' ? [one.refused] : []))
  await keepRefused(db, file, rows, refused)
  const before = { ...nothingWritten, ...now.written }
  await keepBatch(db, file, {
    doneTo: rows.at(-1)?.line ?? from,
    rows: rows.length,
    written: {
      ...before,
      customers: before.customers + wrote.customers,
      changedCustomers: before.changedCustomers + wrote.changedCustomers,
      contacts: before.contacts + wrote.contacts,
    },
  })
  return true
}
