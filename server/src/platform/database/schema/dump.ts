import type pg from 'pg'
import * as catalogue from './catalogue.ts'

/**
 * The migrated schema as SQL text, read from the catalogue: the same for the same migrations, whoever owns it. It is
 * there to be read and compared; databases are made by the migrations.
 */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  await client.query('begin read only')
  try {
    await client.query('set local search_path = quittance')
    const lines = async (text: string) => (await client.query<catalogue.Line>(text)).rows
    const parts = {
      columns: await lines(catalogue.columns),
      constraints: await lines(catalogue.constraints),
      after: [
        ...(await lines(catalogue.tableComments)),
        ...(await lines(catalogue.columnComments)),
        ...(await lines(catalogue.indexes)),
        ...(await lines(catalogue.triggers)),
        ...(await lines(catalogue.security)),
        ...(await lines(catalogue.policies)),
        ...(await lines(catalogue.grants)),
      ],
    }
    const blocks = [
      ...(await lines(catalogue.extensions)).map(({ line }) => line),
      ...(await lines(catalogue.types)).map(({ line }) => line),
      ...(await lines(catalogue.functions)).map(({ line }) => line.trim()),
      ...(await lines(catalogue.sequences)).map(({ line }) => line),
      ...(await lines(catalogue.tables)).map(({ of }) => table(of, parts)),
      ...(await lines(catalogue.views)).map(({ line }) => line),
    ]
    return `-- Written from the migrated database (UPDATE_GOLDEN=1, server/src/platform/database/schema/dump.test.ts); do not edit.\n\n${blocks.join('\n\n')}\n`
  } finally {
    await client.query('rollback')
  }
}

interface Parts {
  readonly columns: readonly catalogue.Line[]
  readonly constraints: readonly catalogue.Line[]
  readonly after: readonly catalogue.Line[]
}

function table(name: string, { columns, constraints, after }: Parts): string {
  const inside = [...columns, ...constraints].filter(({ of }) => of === name).map(({ line }) => `  ${line}`)
  const beside = after.filter(({ of }) => of === name).map(({ line }) => `${line};`)
  return [`create table ${name} (\n${inside.join(',\n')}\n);`, ...beside].join('\n')
}
