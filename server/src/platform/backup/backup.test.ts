import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../database/testing/test-database.ts'
import { backup, backupToFile } from './backup.ts'
import { restore, restoreFromFile } from './restore.ts'

const home = mkdtempSync(join(tmpdir(), 'quittance backup '))
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function backupOf(owner: pg.Pool): Promise<Buffer> {
  const pieces: Buffer[] = []
  const output = new Writable({ write: (chunk, _encoding, done) => done(void pieces.push(chunk)) })
  await backup(owner, output)
  return Buffer.concat(pieces)
}

const read = (bytes: Buffer) => Readable.from([bytes])
const linesOf = (bytes: Buffer) => gunzipSync(bytes).toString('utf8').trimEnd().split('\n')
/** All that is in it but the moment it was written. */
const contentOf = (bytes: Buffer) => linesOf(bytes).slice(1)
const rewritten = (lines: string[]) => gzipSync(`${lines.join('\n')}\n`)

/** Two companies, a parent with a lower number than its child and the reverse, a partly paid item, a document. */
async function fill(owner: pg.Pool): Promise<void> {
  await owner.query(`
    insert into organization (organization_id, name) values (1, E'Atelier « Vauquelin »\\n\\t"\\\\'), (7, 'Œuvre & fils');
    select setval(pg_get_serial_sequence('organization', 'organization_id'), 7);
    insert into legal_entity (organization_id, name) select organization_id, name from organization;
    insert into customer (organization_id, code, name) select 1, 'C' || n, 'Client ' || n from generate_series(1, 30) n;
    update customer set parent_id = 30 - id where id in (3, 27);
    insert into invoice (organization_id, legal_entity_id, customer_id, number, issue_date, currency, total_amount)
      select 1, 1, n, 'F-' || n, '2026-01-31', 'EUR', 100 * n from generate_series(1, 30) n;
    insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
      select 1, id, 1, customer_id, currency, issue_date, '2026-03-02', total_amount from invoice;
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
      values (1, 1, 5, '2026-03-10', 'EUR', 300, 'cheque');
    insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
      select 1, i.id, p.id, 120, '2026-03-11' from open_item i, payment p where i.customer_id = 5;
    insert into invoice_file (organization_id, invoice_id, name, content) values (1, 2, 'F-2.pdf', '\\x00ff0a5b22');
    insert into journal (organization_id, origin, ip, act, thing, details)
      values (7, 'web', '2001:db8::1', 'renamed', 'customer', '{"from": "a\\nb", "to": ["[", "é", null]}');
    insert into auth."user" (id, name, email, "emailVerified") values ('b', 'Zoé', 'z@exemple.fr', true), ('A', 'Abel', 'a@exemple.fr', false);
    update organization set sending_frozen = true`)
}

const original = await testDatabase()
await fill(original.owner)
const bytes = await backupOf(original.owner)

