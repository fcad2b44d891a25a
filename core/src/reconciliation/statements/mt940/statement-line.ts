import { type CalendarDate, daysBetween, parseIsoDate } from '../../../calendar/calendar-date.ts'
import { parseCurrency } from '../../../money/currency.ts'
import type { Currency } from '../../../money/money.ts'
import { exactText, negateExact, parseExact, toMinorUnits } from '../exact-amount.ts'
import type { LineKind, StatementLine } from '../statement.ts'
import type { StatementWarning } from '../statement-file.ts'
import { oneLine, reference } from '../written-text.ts'
import { isCredit, type Mt940Entry } from './entry.ts'
import { informationOf } from './information.ts'

interface Place {
  readonly entry: number
  readonly currency: Currency
  readonly warn: (warning: StatementWarning) => void
}

/** The line of an entry; undefined, and said, where its day does not exist or its amount is none. */
export function lineOfEntry(entry: Mt940Entry, { entry: index, currency, warn }: Place): StatementLine | undefined {
  const { line } = entry
  const days = daysOf(entry)
  const read = toMinorUnits(isCredit(entry) ? entry.amount : negateExact(entry.amount), currency)
  if (!days) warn({ code: 'dateUnreadable', line, field: '61', value: entry.valueDate + entry.entryDate })
  else if ('wrong' in read) warn({ code: read.wrong, line, field: '61', value: exactText(entry.amount) })
  else if (read.amount === 0) warn({ code: 'zeroLine', line })
  else return described(entry, { index, amount: read.amount, ...days, currency })
  return undefined
}

function described(
  entry: Mt940Entry,
  said: {
    readonly index: number
    readonly amount: number
    readonly bookedOn: CalendarDate
    readonly valueOn: CalendarDate
    readonly currency: Currency
  },
): StatementLine {
  const told = informationOf(entry, said.amount)
  const isReturned = entry.mark.startsWith('R') || entry.type === 'NRTI' || told.returnReason !== null || told.isReturn
  return {
    fileLine: entry.line,
    entry: said.index,
    bookedOn: said.bookedOn,
    valueOn: said.valueOn,
    amount: said.amount,
    kind: isReturned ? 'returned' : (kinds[entry.type.slice(1)] ?? told.kind ?? 'other'),
    operation: [entry.type, told.code].filter(Boolean).join(' ') || null,
    label: told.label || oneLine([entry.reference, entry.supplement].join(' ')),
    remittance: told.remittance,
    creditorReference: told.creditorReference,
    documents: [],
    endToEndId: told.endToEndId,
    mandate: told.mandate,
    otherName: told.otherName,
    otherUltimateName: told.otherUltimateName,
    otherIban: told.otherIban,
    bankReference: reference(entry.bankReference),
    isBatch: told.isBatch,
    returned: isReturned ? { reason: told.returnReason, text: null } : null,
    original: originalOf(entry.supplement, said.currency),
    charges: null,
  }
}

const kinds: Readonly<Record<string, LineKind>> = {
  TRF: 'transfer',
  STO: 'transfer',
  DDT: 'directDebit',
  COL: 'directDebit',
  CHG: 'fee',
  COM: 'fee',
  BOE: 'billOfExchange',
}

/** The booking day has no year: the one nearest to the value day is meant. */
function daysOf({
  valueDate,
  entryDate,
}: Mt940Entry): { readonly bookedOn: CalendarDate; readonly valueOn: CalendarDate } | undefined {
  const short = Number(valueDate.slice(0, 2))
  const year = (short >= 70 ? 1900 : 2000) + short
  const valueOn = parseIsoDate(`${year}-${valueDate.slice(2, 4)}-${valueDate.slice(4)}`)
  if (!valueOn) return undefined
  if (entryDate === '') return { bookedOn: valueOn, valueOn }
  const [bookedOn] = [year - 1, year, year + 1]
    .flatMap((one) => parseIsoDate(`${one}-${entryDate.slice(0, 2)}-${entryDate.slice(2)}`) ?? [])
    .sort((a, b) => Math.abs(daysBetween(valueOn, a)) - Math.abs(daysBetween(valueOn, b)))
  return bookedOn && { bookedOn, valueOn }
}

/** `/OCMT/USD1200,50/`: what the order was for, before the exchange. */
function originalOf(supplement: string, currency: Currency): StatementLine['original'] {
  const [, code = '', digits = ''] = /\/OCMT\/([A-Z]{3})([\d,]+)/.exec(supplement) ?? []
  const ordered = parseCurrency(code)
  const amount = parseExact(digits, ',')
  const read = ordered && amount && ordered !== currency ? toMinorUnits(amount, ordered) : undefined
  return ordered && read && 'amount' in read ? { amount: read.amount, currency: ordered } : null
}
