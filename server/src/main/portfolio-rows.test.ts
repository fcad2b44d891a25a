import { describe, expect, it } from 'vitest'
import { addedTo, everybodys } from '../platform/database/testing/catalogue.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { founder, testApplication } from './testing/test-application.ts'
import { asPerson, ownRows, rowsOf, seedTwoPortfolios } from './testing/two-portfolios.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const owner = await founder(app)
const { body: session } = await owner.get<{ organization: { id: number } }>('/api/v1/session')
const organization = session.organization.id
const { karim, nadia, castel, delmas, numbers } = await seedTwoPortfolios(database.owner, organization)

const { rows: catalogue } = await database.owner.query<{
  table: string
  columns: string[]
  named: boolean
  written: boolean
}>(`
  select c.relname as table,
    array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns,
    bool_or(a.attname = 'customer_id') as named,
    has_table_privilege('quittance_app', c.oid, 'update') as written
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'quittance'::regnamespace and c.relkind = 'r'
  group by c.oid, c.relname order by 1`)
const tables = catalogue.filter(({ table }) => !(table in everybodys || addedTo.includes(table)))
const asKarim = asPerson(database.app, organization, karim)
const asNadia = asPerson(database.app, organization, nadia)
/** A row of Nadia’s portfolio has one of its numbers. */
const isHers = (row: string): boolean => new RegExp(`\\b(${numbers.join('|')})\\b`).test(row)
const hers = async (table: string) => (await ownRows(database.owner, organization, table)).filter(isHers)

describe('the rows of another portfolio', () => {
  it('are in every table that is not everybody’s', async () => {
    const empty: string[] = []
    for (const { table } of tables) if ((await hers(table)).length === 0) empty.push(table)
    expect(empty, 'seed a row of these in testing/two-portfolios.ts').toEqual([])
  })

  it.each(tables.map(({ table }) => table))('are not seen: %s', async (table) => {
    expect((await rowsOf(asKarim, table)).filter(isHers)).toEqual([])
  })

  it.each(tables.filter(({ named }) => named).map(({ table }) => table))(
    'are all of them one’s own where a customer is named: %s',
    async (table) => {
      const { rows } = await asKarim.query<{ customer: string }>(
        `select distinct customer_id as customer from ${table} where customer_id is not null`,
      )
      expect(rows.filter(({ customer }) => Number(customer) !== delmas)).toEqual([])
    },
  )

  it('are seen by those who sell to them, but for files, the bank and what is of the whole house', async () => {
    const unseen: string[] = []
    for (const { table } of tables) {
      const seen = (await rowsOf(asNadia, table)).filter(isHers).length
      if (seen !== (await hers(table)).length) unseen.push(table)
    }
    const { rows } = await database.owner.query<{ table: string }>(`
      select distinct tablename as table from pg_policies
      where schemaname = 'quittance' and policyname = 'bank_is_not_for_portfolios' order by 1`)
    expect(unseen).toEqual(rows.map(({ table }) => table))
  })

  it.each(tables.filter(({ written }) => written).map(({ table }) => table))('are not changed: %s', async (table) => {
    const before = await ownRows(database.owner, organization, table)
    await asKarim.tries(`update ${table} set organization_id = organization_id`)
    await asKarim.tries(`delete from ${table}`)
    expect((await hers(table)).toSorted()).toEqual(before.filter(isHers).toSorted())
  })

  it.each(tables.map(({ table, columns }) => [table, columns] as const))(
    'are not added to: %s',
    async (table, columns) => {
      const some = columns.filter((column) => column !== 'id').join(', ')
      const { rows } = await database.owner.query<{ row: object }>(
        `select to_jsonb(t) as row from quittance.${table} t where organization_id = $1 and t::text ~ $2 limit 1`,
        [organization, `\\m(${numbers.join('|')})\\M`],
      )
      const given = JSON.stringify({ ...rows[0]?.row, id: undefined })
      const said = await asKarim.tries(
        `insert into ${table} (${some}) select ${some} from jsonb_populate_record(null::${table}, '${given.replaceAll("'", "''")}')`,
      )
      expect(said).toMatch(/row-level security|portfolio/)
    },
  )

  it.each(tables.filter(({ named, written }) => named && written).map(({ table }) => table))(
    'are not made of one’s own: %s',
    async (table) => {
      const said = await asKarim.tries(`update ${table} set customer_id = ${castel} where customer_id = ${delmas}`)
      // Where there is none of one’s own, nothing changes.
      expect(said).toMatch(/^done: 0$|row-level security|portfolio|foreign key|duplicate key/)
    },
  )
})

