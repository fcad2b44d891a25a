import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dryRun } from '../testing/dry-run.ts'
import { aWorkbook, rowsOf } from '../workbook/testing/a-workbook.ts'

interface Invoice {
  readonly cents: number
  readonly bucket: number
}

const invoice: fc.Arbitrary<Invoice> = fc.record({
  cents: fc.oneof(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: -999_999, max: -1 })),
  bucket: fc.integer({ min: 0, max: 3 }),
})

const customers = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(
      'Brun & Fils',
      'Menuiseries Castel',
      'TOTAL Énergies',
      '3 Suisses',
      'SARL Page et Cie',
      'Mairie de Saint-Aubin',
      'Report Conseil',
      'Client Roi',
      'Dupont (Jean)',
      'Société 2000',
    ),
    invoices: fc.array(invoice, { minLength: 1, maxLength: 5 }),
  }),
  { minLength: 3, maxLength: 8, selector: ({ name }) => name },
)

const layout = fc.record({
  customer: fc.constantFrom('title', 'titleWithBalance', 'firstRow', 'everyRow'),
  code: fc.boolean(),
  amounts: fc.constantFrom('open', 'aged', 'agedWithTotal', 'debitCredit', 'side'),
  money: fc.constantFrom('french', 'plain', 'swiss', 'signLast'),
  totals: fc.boolean(),
  titles: fc.boolean(),
  blankLines: fc.boolean(),
  pages: fc.boolean(),
  grandTotal: fc.boolean(),
  /** A workbook with cells of numbers and merged customers, else a text. */
  isWorkbook: fc.boolean(),
})

type Customers = typeof customers extends fc.Arbitrary<infer T> ? T : never
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never

function written(cents: number, money: Layout['money']): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const [whole, rest] = [digits.slice(0, -2), digits.slice(-2)]
  const grouped = (mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark)
  const plain = {
    french: `${grouped(' ')},${rest}`,
    plain: `${whole}.${rest}`,
    swiss: `${grouped("'")}.${rest}`,
    signLast: `${whole},${rest}`,
  }
  if (cents >= 0) return plain[money]
  return money === 'signLast' ? `${plain[money]}-` : `-${plain[money]}`
}

const numberOf = (customer: number, index: number): string => `FA-${customer + 1}0${index + 1}`
const codeOf = (customer: number): string => `C${String(customer + 1).padStart(4, '0')}`

/** The amount's cells under the headers of the layout. */
function amountCells({ cents, bucket }: Invoice, { amounts, money }: Layout): string[] {
  const text = (value: number): string => written(value, money)
  const aged = [0, 1, 2, 3].map((one) => (one === bucket ? text(cents) : ''))
  if (amounts === 'open') return [text(cents)]
  if (amounts === 'aged') return aged
  if (amounts === 'agedWithTotal') return [...aged, text(cents)]
  if (amounts === 'debitCredit') return cents < 0 ? ['', text(-cents)] : [text(cents), '']
  return [text(Math.abs(cents)), cents < 0 ? 'C' : 'D']
}

const amountHeaders: Readonly<Record<Layout['amounts'], readonly string[]>> = {
  open: ['Reste à payer'],
  aged: ['Non échu', '0-30', '31-60', '> 60'],
  agedWithTotal: ['Non échu', '0-30', '31-60', '> 60', 'Total'],
  debitCredit: ['Débit', 'Crédit'],
  side: ['Montant', 'Sens'],
}

