import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadingError } from './reading-error.ts'
import { dryRun } from './testing/dry-run.ts'
import { aWorkbook, rowsOf, workbookParts } from './workbook/testing/a-workbook.ts'
import { aZip } from './workbook/testing/a-zip.ts'

const blocks = `Balance âgée au 22/11/2026;;;;;;
N° pièce;Date;Échéance;Non échu;0-30;31-60;60+
411BRUN  Brun & Fils;;;;;;
FA0101;01/09/2026;01/10/2026;;;1 200,00;
FA0155;20/10/2026;20/11/2026;;300,50 D;;
Total 411BRUN;;;0,00;300,50;1 200,00;0,00
411CAST  Menuiseries Castel;;;;;;
AV0009;16/11/2026;16/11/2026;;20,00 C;;
Total général;;;0,00;280,50;1 200,00;0,00
`

const journal = `Journal;Date;Pièce;Compte;Tiers;Libellé;Montant;Sens
VT;01/10/2026;F-1;411BRUN;BRUN;Facture;12,00;D
VT;01/10/2026;F-1;706000;;Facture;10,00;C
VT;01/10/2026;F-1;445710;;Facture;2,00;C
`

const sheet = {
  rows: rowsOf([
    ['Factures en attente'],
    ['Client', 'Facture', '', 'Montant', ''],
    ['', 'N°', 'Échéance', 'HT', 'TTC'],
    ['Brun', 'F-1', 46387, 10, '12,00'],
    ['', 'F-2', 46387, 20.5, 24.6],
    ['Total', '', '', 30.5, 36.6],
  ]),
  merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2', 'A4:A5'],
  texts: '<si><t>a</t></si>',
  formats: [14, '0.00'],
}

const fixtures = join(import.meta.dirname, 'testdata')
const samples = join(import.meta.dirname, '../../../../../shared/samples/spreadsheets')

const filesIn = (folder: string): Buffer[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : []

const texts = [Buffer.from(blocks), Buffer.from(journal, 'latin1'), ...filesIn(fixtures), ...filesIn(samples)]

interface Change {
  readonly kind: 'cut' | 'copy' | 'put' | 'swap' | 'end'
  readonly at: number
  readonly length: number
  readonly bytes: string
}

const nasty = [
  '\0',
  '"',
  '""',
  "'",
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u001a',
  '\ufeff',
  '=',
  '1E+309',
  '-',
  '99999999999999999999,99',
  '00/00/0000',
  '<',
  '&',
  ']]>',
  '\u00ff\u00fe',
  'PK\u0003\u0004',
  '(',
  'Total',
  '60+',
  'C',
  '411',
]

const changes = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom('cut', 'copy', 'put', 'swap', 'end'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
    bytes: fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 8, unit: 'binary' })),
  }),
  { minLength: 1, maxLength: 12 },
)

function mutated(source: Buffer, all: readonly Change[]): Buffer {
  return all.reduce((bytes, { kind, at, length, bytes: put }) => {
    const start = Math.floor(at * bytes.length)
    const [head, piece, tail] = [
      bytes.subarray(0, start),
      bytes.subarray(start, start + length),
      bytes.subarray(start + length),
    ]
    if (kind === 'cut') return Buffer.concat([head, tail])
    if (kind === 'copy') return Buffer.concat([head, piece, piece, tail])
    if (kind === 'put') return Buffer.concat([head, Buffer.from(put, 'latin1'), piece, tail])
    if (kind === 'swap') return Buffer.concat([head, tail.subarray(0, length), piece, tail.subarray(length)])
    return bytes.subarray(0, Math.max(start, 1))
  }, source)
}

/** Reads bytes as an import would: a refusal of the file is an answer, anything else thrown is not. */
async function refusalOf(bytes: Buffer): Promise<string | undefined> {
  try {
    await dryRun(Readable.from([bytes]))
    return undefined
  } catch (error) {
    if (error instanceof ReadingError) return error.problem.code
    throw error
  }
}

const runs = Number(process.env.FUZZ_RUNS ?? 400)

describe('a damaged file', () => {
  it('of text is read or refused, and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), changes, async (source, all) => {
        await refusalOf(mutated(source, all))
      }),
      { numRuns: runs },
    )
  })

  it('whose bytes are those of a workbook is read or refused', async () => {
    const whole = aWorkbook(sheet)
    expect(await refusalOf(whole)).toBeUndefined()
    await fc.assert(
      fc.asyncProperty(changes, async (all) => void (await refusalOf(mutated(whole, all)))),
      { numRuns: runs },
    )
  })

  it('whose parts are damaged within a whole archive is read or refused', async () => {
    const parts = workbookParts(sheet)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), changes, async (name, all) => {
        const damaged = mutated(Buffer.from(parts[name] ?? ''), all)
        await refusalOf(aZip({ ...parts, [name]: damaged.toString('utf8') }))
      }),
      { numRuns: runs },
    )
  })
})
