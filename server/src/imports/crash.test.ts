import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { as } from '../platform/database/connection.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { applyFile } from './applying/apply-file.ts'
import { startImport } from './applying/start-import.ts'
import { aDesk, type Desk, invoicesOf, sales } from './testing/a-desk.ts'

const database = await testDatabase()
const { secrets } = inject('testServer')

/** 2,200 invoices: three batches, a disputed one in each. Every third is partly paid; customers come back in later batches. */
const large = sales(
  ...Array.from({ length: 2200 }, (_, n) => {
    const left = n % 3 === 0 ? '40,00' : '100,00'
    const disputed = n % 1000 === 0 ? 'oui' : 'non'
    return `F-${String(n).padStart(5, '0')};Client ${n % 440};01/09/2026;${n % 2 ? '30/09/2026' : '30/12/2026'};100,00;${left};c${n % 440}@client.example;;;${disputed}`
  }),
).replace('Analyt.', 'En litige')

/** Runs the import in a process of its own that kills itself there; answers the signal it died of. */
const importAndDie = ({ firm }: Desk, file: number, dieIn: number | 'decision'): string | null => {
  const script = join(import.meta.dirname, 'testing/import-and-die.ts')
  const app = as(database.ownerUrl, 'quittance_app', secrets.app)
  const args = [script, database.ownerUrl, app, firm.organization, file, dieIn].map(String)
  const { pid, signal } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(`quittance-import-${pid}-`)))
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  return signal
}

const countsOf = async (desk: Desk) => {
  const [counts] = await desk.rows<Record<string, number>>(sql`
    select (select count(*) from customer where organization_id = current_organization()) as customers,
      (select count(*) from contact where organization_id = current_organization()) as contacts,
      (select count(*) from payment where organization_id = current_organization()) as payments,
      (select count(*) from allocation where organization_id = current_organization()) as allocations,
      (select count(*) from import_change where organization_id = current_organization() and thing <> 'dispute') as changes`)
  return counts
}

const journalOf = (desk: Desk) =>
  desk.rows(sql`select act, details from journal where organization_id = current_organization() order by id`)

describe('an import whose process is killed', () => {
  it('goes on where it was, and nothing is there twice', async () => {
    const whole = await aDesk(database)
    await whole.bring(large)

    const cut = await aDesk(database)
    const file = await cut.drop(large)
    await cut.firm.work((db) => startImport(db, file, { rememberMapping: false, chasedUpTo: null }))
    expect(importAndDie(cut, file, 1)).toBe('SIGKILL')
    expect(await invoicesOf(cut)).toEqual([])
    expect(importAndDie(cut, file, 3)).toBe('SIGKILL')
    expect(await invoicesOf(cut)).toHaveLength(2000)
    expect(await cut.shown(file)).toMatchObject({ state: 'importing', progress: { rows: 2000, total: 2200 } })
    expect(importAndDie(cut, file, 'decision')).toBe('SIGKILL')
    expect(await invoicesOf(cut)).toHaveLength(2200)
    expect(await cut.shown(file)).toMatchObject({ state: 'importing' })
    expect(cut.firm.asked).toEqual([])
    await applyFile(cut.work, cut.firm.organization, file)

    expect(await cut.shown(file)).toMatchObject({ state: 'imported', progress: { rows: 2200, total: 2200 } })
    expect(new Set(cut.firm.asked).size).toBe(440)
    expect(await invoicesOf(cut)).toEqual(await invoicesOf(whole))
    expect(await countsOf(cut)).toEqual(await countsOf(whole))
    expect(await journalOf(cut)).toEqual(await journalOf(whole))
  }, 60_000)

  it('does the work of one when two run at once', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(large)
    await desk.firm.work((db) => startImport(db, file, { rememberMapping: false, chasedUpTo: null }))
    const { organization } = desk.firm
    await Promise.all([1, 2, 3].map(() => applyFile(desk.work, organization, file)))
    expect(await desk.shown(file)).toMatchObject({ state: 'imported' })
    expect(await invoicesOf(desk)).toHaveLength(2200)
    expect(await countsOf(desk)).toMatchObject({ customers: 440, contacts: 440, payments: 734, allocations: 734 })
    expect(await journalOf(desk)).toHaveLength(1)
  }, 60_000)

  it('lets no second file in beside it', async () => {
    const desk = await aDesk(database)
    const small = sales('F-1;Castel;01/09/2026;30/09/2026;100,00;100,00;;;;')
    const [first, second] = [await desk.drop(small), await desk.drop(small)]
    const start = (file: number) =>
      desk.firm.work((db) => startImport(db, file, { rememberMapping: false, chasedUpTo: null }))
    await start(first)
    await expect(start(second)).rejects.toMatchObject({ code: 'anotherImportRuns' })
    await applyFile(desk.work, desk.firm.organization, first)
    await start(second)
  })
})
