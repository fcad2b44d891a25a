import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import { aZip } from '../../imports/reading/workbook/testing/a-zip.ts'
import { anArchiveOfStatements, statementTexts } from '../testing/statement-texts.ts'
import { inspectStatements } from './inspect-statements.ts'
import { readStatements } from './read-statements.ts'
import { recognisesStatement } from './statement-nature.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'statements-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** On disk under a name that says nothing. */
async function kept(content: Buffer | string, name = 'file.dat'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const read = async (content: Buffer | string) => readStatements(await kept(content))

async function problemOf(content: Buffer | string) {
  try {
    await read(content)
    return null
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    return error.problem
  }
}

const amounts = async (content: Buffer | string) =>
  (await read(content)).statements.flatMap(({ lines }) => lines.map(({ amount }) => amount))

const { camt, cfonb, mt940, ofx, list } = statementTexts

describe('a bank statement', () => {
  it.each([
    ['camt', camt, 'camt.053.001.08'],
    ['cfonb120', cfonb, null],
    ['mt940', mt940, null],
    ['ofx', ofx, '102'],
    ['csv', list, null],
  ])('is known by its content, whatever its name: %s', async (format, text, version) => {
    const found = await read(text)
    expect(found).toMatchObject({ format, version })
    expect(found.statements).toHaveLength(1)
    const sum = found.statements[0]?.lines.reduce((total, { amount }) => total + amount, 0)
    expect(sum).toBe(120_000)
    expect(recognisesStatement(Buffer.from(text))).toBe(format !== 'csv')
  })

  it('is read in UTF-8, Windows-1252 and UTF-16, with a byte order mark or filled with NUL', async () => {
    const accented = cfonb.replace('MARTIN ET FILS', 'MÉTALLERIE É.  ')
    const texts = [
      Buffer.from(accented),
      Buffer.from(accented, 'latin1'),
      Buffer.from(`\ufeff${accented}`, 'utf16le'),
      Buffer.from(`\ufeff${accented}`),
      Buffer.from(accented.replaceAll('   \r\n', '\0\0\0\r\n')),
    ]
    for (const bytes of texts) {
      const [statement] = (await read(bytes)).statements
      expect(statement?.lines.map(({ otherName }) => otherName)).toEqual(['MÉTALLERIE É.', null])
    }
  })

  it('is read from several XML documents in one file, each line by its place in the file', async () => {
    const found = await read(`${camt}${camt.replace('<Id>S1<', '<Id>S2<')}`)
    expect(found.statements.map(({ statementId, lines }) => [statementId, lines[0]?.fileLine])).toEqual([
      ['S1', 6],
      ['S2', 15],
    ])
    const bare = camt.slice(camt.indexOf('<Document'))
    expect((await read(bare + bare)).statements).toHaveLength(2)
    expect(await problemOf(camt + bare.replace('</Stmt>', '</Stmnt>'))).toMatchObject({ code: 'brokenXml', line: 17 })
  })

  it('is read from an archive; other files in it are skipped and named, a broken one refuses it whole', async () => {
    const found = await read(anArchiveOfStatements())
    expect(found.statements.map(({ lines }) => lines.length)).toEqual([3, 2])
    expect(found.warnings).toContainEqual({ code: 'skippedFile', value: 'notes.txt', file: 'a.xml' })
    expect(recognisesStatement(anArchiveOfStatements())).toBe(true)
    expect(recognisesStatement(aZip({ 'a.txt': 'rien' }))).toBe(false)
    const broken = aZip({ 'a.xml': camt, 'b.txt': cfonb.slice(0, -122) })
    expect(await problemOf(broken)).toMatchObject({
      code: 'statementNotClosed',
      value: expect.stringContaining('b.txt'),
    })
    const { statements } = await read(aZip({ 'a\0\ud800.xml': camt }))
    expect(statements).toHaveLength(1)
    expect(await problemOf(aZip({ 'a.txt': 'rien' }))).toMatchObject({ code: 'noStatement' })
  })

  it('is inspected with its format, its members and its statements', async () => {
    expect(await inspectStatements(await kept(ofx))).toMatchObject({
      kind: 'bankStatement',
      facts: { version: '102', encoding_read_as: 'utf-8', statements: [{ entries: 2, sum_debits: '34.56' }] },
    })
    expect(await inspectStatements(await kept(anArchiveOfStatements()))).toMatchObject({
      facts: { format: 'zip', members: { 'a.xml': { version: 'camt.053.001.08', statements: [{}] }, 'b.txt': {} } },
    })
    expect(await inspectStatements(await kept('rien'))).toEqual({
      kind: 'bankStatement',
      error: { code: 'noStatement' },
    })
  })
})

it('a list of movements within an archive is read beside the statements, and other tables are named', async () => {
  const archive = aZip({
    'camt.xml': camt,
    'liste.csv': list,
    'clients.csv': 'Code;Nom\nC1;Castel\n',
    'notes.txt': 'rien',
  })
  const { statements, warnings } = await read(archive)
  expect(statements.map(({ lines }) => lines.map(({ amount }) => amount))).toEqual([
    await amounts(camt),
    await amounts(list),
  ])
  expect(warnings.filter(({ code }) => code === 'skippedFile').map(({ value }) => value)).toEqual([
    'clients.csv',
    'notes.txt',
  ])
})

describe('a list without headers', () => {
  it('is read by what its cells are, each line with its number', async () => {
    const path = await kept('12/11/2026;VIR CASTEL F-2026-0926;974,40;EUR\r\n\r\n13/11/2026;PRLV ORANGE;-45,00;EUR\r\n')
    const { statements, warnings } = await readStatements(path)
    expect(statements[0]?.lines.map(({ bookedOn, amount, fileLine }) => [bookedOn, amount, fileLine])).toEqual([
      ['2026-11-12', 97_440, 1],
      ['2026-11-13', -4_500, 3],
    ])
    expect(warnings).toEqual([{ code: 'accountMissing' }])
  })

  it('is refused where amounts go one way only: it may as well be a list of invoices', async () => {
    expect(await problemOf('F-1;12/11/2026;Castel;974,40\nF-2;13/11/2026;Sodibio;45,00\n')).toMatchObject({
      code: 'noStatement',
    })
  })
})

describe('a file that is no statement, or a hostile one', () => {
  it.each([
    ['empty', '', 'empty'],
    ['a note', 'Bonjour', 'noStatement'],
    ['another XML', '<Invoice><ID>1</ID></Invoice>', 'noStatement'],
    ['a list of invoices', 'N° facture;Client;Échéance;Montant TTC\nF1;Farine;31/12/2026;12,00\n', 'noStatement'],
    ['a PDF', '%PDF-1.7\n', 'noStatement'],
    ['NUL alone', '\0'.repeat(2000), 'noStatement'],
    ['a document type', camt.replace('<Document', '<!DOCTYPE a [<!ENTITY a "&b;">]><Document'), 'xmlDocumentType'],
    ['an entity', camt.replace('S1', '&bomb;'), 'brokenXml'],
    ['XML in another encoding than it says', Buffer.from(camt.replace('Martin', 'Métal'), 'latin1'), 'wrongEncoding'],
    ['a thousand documents', '<?xml version="1.0"?><Document xmlns="camt.053.001.02"/>'.repeat(1000), 'tooManyFiles'],
    ['a ZIP bomb', aZip({ 'a.xml': Buffer.alloc(60_000_000, '<camt.053.001.02') }), 'partTooLarge'],
  ])('is refused with the next move: %s', async (_what, content, code) => {
    const problem = await problemOf(content)
    expect(problem).toMatchObject({ code })
    if (problem)
      for (const language of ['fr', 'en'] as const)
        expect(problemSentence(problem, language)).toMatch(/^[^{}]{20,}[.]$/)
  })

  it('is refused by its size before it is read', async () => {
    const path = await kept('')
    await truncate(path, 500_000_000)
    await expect(readStatements(path)).rejects.toMatchObject({ problem: { code: 'statementTooLarge', value: '50' } })
  })

  it.each([
    ['comments that never end', `${ofx}${'<!--'.repeat(500_000)}`],
    ['marks that never close', ofx.replace('<NAME>', `<NAME>${'<'.repeat(2_000_000)}`)],
    ['marks within a label', list.replace('MOTIF', `MOT${'\ufeff'.repeat(100_000)}IF`)],
    ['a list on one line', ofx.replaceAll('\n', ' ').replace('<NAME>', `${'<CATEGORY>X'.repeat(200_000)}<NAME>`)],
    ['one tag again and again', `${mt940.slice(0, -4)}${':86:\n'.repeat(300_000)}`],
    ['a text of many parts', cfonb.replace(/\r\n07/, `${`\r\n${cfonb.split('\r\n')[3]}`.repeat(130_000)}\r\n07`)],
    ['NUL within a text', ofx.replace('<NAME>', `<NAME>${'\0'.repeat(24_000_000)}`)],
    ['blanks within a text', mt940.replace('?32', `?32${' '.repeat(2_000_000)}`)],
  ])('takes no longer than its length: %s', async (_what, content) => {
    expect((await amounts(content)).reduce((sum, amount) => sum + amount, 0)).toBe(120_000)
  })
})
