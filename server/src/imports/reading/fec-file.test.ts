import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FecLine } from '@quittance/core/imports/fec/fec-line.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { openFec } from './fec-file.ts'
import { readHead } from './source-file.ts'
import { detectEncoding } from './text-encoding.ts'

const folders: string[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

const names =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'
const header = names.split(' ')
const first = 'VE,Ventes,1,20260115,411000,Clients,C001,Café Šibenik,FA-1,20260115,Facture,1200|00,0|00,,,20260131,,'
  .split(',')
  .map((cell) => cell.replace('|', ','))
const second = [...first.slice(0, 5), 'Clients', 'C002', '', 'FA-2', ...first.slice(9)]

const written = (separator: string, end: string, lines = [header, first, second]): string =>
  lines.map((cells) => cells.join(separator) + end).join('')

async function read(content: string | Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'fec-'))
  folders.push(folder)
  const path = join(folder, 'ledger')
  await writeFile(path, content)
  const head = await readHead(path, 512 * 1024)
  const file = openFec(path, { head, encoding: await detectEncoding(path, head) })
  if (!file) return undefined
  const lines: FecLine[] = []
  const refused: unknown[] = []
  for await (const line of file.lines()) 'problem' in line ? refused.push(line) : lines.push(line)
  return { ...file, read: lines, refused }
}

describe('a FEC', () => {
  it.each([
    ['\t', '\n'],
    ['|', '\r\n'],
    [';', '\r'],
    ['|', '\r\r\n'],
    ['\t', '\n\n'],
  ])('cut by %j and ended by %j is read', async (separator, end) => {
    const fec = await read(written(separator, end))
    expect(fec?.separator).toBe(separator)
    expect(fec?.read.map(({ auxiliary, debit }) => [auxiliary, debit])).toEqual([
      ['C001', 120_000],
      ['C002', 120_000],
    ])
    expect(fec?.refused).toEqual([])
  })

  it('needs no line end after its last line', async () => {
    expect((await read(written('|', '\n').trimEnd()))?.read).toHaveLength(2)
    expect((await read(`${written('|', '\n').trimEnd()}\r`))?.read).toHaveLength(2)
  })

  it.each([
    ['utf-8', Buffer.from(written('\t', '\n'))],
    ['utf-8', Buffer.from(`\ufeff${written('\t', '\n')}`)],
    ['windows-1252', Buffer.from(written('\t', '\n').replaceAll('é', '\xe9').replaceAll('Š', '\x8a'), 'latin1')],
  ])('in %s keeps the accents of its names', async (encoding, bytes) => {
    const fec = await read(bytes)
    expect(fec?.encoding).toBe(encoding)
    expect(fec?.read[0]?.auxiliaryName).toBe('Café Šibenik')
  })

  it('may be a CSV with quotes', async () => {
    const quoted = [header, first, second].map((cells) => cells.map((cell) => `"${cell}"`))
    expect((await read(written(';', '\r\n', quoted)))?.read[0]?.debit).toBe(120_000)
  })

  it('may have lost its header', async () => {
    expect((await read(written('|', '\n', [first, second])))?.read).toHaveLength(2)
  })

  it('names the line it refuses, and reads the others', async () => {
    const wrong = first.map((cell) => (cell === '1200,00' ? 'beaucoup' : cell))
    const fec = await read(written('\t', '\r\n', [header, first, wrong, second]))
    expect(fec?.refused).toEqual([{ line: 3, problem: 'badAmount', column: 'Debit', value: 'beaucoup' }])
    expect(fec?.read.map(({ line }) => line)).toEqual([2, 4])
  })

  it('says which decimals it uses by its other amounts', async () => {
    const thousands = first.map((cell) => (cell === '1200,00' ? '1.200' : cell))
    expect((await read(written('\t', '\n', [header, second, thousands, second])))?.read[1]?.debit).toBe(120_000)
  })

  it('of many lines is read across the pieces of the file, whose ends fall anywhere', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => second.with(2, String(index)))
    const fec = await read(written('\t', '\r\r\n', [header, ...many]))
    expect(fec?.read.map(({ entry }) => entry)).toEqual(many.map((cells) => cells[2]))
    expect(fec?.read.at(-1)?.line).toBe(5_001)
  })

  it('with a line of a million characters is refused there', async () => {
    await expect(read(written('\t', '\n') + 'x'.repeat(1_200_000))).rejects.toMatchObject({
      problem: { code: 'cellTooLarge', line: 4 },
    })
  })

  it('is not any other text, nor an empty one', async () => {
    expect(await read('Date;Libellé;Débit;Crédit\n')).toBeUndefined()
    expect(await read('\n\n')).toBeUndefined()
  })

  it('whose amounts come to more than can be summed exactly is refused, not summed wrongly', async () => {
    const huge = first.map((cell) => (cell === '1200,00' ? '99999999999,99' : cell))
    const lines = Array.from({ length: 1000 }, () => huge)
    await expect(read(written('\t', '\n', [header, ...lines]))).rejects.toMatchObject({
      problem: { code: 'amountsTooLarge', line: 902 },
    })
  })

  it('whose titles are words of the language of programs passes them over', async () => {
    const lines = [
      [...header, 'constructor', '__proto__'],
      [...first, 'x', 'y'],
    ]
    expect((await read(written('\t', '\n', lines)))?.read[0]).toMatchObject({ debit: 120_000, auxiliary: 'C001' })
  })

  it('of which ten thousand lines cannot be read is refused, with the first of them', async () => {
    const lines = Array.from({ length: 10_001 }, () => ['x'])
    await expect(read(written('\t', '\n', [header, first, ...lines]))).rejects.toMatchObject({
      problem: { code: 'ledgerUnreadable', line: 3, value: '10000' },
    })
    expect((await read(written('\t', '\n', [header, first, ...lines.slice(1)])))?.refused).toHaveLength(10_000)
  })

  it('with a hundred thousand line ends of old Macs in a row is read at once, and counts them', async () => {
    const ends = '\r'.repeat(100_000)
    const text = written('\t', '\n', [header, first]).replace(/$/, `x${ends}y\n`)
    const ledger = await read(`${text}${ends.repeat(9)}x\n${written('\t', '\r', [second])}`)
    expect(ledger?.read.map(({ line }) => line)).toEqual([2, 1_000_005])
    expect(ledger?.refused).toMatchObject([{ line: 3 }, { line: 100_003 }, { line: 1_000_004 }])
  })
})