describe('the sums of the whole house', () => {
  it.each(addedTo)('are read by those who see all of it: %s', async (table) => {
    expect(await ownRows(database.owner, organization, table)).not.toEqual([])
    expect(await rowsOf(asKarim, table)).toEqual([])
    expect(await asKarim.tries(`delete from ${table}`)).toBe('done: 0')
  })
})

describe('a customer', () => {
  it('is added to one’s own portfolio, and to no other', async () => {
    const add = (rep: number | null) =>
      asKarim.tries(
        `insert into customer (organization_id, code, name, sales_rep_id) values (${organization}, 'NEW', 'New', ${rep}) returning id`,
      )
    expect(await add(karim)).toBe('done: 1')
    expect(await add(nadia)).toMatch('row-level security')
    expect(await add(null)).toMatch('row-level security')
  })

  it('is neither given away nor made the child of a customer that is not one’s own', async () => {
    expect(await asKarim.tries(`update customer set sales_rep_id = ${nadia} where id = ${delmas}`)).toMatch('portfolio')
    expect(await asKarim.tries(`update customer set parent_id = ${castel} where id = ${delmas}`)).toMatch('portfolio')
    expect(await asKarim.tries(`update customer set name = 'Delmas et fils' where id = ${delmas}`)).toBe('done: 1')
  })

  it('does not come into the portfolio by a task that one gives oneself', async () => {
    const task = (customer: number) =>
      asKarim.tries(
        `insert into task (organization_id, kind, title, customer_id, assignee_id, due_on) values (${organization}, 'other', 'Voir', ${customer}, ${karim}, '2026-11-24')`,
      )
    expect(await task(castel)).toMatch('row-level security')
    expect(await task(delmas)).toBe('done: 1')
  })

  it('comes into it with its family, with a task in the own hands, and as the one they follow', async () => {
    const names = async () =>
      (await asKarim.query<{ name: string }>('select name from customer order by name')).rows.map(({ name }) => name)
    const but = async (change: string, undo: string) => {
      await database.owner.query(change)
      const seen = await names()
      await database.owner.query(undo)
      return seen
    }
    const where = `where organization_id = ${organization}`
    expect(await names()).toEqual(['Delmas'])
    for (const [column, of, value, seen] of [
      ['parent_id', castel, delmas, ['Delmas', 'Zéphyrin Castel']],
      ['parent_id', delmas, castel, ['Delmas', 'Zéphyrin Castel']],
      ['collector_id', castel, karim, ['Castel Sud', 'Delmas', 'Zéphyrin Castel']],
    ] as const) {
      const set = (to: number | null) =>
        `update quittance.customer set ${column} = ${to ?? 'null'} ${where} and id = ${of}`
      expect(await but(set(value), set(null))).toEqual(seen)
    }
    const give = (to: number) => `update quittance.task set assignee_id = ${to} ${where} and customer_id = ${castel}`
    expect(await but(give(karim), give(nadia))).toEqual(['Delmas', 'Zéphyrin Castel'])
  })
})

describe('a transaction that says nothing of a portfolio', () => {
  it('sees the rows of nobody', async () => {
    const client = await database.app.connect()
    await client.query(`begin; select set_config('app.organization', '${organization}', true)`)
    expect((await client.query('select from customer')).rowCount).toBe(0)
    await client.query('rollback')
    client.release()
  })
})
