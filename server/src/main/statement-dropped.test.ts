import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkFile } from '../imports/checking/check-file.ts'
import { showImport } from '../imports/show-import.ts'
import { keepFile } from '../imports/upload-file.ts'
import { aFirm } from '../invoices/testing/a-firm.ts'
import { fixedClock } from '../platform/clock.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { importWork } from './import-work.ts'

const database = await testDatabase()

it.each([
  [
    'releve.xml',
    '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>',
  ],
  ['releve.txt', `0130004    00010EUR2 00012345678  010126${' '.repeat(50)}0000000000000{${' '.repeat(16)}\r\n`],
  ['releve.sta', ':20:STARTUMS\r\n:25:10020030/1234567\r\n:28C:1\r\n:60F:C260101EUR0,00\r\n:62F:C260101EUR0,00\r\n'],
])('a bank statement dropped among the imports (%s) is told where to go', async (name, content) => {
  const firm = await aFirm(database)
  const folder = mkdtempSync(join(tmpdir(), 'quittance-statement-'))
  const path = join(folder, name)
  writeFileSync(path, content)
  const id = await keepFile({ path, name, size: Buffer.byteLength(content) }, firm.work)
  rmSync(folder, { recursive: true })
  await checkFile(importWork({ database, clock: fixedClock('2026-11-23T08:00:00Z') }), firm.organization, id)
  const { state, error } = await firm.work((db) => showImport(db, id, 'fr'))
  expect([state, error?.code]).toEqual(['failed', 'bankStatement'])
  expect(error?.sentence).toContain('C’est un relevé bancaire')
})