describe('a backup', () => {
  it('holds every row of every organisation and every account', () => {
    expect(contentOf(bytes).filter((line) => line.includes('Client '))).toHaveLength(30)
    expect(contentOf(bytes).filter((line) => line.includes('@exemple.fr'))).toHaveLength(2)
  })

  it('restored into an empty database gives the same backup again', async () => {
    const copy = await testDatabase()
    const report = await restore(copy.owner, read(bytes))
    expect(report.rows).toMatchObject({ 'quittance.customer': 30, 'quittance.allocation': 1, 'auth."user"': 2 })
    expect(contentOf(await backupOf(copy.owner))).toEqual(contentOf(bytes))
  })

  it('keeps amounts as they were, keys in force, and never gives a number twice', async () => {
    const copy = await testDatabase()
    await restore(copy.owner, read(bytes))
    const { rows } = await copy.owner.query('select amount_due from open_item where customer_id = 5')
    expect(rows).toEqual([{ amount_due: 380 }])
    const added = await copy.owner.query(`insert into organization (name) values ('Neuve') returning organization_id`)
    expect(added.rows).toEqual([{ organization_id: 8 }])
    const orphan = copy.owner.query(`insert into legal_entity (organization_id, name) values (99, 'Personne')`)
    await expect(orphan).rejects.toThrow('foreign key')
    await expect(copy.owner.query('update open_item set amount = 1 where customer_id = 5')).rejects.toThrow('check')
  })

  it('freezes sending in the copy, so that no customer is reminded twice', async () => {
    const source = await testDatabase()
    await source.owner.query(`insert into organization (name) values ('Vauquelin')`)
    const copy = await testDatabase()
    await restore(copy.owner, read(await backupOf(source.owner)))
    expect((await copy.owner.query('select sending_frozen from organization')).rows).toEqual([{ sending_frozen: true }])
  })

  it('goes through a file that only its owner may read', async () => {
    const file = join(home, 'one.backup')
    const report = await backupToFile(original.owner, file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const copy = await testDatabase()
    expect((await restoreFromFile(copy.owner, file)).rows).toEqual(report.rows)
    await expect(backupToFile(original.owner, join(home, 'no/such/folder'))).rejects.toThrow('cannot be written')
    await expect(restoreFromFile(copy.owner, join(home, 'none'))).rejects.toThrow('cannot be read')
  })
})

describe('a restore', () => {
  it('refuses a database that is not empty', async () => {
    await expect(restore(original.owner, read(bytes))).rejects.toThrow('is not empty')
  })

  it('keeps nothing of a backup that is cut, altered, or of another make', async () => {
    const copy = await testDatabase()
    const lines = linesOf(bytes)
    const heading = (change: object) => [
      JSON.stringify({ ...JSON.parse(lines[0] ?? ''), ...change }),
      ...lines.slice(1),
    ]
    const cases: [string, Buffer][] = [
      ['incomplete or damaged', bytes.subarray(0, bytes.length - 40)],
      ['its end is missing', rewritten(lines.slice(0, -1))],
      ['quittance.customer is not whole', rewritten(lines.filter((line) => !line.includes('Client 17')))],
      ['quittance.customer is not whole', rewritten(lines.map((line) => line.replace('Client 17', 'Client 71')))],
      ['incomplete or damaged', rewritten(lines.map((line) => line.replace('"Client 17"', 'Client 17"')))],
      ['incomplete or damaged', rewritten(lines.map((line) => line.replace(/^\{"table".*customer".*/, '{"table":7}')))],
      ['is newer than this one', rewritten(heading({ level: 9000 }))],
      ['is newer than this one', rewritten(heading({ format: 2 }))],
      ['made differently', rewritten(heading({ history: 'other' }))],
      ['not a backup of Quittance', rewritten(['{"hello":1}'])],
      ['not a backup of Quittance', Buffer.from('code;nom\n')],
    ]
    for (const [reason, damagedBytes] of cases) {
      await expect(restore(copy.owner, read(damagedBytes)), reason).rejects.toThrow(reason)
    }
    expect((await copy.owner.query('select from organization')).rowCount).toBe(0)
    await restore(copy.owner, read(bytes)) // still good for the whole one
  })

  it('takes a backup of an older version up to the present', async () => {
    const copy = await testDatabase()
    const older = await testDatabase()
    const client = await older.owner.connect()
    const { remakeSchemas } = await import('../database/roles.ts')
    const { migrate, levelOfCode } = await import('../database/migrate.ts')
    const level = levelOfCode() - 1
    await remakeSchemas(client)
    await migrate(client, { upTo: level })
    await client.query(`insert into quittance.organization (name) values ('Vauquelin')`)
    client.release()
    const old = await backupOf(older.owner)
    expect(JSON.parse(linesOf(old)[0] ?? '')).toMatchObject({ level })
    await restore(copy.owner, read(old))
    const { rows } = await copy.owner.query(
      'select max(number) as level, (select name from organization) from platform.migration',
    )
    expect(rows).toEqual([{ level: level + 1, name: 'Vauquelin' }])
  })
})
