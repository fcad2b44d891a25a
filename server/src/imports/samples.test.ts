import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { aDesk, type Desk } from './testing/a-desk.ts'

const database = await testDatabase()

/** Files that nobody here wrote; a copy of the project without them skips these tests. */
const samples = join(import.meta.dirname, '../../../../shared/samples')
const filesIn = (folder: string): string[] =>
  existsSync(join(samples, folder)) ? readdirSync(join(samples, folder)).map((name) => `${folder}/${name}`) : []

const lists = ['spreadsheets', 'receivables'].flatMap(filesIn).filter((name) => /\.(csv|txt|xlsx)$/.test(name))
const eInvoices = ['cii', 'edge-fr', 'pdf', 'ubl'].flatMap((kind) => filesIn(`einvoice/${kind}`))

/** Everything a file may bring, in an order of its own. */
const contents = (desk: Desk) =>
  desk.rows(sql`
    select 'item' as thing, i.number as name, o.amount, o.amount_due as left, o.due_date::text as day from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization()
    union all
    select 'payment', coalesce(reference, ''), amount, unallocated, received_on::text from payment
    where organization_id = current_organization()
    union all
    select 'customer', code, 0, 0, name from customer where organization_id = current_organization()
    union all
    select 'file', name, length(content), 0, '' from invoice_file where organization_id = current_organization()
    order by 1, 2, 3, 4, 5`)

/** Twice in, nothing new; out, nothing left. Answers whether anything went in. */
async function comesAndGoes(name: string): Promise<boolean> {
  const desk = await aDesk(database)
  const content = readFileSync(join(samples, name))
  const file = await desk.drop(content, name.split('/').at(-1))
  const checked = await desk.shown(file)
  if (checked.state !== 'checked' || checked.summary?.ready === 0) return false
  await desk.apply(file)
  const first = await contents(desk)
  const again = await desk.apply(await desk.drop(content, name.split('/').at(-1)))
  expect(again.summary).toMatchObject({ newInvoices: 0, changedInvoices: 0, newCustomers: 0 })
  expect(await contents(desk)).toEqual(first)
  await desk.undo(file)
  expect(await contents(desk)).toEqual([])
  return true
}

describe.skipIf(lists.length === 0)('a file of the world', () => {
  it.each(lists)(
    'changes nothing the second time, and is undone without a trace: %s',
    async (name) => void (await comesAndGoes(name)),
    60_000,
  )

  it('of an electronic invoice too, as nearly all of them go in', async () => {
    const wentIn: string[] = []
    for (const name of eInvoices) if (await comesAndGoes(name)) wentIn.push(name)
    expect(wentIn.length).toBeGreaterThanOrEqual(eInvoices.length - 5)
  }, 120_000)
})
