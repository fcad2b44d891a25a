import { customerCodeKey, nameKey } from '@quittance/core/imports/customer-name.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { totalOf } from '../total-line.ts'
import { withAdded } from './added-columns.ts'
import type { ColumnsSeen } from './columns-seen.ts'
import { doCodesLead, isNoTitle, namesCustomer, type TitledCustomer, titledCustomer } from './customer-title.ts'
import type { SeenLine } from './seen-lines.ts'

/**
 * How a file names its customers once for several rows: on a line above them (`titles`), or on the first of the rows
 * alone (`firstRow`).
 */
export interface CustomerBlocks {
  readonly by: 'titles' | 'firstRow'
  /** A line of total ends the rows of a customer. */
  readonly endsAtTotal: boolean
  readonly codesLead: boolean
  /** Known before the first row, from a line above the headers. */
  readonly atStart: TitledCustomer | undefined
  readonly name: number | undefined
  readonly code: number | undefined
  /** Columns to add behind those of the file, when it has none for the customer. */
  readonly adds: readonly ('name' | 'code')[]
  /** Shapes of the numbers of invoices: a broken row with its number alone is no title. */
  readonly numbers: ReadonlySet<string>
}

/** Finds from the first rows whether the customer is named once for several of them; undefined when each row has its own. */
export function seeBlocks(
  lines: readonly SeenLine[],
  above: readonly SourceRow[],
  seen: ColumnsSeen,
): CustomerBlocks | undefined {
  const invoices = lines.filter(({ kind }) => kind === 'invoice')
  const [name, code] = [seen.column('customerName'), seen.column('customerCode')]
  const isBlank = (column: number | undefined): boolean =>
    column === undefined ||
    invoices.filter(({ row }) => (row.cells[column] ?? '').trim() === '').length >= invoices.length * 0.95
  const endsAtTotal = lines.some(({ kind }) => kind === 'total') && !lines.some(isUntitledAfterTotal)
  const numbers = numbersOf(invoices, seen.column('invoiceNumber'))
  const found = { endsAtTotal, name, code, numbers }
  if (invoices.length === 0) return undefined
  if (isBlank(name)) return byTitles(lines, { above, isBlankCode: isBlank(code), found })
  return namesOncePerBlock(lines, name ?? 0)
    ? { ...found, by: 'firstRow', codesLead: false, atStart: undefined, adds: [] }
    : undefined
}

const isUntitledAfterTotal = ({ kind }: SeenLine, index: number, lines: readonly SeenLine[]): boolean =>
  kind === 'invoice' && lines[index - 1]?.kind === 'total'

interface Given {
  readonly above: readonly SourceRow[]
  readonly isBlankCode: boolean
  readonly found: Pick<CustomerBlocks, 'endsAtTotal' | 'name' | 'code' | 'numbers'>
}

function byTitles(lines: readonly SeenLine[], { above, isBlankCode, found }: Given): CustomerBlocks | undefined {
  const titles = lines.filter((line) => isTitle(line, found.numbers))
  const last = above.at(-1)?.cells.filter((cell) => cell.trim() !== '') ?? []
  const isLed = found.name === undefined && isBlankCode && namesCustomer(last[0] ?? '') && last.length <= 3
  if (!isEvident(lines, { titles, isLed, found })) return undefined
  const texts = titles.map((line) => line.texts)
  const ofOneCell = texts.flatMap((some) => (some.length === 1 ? some : []))
  const codesLead = doCodesLead(ofOneCell) && ofOneCell.length === texts.length
  const atStart = isLed ? titledCustomer(last, codesLead) : undefined
  const customers = [...texts.map((some) => titledCustomer(some, codesLead)), ...(atStart ? [atStart] : [])]
  const adds = [
    ...(found.name === undefined ? (['name'] as const) : []),
    ...(found.code === undefined && customers.some(({ code }) => code !== '') ? (['code'] as const) : []),
  ]
  return { ...found, by: 'titles', codesLead, atStart, adds }
}

interface Evidence {
  readonly titles: readonly SeenLine[]
  readonly isLed: boolean
  readonly found: Given['found']
}

/** Nearly every invoice lies below a title, most titles are followed by one; a single title must say that it is one. */
function isEvident(lines: readonly SeenLine[], { titles, isLed, found }: Evidence): boolean {
  let isOpen = isLed
  let covered = 0
  for (const line of lines) {
    if (line.kind === 'invoice') covered += isOpen ? 1 : 0
    else if (isTitle(line, found.numbers)) isOpen = true
    else if (line.kind === 'other' || (line.kind === 'total' && found.endsAtTotal)) isOpen = false
  }
  const invoices = lines.filter(({ kind }) => kind === 'invoice').length
  if (covered < invoices * 0.9) return false
  const followed = lines.filter((line, index) => line.kind === 'invoice' && lines[index - 1]?.kind === 'title').length
  if (titles.length >= 2) return followed >= titles.length * 0.6
  const [title] = titles
  if (!title) return isLed
  const totals = lines.flatMap(({ kind, texts }) => (kind === 'total' ? texts : []))
  const name = titledCustomer(title.texts, false)
  const isRepeated = totals.some((text) =>
    [name.name, name.code].some((part) => part.length > 2 && text.includes(part)),
  )
  return isLed || isRepeated || name.code !== '' || namesCustomer(title.texts[0] ?? '')
}

