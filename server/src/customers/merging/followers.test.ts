import { expect, it } from 'vitest'
import { followers } from '../../main/followers.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'

const { owner } = await testDatabase()

/** Every column that names a customer: by a foreign key, or by its name where there is none. */
const naming = `
  select c.relname || '.' || a.attname as column
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'quittance'
  where a.attnum > 0 and not a.attisdropped and a.attname <> 'organization_id'
    and (a.attname ~ 'customer_id' or exists (
      select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any(f.conkey)
        and f.confrelid = 'quittance.customer'::regclass))
  order by 1`

const named = async () => (await owner.query<{ column: string }>(naming)).rows.map(({ column }) => column)
const followed = () => followers.following.map(({ table, column }) => `${table}.${column}`)

it('no table that names a customer is forgotten when two are merged', async () => {
  const own = ['customer_alias.into_id', 'not_double.other_id']
  expect([...new Set([...(await named()), ...own])].toSorted()).toEqual(followed().toSorted())
})

it('a new table that names one would be missed', async () => {
  await owner.query('create table quittance.parcel (organization_id bigint, customer_id bigint)')
  expect(followed()).not.toEqual(expect.arrayContaining(await named()))
  await owner.query('drop table quittance.parcel')
})

it('what moves has a key of one number, and what is imaged is not lost', async () => {
  const { rows } = await owner.query<{ table: string; columns: string[] }>(`
    select c.relname as table, array_agg(a.attname::text order by a.attname) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
    where i.indisprimary and c.relnamespace = 'quittance'::regnamespace and a.attname <> 'organization_id' group by 1`)
  const keys = new Map(rows.map(({ table, columns }) => [table, columns]))
  for (const { table, key = 'id', how } of followers.following)
    if (how === 'moves') expect(keys.get(table)).toEqual([key])
  for (const { table, key } of followers.imaged) expect(keys.get(table)).toEqual([...key].toSorted())
  const decided = followers.following.filter(({ how }) => how === 'decided').map(({ table }) => table)
  expect(followers.imaged.map(({ table }) => table)).toEqual(expect.arrayContaining(decided))
})
