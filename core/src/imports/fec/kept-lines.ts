import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { FecLine } from './fec-line.ts'

/** What is kept of a line of a customer's account. */
export type KeptLine = Omit<FecLine, 'foreignAmount' | 'foreignCurrency'>

/** The lines of customers until the last is read: a tenth of a kilobyte each, whatever texts they were cut out of. */
export interface KeptLines {
  add(customer: string, line: KeptLine): void
  /** Lines so far. */
  count(): number
  /** In the order they came. */
  customers(): Iterable<string>
  /** Those of one customer, in the order of the file. */
  of(customer: string): KeptLine[]
}

/** Texts of few values each, and days: kept once. */
const again = ['journal', 'journalName', 'ledgerAccount', 'ledgerAccountName', 'auxiliary', 'auxiliaryName'] as const
const days = ['entryDate', 'pieceDate', 'letteringDate', 'dueDate'] as const
/** Texts of each line alone: joined they are one text of its own. */
const own = ['entry', 'pieceRef', 'label', 'lettering'] as const

/** No cell holds it: it is what software pads with, and is taken out when a line is read. */
const joint = '\0'

const whole = 1 + again.length + days.length
const linesABlock = 4096

interface Block {
  /** Of each line: its number in the file, then the places of its texts and days. */
  readonly places: Int32Array
  /** Of each line: debit and credit. */
  readonly amounts: Float64Array
  readonly texts: string[]
}

export function keepLines(): KeptLines {
  const byCustomer = new Map<string, number[]>()
  const blocks: Block[] = []
  const shared = keptOnce()
  let count = 0
  return {
    add(customer, line) {
      const at = count % linesABlock
      if (at === 0) blocks.push(newBlock())
      const { places, amounts, texts } = blocks.at(-1) as Block
      let place = at * whole
      places[place++] = line.line
      for (const field of again) places[place++] = shared.placeOf(line[field])
      for (const field of days) places[place++] = shared.placeOf(line[field] ?? '')
      amounts[at * 2] = line.debit
      amounts[at * 2 + 1] = line.credit
      texts.push(own.map((field) => line[field]).join(joint))
      const known = byCustomer.get(customer)
      if (known) known.push(count)
      else byCustomer.set(shared.text(shared.placeOf(customer)), [count])
      count++
    },
    customers: () => byCustomer.keys(),
    count: () => count,
    of: (customer) =>
      (byCustomer.get(customer) ?? []).map((index) =>
        lineOf(blocks[Math.floor(index / linesABlock)] as Block, index % linesABlock, shared.text),
      ),
  }
}

const newBlock = (): Block => ({
  places: new Int32Array(linesABlock * whole),
  amounts: new Float64Array(linesABlock * 2),
  texts: [],
})

function lineOf({ places, amounts, texts }: Block, at: number, textAt: (place: number) => string): KeptLine {
  const text = (nth: number): string => textAt(places[at * whole + nth] as number)
  const day = (nth: number): CalendarDate | null => (text(nth) || null) as CalendarDate | null
  const [entry = '', pieceRef = '', label = '', lettering = ''] = (texts[at] as string).split(joint)
  return {
    line: places[at * whole] as number,
    journal: text(1),
    journalName: text(2),
    ledgerAccount: text(3),
    ledgerAccountName: text(4),
    auxiliary: text(5),
    auxiliaryName: text(6),
    entryDate: day(7),
    pieceDate: day(8),
    letteringDate: day(9),
    dueDate: day(10),
    entry,
    pieceRef,
    label,
    lettering,
    debit: amounts[at * 2] as number,
    credit: amounts[at * 2 + 1] as number,
  }
}

/** Texts by their places, each but once. */
function keptOnce() {
  const places = new Map<string, number>()
  const texts: string[] = []
  return {
    text: (place: number): string => texts[place] as string,
    placeOf(text: string): number {
      const known = places.get(text)
      if (known !== undefined) return known
      const mine = apart(text)
      places.set(mine, texts.length)
      texts.push(mine)
      return texts.length - 1
    },
  }
}

/** A text cut out of a larger one keeps all of it in memory; one that is joined does not. */
const apart = (text: string): string => [text.slice(0, 1), text.slice(1)].join('')