const isTitle = ({ kind, texts: [first = '', ...others] }: SeenLine, numbers: ReadonlySet<string>): boolean => {
  const pattern = patternOf(first)
  const isNumber = numbers.has(pattern) && (others.length === 0 || /\p{L}/u.test(pattern))
  return kind === 'title' && !isNumber && !isNoTitle(first)
}

/** « F-2026-0961 » as a shape: « F-9-9 ». */
const patternOf = (text: string): string => text.trim().toUpperCase().replace(/\d+/g, '9')

function numbersOf(invoices: readonly SeenLine[], column: number | undefined): ReadonlySet<string> {
  if (column === undefined) return new Set()
  return new Set(invoices.map(({ row }) => patternOf(row.cells[column] ?? '')).filter((pattern) => /9/.test(pattern)))
}

/**
 * Whether names stand on the first row of each customer alone: no name comes twice, and gaps are many, or long, or end at
 * totals. A name that is merely missing here and there stays missing: its row is refused, not given to the one above.
 */
function namesOncePerBlock(lines: readonly SeenLine[], name: number): boolean {
  const names = lines.flatMap(({ kind, row }) => (kind === 'invoice' ? [(row.cells[name] ?? '').trim()] : []))
  const filled = names.filter(Boolean)
  const blanks = names.length - filled.length
  if (blanks === 0 || names[0] === '' || new Set(filled).size < filled.length) return false
  const hasRun = names.some((text, index) => text === '' && names[index + 1] === '')
  const totals = lines.filter(({ kind }) => kind === 'total').length
  const share = blanks / names.length
  return (blanks >= 2 && (share >= 0.5 || (share >= 0.25 && hasRun))) || (totals >= 2 && totals >= filled.length - 1)
}

/** What a row says itself of its customer contradicts the title above it in nothing. */
const isSame = (own: TitledCustomer, titled: TitledCustomer): boolean =>
  (own.name === '' || nameKey(own.name) === nameKey(titled.name)) &&
  (own.code === '' || customerCodeKey(own.code) === customerCodeKey(titled.code))

/** Gives each invoice the customer of its block; a line that is a title or the foot of a page is none. */
export function openBlocks(blocks: CustomerBlocks, width: number) {
  const own = ({ cells }: SourceRow): TitledCustomer => ({
    name: blocks.name === undefined ? '' : (cells[blocks.name] ?? '').trim(),
    code: blocks.code === undefined ? '' : (cells[blocks.code] ?? '').trim(),
  })
  let current = blocks.atStart
  const named = (customer: TitledCustomer | undefined, row: SourceRow): SourceRow => {
    const cells = [...row.cells]
    const put = (column: number | undefined, text: string): void => {
      if (column === undefined || text === '') return
      while (cells.length < column) cells.push('')
      if ((cells[column] ?? '').trim() === '') cells[column] = text
    }
    const known = customer && isSame(own(row), customer) ? customer : { name: '', code: '' }
    put(blocks.name, known.name)
    put(blocks.code, known.code)
    return {
      line: row.line,
      cells: withAdded(
        cells,
        width,
        blocks.adds.map((part) => known[part]),
      ),
    }
  }
  const ofFirstRow = (line: SeenLine): SourceRow => {
    const customer = own(line.row)
    const isNamed = customer.name !== '' || customer.code !== ''
    if (isNamed && !(customer.name === '' && current && isSame(customer, current))) current = customer
    return named(current, line.row)
  }
  return (line: SeenLine): SourceRow | 'customerTitle' | 'page' => {
    if (line.kind === 'title' && isNoTitle(line.texts[0] ?? '')) return 'page'
    if (blocks.by === 'titles' && isTitle(line, blocks.numbers)) {
      current = titledCustomer(line.texts, blocks.codesLead)
      return 'customerTitle'
    }
    // A total that names someone ends a block too: what comes below it is not his, or he is called Total himself.
    if (line.kind === 'total' && (blocks.endsAtTotal || totalOf(line.texts[0] ?? '') !== '')) current = undefined
    if (line.kind === 'invoice') return blocks.by === 'firstRow' ? ofFirstRow(line) : named(current, line.row)
    // What is neither invoice nor total may be a title we do not see: better no customer below it than the wrong one.
    if (line.kind === 'title' || line.kind === 'other') current = undefined
    return named(undefined, line.row)
  }
}
