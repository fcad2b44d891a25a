import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementTexts } from '../reconciliation/testing/statement-texts.ts'
import { scoreFiles } from './format-score/score-files.ts'
import { differenceLines } from './format-score/score-table.ts'
import { inspectContent } from './inspect-content.ts'

const samples = join(import.meta.dirname, '../../../../shared/samples')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspected-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function inspected(content: string) {
  const path = join(folder, 'file')
  await writeFile(path, content)
  return inspectContent(path)
}

describe('a file of any kind', () => {
  it('is a statement of a bank where its content or its columns say so', async () => {
    for (const text of Object.values(statementTexts))
      expect(await inspected(text)).toMatchObject({ kind: 'bankStatement', facts: { statements: [{}] } })
  })

  it('stays what it was where they do not', async () => {
    const list = 'N° facture;Client;Échéance;Montant TTC\nF1;Farine;31/12/2026;12,00\nF2;Levain;31/12/2026;8,00\n'
    expect(await inspected(list)).toMatchObject({ kind: 'invoices' })
    expect(await inspected('1,Farine\n2,Levain\n')).toMatchObject({ error: { code: 'noHeader' } })
  })
})

describe.skipIf(!existsSync(samples))('the statements of the samples', () => {
  it('agree with what is said of them, or are refused for the right reason', async () => {
    const scored = await scoreFiles(samples, (path) => path.startsWith('bank/'))
    expect(scored.length).toBeGreaterThan(100)
    expect(differenceLines(scored)).toEqual([])
  }, 60_000)
})
