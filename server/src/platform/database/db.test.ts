import { describe, expect, it } from 'vitest'
import { type Scope, transaction } from './db.ts'
import { sql } from './sql.ts'
import { testDatabase } from './testing/test-database.ts'

const database = await testDatabase()
const scope: Scope = { organization: 12, person: 34, rights: 'portfolio', user: `o'neil` }

await database.owner.query('create table platform.note (id bigint primary key, text text not null)')
await database.owner.query(
  'grant usage on schema platform to quittance_app; grant all on platform.note to quittance_app',
)
const notes = () =>
  transaction(database.app, scope, (db) => db.rows<{ text: string }>(sql`select text from platform.note`))
const isAlive = async (pid: number): Promise<boolean> =>
  (await database.app.query('select from pg_stat_activity where pid = $1', [pid])).rowCount !== 0
const write = (id: number, text: string) => sql`insert into platform.note values (${id}, ${text})`

describe('a transaction', () => {
  it('says whose eyes it looks with, and the next one on the same connection starts blind', async () => {
    const settings = sql`
      select current_user::text as role, current_setting('app.organization') as organization,
             current_setting('app.person') as person, current_setting('app.rights') as rights,
             current_setting('app.user') as user`
    expect(await transaction(database.app, scope, (db) => db.one(settings))).toEqual({
      role: 'quittance_app',
      organization: '12',
      person: '34',
      rights: 'portfolio',
      user: `o'neil`,
    })
    const { rows } = await database.app.query(`select current_setting('app.organization', true) as organization`)
    expect(rows[0].organization ?? '').toBe('')
  })

  it('fails alone when the server drops its line between two statements, and the next one has a line of its own', async () => {
    const work = transaction(database.app, scope, async (db) => {
      const { pid } = await db.one<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await database.app.query('select pg_terminate_backend($1)', [pid])
      while (await isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 5))
      await db.run(write(1, 'lost'))
    })
    await expect(work).rejects.toThrow(/connection/i)
    expect(await notes()).toEqual([])
  })

  it('keeps nothing of work that throws', async () => {
    const work = transaction(database.app, scope, async (db) => {
      await db.run(write(1, 'lost'))
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await notes()).toEqual([])
  })

  it('does not pretend to have committed when a failed statement was hidden', async () => {
    const work = transaction(database.app, scope, async (db) => {
      await db.run(write(2, 'lost'))
      await db.run(sql`select 1 / ${0}::int`).catch(() => 'hidden')
    })
    await expect(work).rejects.toThrow('Nothing was committed')
    expect(await notes()).toEqual([])
  })

  it('takes back only the savepoint that failed', async () => {
    await transaction(database.app, scope, async (db) => {
      expect(await db.run(write(3, 'kept'))).toBe(1)
      await expect(db.savepoint(() => db.run(write(3, 'twice')))).rejects.toThrow('duplicate key')
    })
    expect(await notes()).toEqual([{ text: 'kept' }])
  })

  it('refuses a statement that comes after its end', async () => {
    const late = await transaction(database.app, scope, async (db) => db)
    await expect(late.rows(sql`select 1`)).rejects.toThrow('has ended')
  })

  it('streams every row once, in batches', async () => {
    const sizes: number[] = []
    const total = await transaction(database.app, scope, async (db) => {
      let sum = 0
      for await (const rows of db.stream<{ n: number }>(sql`select n from generate_series(1::bigint, ${25}) n`, 10)) {
        sizes.push(rows.length)
        for (const { n } of rows) sum += n
      }
      return sum
    })
    expect({ sizes, total }).toEqual({ sizes: [10, 10, 5], total: 325 })
  })

  it('says a bug when one row was expected and two or none came', async () => {
    await transaction(database.app, scope, async (db) => {
      await expect(db.one(sql`select 1 where false`)).rejects.toThrow('No row')
      await expect(db.maybe(sql`select generate_series(1, 2)`)).rejects.toThrow('2 rows')
      expect(await db.maybe(sql`select 1 where false`)).toBeNull()
    })
  })
})

describe('columns', () => {
  const read = (query: ReturnType<typeof sql>) => transaction(database.app, scope, (db) => db.one(query))

  it('arrive as whole numbers, days and instants that lose nothing', async () => {
    const row = sql`
      select 9007199254740991::bigint as most, '2026-03-29'::date as day, 1.50::numeric as rate, count(*) as lines,
             '2026-03-29 02:30:00.123456+02'::timestamptz as at, '{1,null}'::bigint[] as ids,
             array['2026-01-31'::date] as days, array['2026-03-29 02:30:00+02'::timestamptz] as instants,
             '{}'::date[] as none, ${['a,b', '"']}::text[] as words
      from generate_series(1, 3)`
    expect(await read(row)).toEqual({
      most: 9007199254740991,
      day: '2026-03-29',
      rate: '1.50',
      lines: 3,
      at: '2026-03-29T00:30:00.123456Z',
      ids: [1, null],
      days: ['2026-01-31'],
      instants: ['2026-03-29T00:30:00Z'],
      none: [],
      words: ['a,b', '"'],
    })
  })

  it('refuse a number they could not say exactly', async () => {
    await expect(read(sql`select 9007199254740993::bigint`)).rejects.toThrow('9007199254740993')
  })
})
