import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import { aFirm } from '../../invoices/testing/a-firm.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { bringStatement } from './bring-statement.ts'

/** Statements that nobody here wrote; a copy of the project without them skips these tests. */
const folder = join(import.meta.dirname, '../../../../../shared/samples/bank')
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .sort()
  : []

const database = await testDatabase()

describe.skipIf(files.length === 0)('statements of real banks', () => {
  it.each(files)('%s brings each of its lines, and none of them again', async (name) => {
    const firm = await aFirm(database)
    const bring = () =>
      bringStatement(
        { path: join(folder, name), name: basename(name) },
        { transaction: firm.work, language: 'fr', proposing: null },
      ).catch((error: unknown) => {
        if (!(error instanceof ReadingError)) throw error
        return { newLines: [], knownLines: 0 }
      })
    const first = await bring()
    const again = await bring()
    expect([first.knownLines, again.newLines.length, again.knownLines]).toEqual([0, 0, first.newLines.length])
  })
})