/** The same invoices in any of the layouts accounting software prints them in. */
function print(all: Customers, how: Layout): Buffer {
  const inColumns = how.customer === 'firstRow' || how.customer === 'everyRow'
  const own = inColumns ? [...(how.code ? ['Code client'] : []), 'Client'] : []
  const headers = [...own, 'N° facture', 'Échéance', ...amountHeaders[how.amounts]]
  const totalOf = (invoices: readonly Invoice[], label: string): string[] => {
    const sum = invoices.reduce((total, { cents }) => total + cents, 0)
    const figure = written(how.amounts === 'side' ? Math.abs(sum) : sum, how.money)
    const cells = amountHeaders[how.amounts].map((header) => (header === 'Sens' ? (sum < 0 ? 'C' : 'D') : figure))
    return [label, ...headers.slice(1, headers.length - cells.length).map(() => ''), ...cells]
  }
  const lines: string[][] = []
  if (how.titles) lines.push(['ATELIER VAUQUELIN'], ['Édité le 22/11/2026'], [''])
  lines.push(headers)
  all.forEach(({ name, invoices }, rank) => {
    const title = how.code ? `${codeOf(rank)} - ${name}` : name
    if (how.customer === 'title') lines.push([title])
    if (how.customer === 'titleWithBalance') lines.push(totalOf(invoices, title))
    invoices.forEach((one, index) => {
      const isNamed = how.customer === 'everyRow' || index === 0
      const said = inColumns ? [...(how.code ? [isNamed ? codeOf(rank) : ''] : []), isNamed ? name : ''] : []
      lines.push([...said, numberOf(rank, index), '31/12/2026', ...amountCells(one, how)])
    })
    if (how.totals) lines.push(totalOf(invoices, `Total ${name}`))
    if (how.blankLines) lines.push([''])
    if (how.pages && rank === 1) lines.push([`Page ${rank}/2`], headers)
  })
  if (how.grandTotal)
    lines.push(
      totalOf(
        all.flatMap(({ invoices }) => invoices),
        'Total général',
      ),
    )
  return how.isWorkbook ? workbookOf(lines, how) : Buffer.from(lines.map((cells) => `${cells.join(';')}\n`).join(''))
}

/** Amounts with a point and days are cells of numbers, the others of text; a customer is merged over his rows. */
function workbookOf(lines: readonly (readonly string[])[], { customer, money }: Layout): Buffer {
  const typed = (cell: string): number | string =>
    cell === '31/12/2026' ? 46_387 : money === 'plain' && /^-?\d+\.\d\d$/.test(cell) ? Number(cell) : cell
  const merges: string[] = []
  let top = 0
  lines.forEach((cells, index) => {
    const isMore = customer === 'firstRow' && cells[0] === '' && cells.some((cell) => cell.startsWith('FA-'))
    if (isMore && top > 0) merges.push(...['A', 'B'].map((column) => `${column}${top}:${column}${index + 1}`))
    if (cells.some((cell) => cell.startsWith('FA-')) && cells[0] !== '') top = index + 1
  })
  return aWorkbook({ rows: rowsOf(lines.map((cells) => cells.map(typed))), merges })
}

/** What a file says of each of its invoices, by number: customer and cents, those of credit notes below zero. */
async function readBack(bytes: Buffer): Promise<Map<string, string>> {
  const { invoices } = await dryRun(Readable.from([bytes]))
  return new Map(
    invoices.map(({ number, customer, kind, amountDue }) => [
      number,
      `${customer.name}: ${kind === 'creditNote' ? -amountDue.amount : amountDue.amount}`,
    ]),
  )
}

const meant = (all: Customers): Map<string, string> =>
  new Map(
    all.flatMap(({ name, invoices }, rank) =>
      invoices.map(({ cents }, index) => [numberOf(rank, index), `${name}: ${cents}`] as const),
    ),
  )

const runs = Number(process.env.FUZZ_RUNS ?? 300)

describe('a list of invoices in any layout', () => {
  it('never gives an invoice another amount or another customer than its own', async () => {
    await fc.assert(
      fc.asyncProperty(customers, layout, async (all, how) => {
        const truth = meant(all)
        for (const [number, said] of await readBack(print(all, how)))
          expect([number, said]).toEqual([number, truth.get(number)])
      }),
      { numRuns: runs },
    )
  })

  it('is read whole where nothing in it is in doubt', async () => {
    const clear = layout.filter(({ customer, totals, isWorkbook }) => customer !== 'firstRow' || totals || isWorkbook)
    await fc.assert(
      fc.asyncProperty(customers, clear, async (all, how) => {
        // A balance beside a customer called Total reads as a total: his invoices are left to a person.
        const sure = how.customer === 'titleWithBalance' ? all.filter(({ name }) => !/^total/i.test(name)) : all
        fc.pre(sure.length > 1)
        const positive = sure.map(({ name, invoices }) => ({
          name,
          invoices: invoices.map((one) => ({ ...one, cents: Math.abs(one.cents) })),
        }))
        expect(await readBack(print(positive, how))).toEqual(meant(positive))
      }),
      { numRuns: runs },
    )
  })
})
