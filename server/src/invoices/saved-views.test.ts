import { beforeAll, describe, expect, it } from 'vitest'
import { type Db, transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import type { SavedSearch } from './saved-view-contract.ts'
import { changeView, countSavedViews, listSavedViews, removeView, saveView } from './saved-views.ts'
import { aFirm, today } from './testing/a-firm.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const other = await aFirm(database, 'Another firm')

const claire = { person: firm.person, role: 'accountant' as const }
let karim: { person: number; role: 'sales' }
let boss: { person: number; role: 'director' }

const search = (fields: Partial<SavedSearch> = {}): SavedSearch => ({
  view: 'late',
  sort: 'daysLate',
  direction: 'desc',
  columns: ['customer', 'number', 'amountDue'],
  ...fields,
})
/** Work under a person's eyes. */
const as = <T>(reader: { person: number }, work: (db: Db) => Promise<T>): Promise<T> =>
  transaction(database.app, { ...firm.scope, person: reader.person }, work)
const named = (reader: typeof claire | typeof karim | typeof boss) =>
  as(reader, async (db) => (await listSavedViews(db, reader)).map(({ name }) => name))
const keep = (reader: typeof claire | typeof karim, name: string, fields: object = {}) =>
  as(reader, (db) => saveView(db, { name, isShared: false, search: search(), ...fields }, reader))

beforeAll(async () => {
  const add = (name: string, role: string) =>
    firm.work(async (db) => {
      const row = await db.one<{ id: number }>(sql`
        insert into person (organization_id, name, email, role)
        values (current_organization(), ${name}, ${`${name}@vauquelin.example`}, ${role}) returning id`)
      return row.id
    })
  karim = { person: await add('Karim', 'sales'), role: 'sales' }
  boss = { person: await add('Sophie', 'director'), role: 'director' }
})

describe('a list kept under a name', () => {
  it('is seen by whoever keeps it, and by colleagues only once it is shared', async () => {
    const id = await keep(claire, 'Mes gros retards')
    expect(await named(claire)).toContain('Mes gros retards')
    expect(await named(karim)).not.toContain('Mes gros retards')
    expect(await named(boss)).not.toContain('Mes gros retards')
    await as(claire, (db) => changeView(db, id, { isShared: true }, claire))
    expect(await named(karim)).toContain('Mes gros retards')
    const [seen] = await as(karim, (db) => listSavedViews(db, karim))
    expect(seen).toMatchObject({ sharedBy: 'Claire Besson', mayChange: false, isShared: true })
  })

  it('stays hidden from a colleague’s statement that asks for every row', async () => {
    await keep(claire, 'Pour moi seule')
    const all = await as(karim, (db) => db.rows<{ name: string }>(sql`select name from saved_view`))
    expect(all.map(({ name }) => name)).not.toContain('Pour moi seule')
    expect(await as(karim, (db) => db.run(sql`delete from saved_view where name = 'Pour moi seule'`))).toBe(0)
    expect(await other.work((db) => db.rows(sql`select name from saved_view`))).toEqual([])
  })

  it('is not changed nor removed by a colleague, but for those who look after colleagues', async () => {
    const id = await keep(claire, 'Semaine', { isShared: true })
    await expect(as(karim, (db) => changeView(db, id, { name: 'Autre' }, karim))).rejects.toMatchObject({ status: 403 })
    await expect(as(karim, (db) => removeView(db, id, karim))).rejects.toMatchObject({ status: 403 })
    await expect(as(boss, (db) => changeView(db, id, { isShared: false }, boss))).rejects.toMatchObject({ status: 403 })
    await as(boss, (db) => removeView(db, id, boss))
    expect(await named(claire)).not.toContain('Semaine')
  })

  it('is nobody else’s: a private one does not exist for a colleague', async () => {
    const id = await keep(karim, 'À moi')
    await expect(as(claire, (db) => removeView(db, id, claire))).rejects.toMatchObject({ status: 404 })
  })

  it('has a name of its own among those of the same person', async () => {
    const id = await keep(claire, 'Castel')
    await expect(keep(claire, 'CASTEL')).rejects.toMatchObject({ code: 'nameTaken', status: 409 })
    await keep(karim, 'Castel')
    await keep(claire, 'Dupont')
    await expect(as(claire, (db) => changeView(db, id, { name: 'dupont' }, claire))).rejects.toMatchObject({
      status: 409,
    })
    await as(claire, (db) => changeView(db, id, { name: 'castel' }, claire))
  })

  it('is kept, but not shared, by somebody who may only read', async () => {
    const reader = { person: karim.person, role: 'readonly' as const }
    await as(reader, (db) => saveView(db, { name: 'Lecture', isShared: false, search: search() }, reader))
    await expect(
      as(reader, (db) => saveView(db, { name: 'Pour tous', isShared: true, search: search() }, reader)),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('counts what is in it, « me » being whoever reads', async () => {
    const castel = await firm.customer({ name: 'Castel', collectorId: claire.person })
    const vauban = await firm.customer({ name: 'Vauban', collectorId: karim.person })
    await firm.invoice({ customer: castel, due: '2026-10-01', number: 'F-1', amount: 100_00 })
    await firm.invoice({ customer: castel, due: '2026-10-02', number: 'F-2', amount: 100_00 })
    await firm.invoice({ customer: vauban, due: '2026-10-03', number: 'F-3', amount: 100_00 })
    const id = await keep(claire, 'À moi en retard', { isShared: true, search: search({ owner: 'me' }) })
    const countFor = async (reader: typeof claire | typeof karim) =>
      (await as(reader, (db) => countSavedViews(db, reader, today))).find((view) => view.id === id)?.count
    expect(await countFor(claire)).toBe(2)
    expect(await countFor(karim)).toBe(1)
  })

  it('leaves no private name in the journal that all read', async () => {
    await keep(claire, 'Nom secret')
    const lines = await firm.work((db) =>
      db.rows<{ details: object }>(sql`select details from journal where thing = 'savedView'`),
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(lines)).not.toContain('Nom secret')
  })
})
