import { type CalendarDate, parseIsoDate } from '../../../calendar/calendar-date.ts'
import type { Currency } from '../../../money/money.ts'
import { type ExactAmount, exactText, toMinorUnits } from '../exact-amount.ts'
import { readFrenchLabel } from '../french-label.ts'
import { beginsWithOperation, kindOfLabel } from '../label-kind.ts'
import type { LineKind, StatementLine } from '../statement.ts'
import type { StatementWarning } from '../statement-file.ts'
import { joined, orNull, reference } from '../written-text.ts'
import { type OfxElement, ofxOne, ofxValue } from './ofx-tree.ts'

/** `YYYYMMDD` and perhaps an hour and a zone: the day as the bank wrote it. undefined for one that does not exist. */
export function ofxDay(written: string): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(written.trim()) ?? []
  return year ? parseIsoDate(`${year}-${month}-${day}`) : undefined
}

interface Place {
  readonly amount: ExactAmount | undefined
  readonly entry: number
  readonly currency: Currency
  readonly warn: (warning: StatementWarning) => void
}

/** The line of a `STMTTRN`; undefined, and said, where its day or amount cannot be read. */
export function ofxLine(row: OfxElement, { amount, entry, currency, warn }: Place): StatementLine | undefined {
  const { line } = row
  const [posted, value] = [
    ofxValue(row, 'DTPOSTED') ?? '',
    ofxValue(row, 'DTAVAIL') ?? ofxValue(row, 'VALUEDATE') ?? '',
  ]
  const bookedOn = ofxDay(posted)
  const written = ofxValue(row, 'TRNAMT') ?? ''
  const read = amount && toMinorUnits(amount, currency)
  if (!amount || !read)
    warn({ code: written === '' ? 'amountMissing' : 'amountUnreadable', line, value: written.slice(0, 60) })
  else if ('wrong' in read) warn({ code: read.wrong, line, field: 'TRNAMT', value: exactText(amount) })
  else if (!bookedOn) warn({ code: 'dateUnreadable', line, field: 'DTPOSTED', value: posted.slice(0, 40) })
  else if (read.amount === 0) warn({ code: 'zeroLine', line })
  else return { fileLine: line, entry, bookedOn, valueOn: ofxDay(value) ?? null, ...described(row, read.amount) }
  return undefined
}

function described(
  row: OfxElement,
  amount: number,
): Omit<StatementLine, 'fileLine' | 'entry' | 'bookedOn' | 'valueOn'> {
  const [short, long] = [ofxValue(row, 'NAME') ?? '', ofxValue(row, 'EXTDNAME') ?? '']
  const payee = ofxValue(ofxOne(row, 'PAYEE') ?? ofxOne(row, 'EXTDPAYEE'), 'NAME')
  const name = (long.length > short.length ? long : short) || (payee ?? '')
  const memo = ofxValue(row, 'MEMO') ?? ''
  const own = readFrenchLabel(joined(name, memo))
  const type = (ofxValue(row, 'TRNTYPE') ?? '').toUpperCase()
  const kind = kindOf(type, joined(name, memo))
  return {
    amount,
    kind,
    operation: orNull(type),
    label: joined(name, memo),
    remittance: own.remittance || memo,
    creditorReference: /\bRF\d{2}[A-Z0-9]{1,21}\b/.exec(memo)?.[0] ?? null,
    documents: [],
    endToEndId: null,
    mandate: null,
    otherName:
      orNull(payee) ?? readFrenchLabel(name).name ?? own.name ?? (beginsWithOperation(name) ? null : orNull(name)),
    otherUltimateName: null,
    otherIban: null,
    bankReference: reference(ofxValue(row, 'FITID')),
    isBatch: kind === 'chequeDeposit',
    returned: kind === 'returned' ? { reason: null, text: null } : null,
    original: null,
    charges: null,
  }
}

const kinds: Readonly<Record<string, LineKind>> = {
  XFER: 'transfer',
  DIRECTDEP: 'transfer',
  DIRECTDEBIT: 'directDebit',
  POS: 'card',
  ATM: 'card',
  FEE: 'fee',
  SRVCHG: 'fee',
}

/** The words of the label say more than the type, which French banks give loosely. */
function kindOf(type: string, label: string): LineKind {
  const said = kindOfLabel(label)
  return said === 'other' ? (kinds[type] ?? 'other') : said
}
