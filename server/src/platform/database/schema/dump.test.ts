import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { dumpSchema } from './dump.ts'

const golden = join(import.meta.dirname, '../../../../db/schema.sql')
const database = await testDatabase()
const client = new pg.Client({ connectionString: database.ownerUrl })
await client.connect()
const { rows } = await client.query<{ major: number }>(
  `select current_setting('server_version_num')::int / 10000 as major`,
)
const dumped = await dumpSchema(client)

describe('server/db/schema.sql', () => {
  // Other versions word a few expressions differently; the golden file is the embedded one's.
  it.skipIf(rows[0]?.major !== 18)('is what the migrations make (to write it anew: UPDATE_GOLDEN=1)', () => {
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, dumped)
    expect(existsSync(golden) ? readFileSync(golden, 'utf8') : '').toBe(dumped)
  })

  it('shows a new column, index, policy and grant', async () => {
    await client.query(`
      create table quittance.sample (organization_id bigint, id bigint generated always as identity, day date default '2026-01-31');
      create index sample_by_day on quittance.sample (day);
      alter table quittance.sample enable row level security;
      create policy own on quittance.sample to quittance_app using (organization_id = 1);
      grant select (day), insert on quittance.sample to quittance_app;`)
    const text = await dumpSchema(client)
    await client.end()
    for (const line of [
      `  day date default '2026-01-31'::date`,
      'id bigint generated always as identity not null',
      'CREATE INDEX sample_by_day ON sample USING btree (day);',
      'create policy own on sample for all to quittance_app using (organization_id = 1);',
      'grant insert, select (day) on sample to quittance_app;',
    ]) {
      expect(text).toContain(line)
    }
  })
})
