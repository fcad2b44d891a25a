import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { words } from '../../words.mjs'
import { isTest, root, sourceFiles, textOf } from './source-files.ts'

const folder = join(root, 'server/db/migrations')
const migrations = readdirSync(folder).toSorted()
const sqlOf = (name: string): string => textOf(`server/db/migrations/${name}`)

/** The word each table belongs to, as its comment says. */
const owners = new Map(
  migrations.flatMap((name) =>
    [...sqlOf(name).matchAll(/comment on table (?:\w+\.)?(\w+) is '(\w+):/g)].map(
      ([, table = '', word = '']) => [table, word] as const,
    ),
  ),
)

it('migrations are numbered without a gap, each with its word', () => {
  expect(migrations.filter((name) => !/^\d{4}_[a-z_]+\.sql$/.test(name))).toEqual([])
  expect(migrations.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, index) => index + 1))
})

it('every table says in its comment which word it belongs to', () => {
  const tables = migrations.flatMap((name) =>
    [...sqlOf(name).matchAll(/create table (?!auth\.)(\w+)/g)].map(([, table = '']) => table),
  )
  expect(tables.filter((table) => !words.includes(owners.get(table) ?? ''))).toEqual([])
})

it('a table is written by its own word only', () => {
  const wrong = sourceFiles()
    .filter((file) => file.startsWith('server/src/') && !isTest(file) && !file.startsWith('server/src/main/demo/'))
    .flatMap((file) => {
      const word = file.split('/')[2] ?? ''
      return [...textOf(file).matchAll(/(?:insert into|update|delete from)\s+(?:only\s+)?(\w+)/g)].flatMap(
        ([, table = '']) => {
          const owner = owners.get(table)
          return owner === undefined || owner === word || word === 'platform'
            ? []
            : [`${file} writes ${table} of ${owner}`]
        },
      )
    })
  expect([...new Set(wrong)]).toEqual([])
})
