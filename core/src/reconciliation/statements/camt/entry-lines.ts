import type { CalendarDate } from '../../../calendar/calendar-date.ts'
import { allAt, textAt, type XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import type { Currency } from '../../../money/money.ts'
import {
  addExact,
  type ExactAmount,
  exactText,
  isZeroExact,
  negateExact,
  sumExact,
  toMinorUnits,
} from '../exact-amount.ts'
import type { StatementLine } from '../statement.ts'
import type { StatementWarning } from '../statement-file.ts'
import { amountAt, dayOf, dayText, directionOf } from './camt-values.ts'
import { describe } from './describe-line.ts'

interface Place {
  readonly entry: number
  readonly currency: Currency
  readonly warn: (warning: StatementWarning) => void
}

/**
 * The lines of one booked entry: one for each of its details where their amounts are all given and add up to it, else one
 * of the whole amount. An entry that cannot be read is named and gives none.
 */
export function linesOfEntry(entry: XmlElement, place: Place): StatementLine[] {
  const line = entry.line ?? 1
  const amount = signedAmount(entry, place)
  const days = daysOf(entry, line, place)
  if (!amount || !days) return []
  const details = allAt(entry, 'NtryDtls/TxDtls')
  const split = details.length > 1 ? splitBy(details, { entry, amount, place }) : undefined
  const base = { entry: place.entry, ...days }
  if (split)
    return details.flatMap((detail, index) => {
      const minor = minorOf(split[index], detail.line ?? line, place)
      return minor === undefined
        ? []
        : {
            ...base,
            fileLine: detail.line ?? line,
            ...describe({ entry, details: [detail], isSplit: true }, minor, place.currency),
          }
    })
  const minor = minorOf(amount, line, place)
  return minor === undefined
    ? []
    : [{ ...base, fileLine: line, ...describe({ entry, details, isSplit: false }, minor, place.currency) }]
}

/** The entry's amount with its sign; undefined, and said, where it cannot be had. */
function signedAmount(entry: XmlElement, { currency, warn }: Place): ExactAmount | undefined {
  const line = entry.line ?? 1
  const written = amountAt(entry, 'Amt')
  const direction = directionOf(entry)
  if (!written || written.text === '') warn({ code: 'amountMissing', line })
  else if (!written.exact) warn({ code: 'amountUnreadable', line, field: 'Amt', value: written.text.slice(0, 60) })
  else if (written.currency && written.currency !== currency)
    warn({ code: 'otherCurrency', line, value: written.currency.slice(0, 10) })
  else if (!direction) warn({ code: 'directionMissing', line, field: 'CdtDbtInd' })
  else {
    // Amounts are never negative: the indicator alone gives the direction.
    if (written.exact.units < 0n) warn({ code: 'negativeAmount', line, value: written.text })
    const positive = written.exact.units < 0n ? negateExact(written.exact) : written.exact
    return direction === 'CRDT' ? positive : negateExact(positive)
  }
  return undefined
}

function minorOf(amount: ExactAmount | undefined, line: number, { currency, warn }: Place): number | undefined {
  if (!amount) return undefined
  const read = toMinorUnits(amount, currency)
  if ('wrong' in read) warn({ code: read.wrong, line, field: 'Amt', value: exactText(amount) })
  else if (read.amount === 0) warn({ code: 'zeroLine', line })
  else return read.amount
  return undefined
}

function daysOf(
  entry: XmlElement,
  line: number,
  { warn }: Place,
): { readonly bookedOn: CalendarDate; readonly valueOn: CalendarDate | null } | undefined {
  const [booked, value] = [dayText(entry, 'BookgDt'), dayText(entry, 'ValDt')]
  const valueOn = value === null ? undefined : dayOf(value)
  const bookedOn = booked === null ? valueOn : dayOf(booked)
  if (!bookedOn) {
    warn({ code: 'dateUnreadable', line, field: 'BookgDt', value: (booked ?? value ?? '').slice(0, 40) })
    return undefined
  }
  if (value !== null && !valueOn) warn({ code: 'valueDateUnreadable', line, field: 'ValDt', value: value.slice(0, 40) })
  return { bookedOn, valueOn: valueOn ?? null }
}

/**
 * The signed amount of each detail, where all are given in the entry's currency, in whole numbers of its smallest unit, and
 * their sum is the entry's.
 */
function splitBy(
  details: readonly XmlElement[],
  { entry, amount, place }: { readonly entry: XmlElement; readonly amount: ExactAmount; readonly place: Place },
): ExactAmount[] | undefined {
  const amounts = details.flatMap((detail) => detailAmount(detail, directionOf(entry), place.currency) ?? [])
  if (amounts.length < details.length) return undefined
  const areWhole = amounts.every((one) => 'amount' in toMinorUnits(one, place.currency))
  if (areWhole && isZeroExact(addExact(sumExact(amounts), negateExact(amount)))) return amounts
  place.warn({ code: 'detailsDoNotAddUp', line: entry.line ?? 1, value: textAt(entry, 'AcctSvcrRef', 'NtryRef') ?? '' })
  return undefined
}

function detailAmount(
  detail: XmlElement,
  direction: 'CRDT' | 'DBIT' | null,
  currency: Currency,
): ExactAmount | undefined {
  const found = ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/InstdAmt/Amt']
    .map((path) => amountAt(detail, path))
    .find((one) => one?.exact !== undefined && (one.currency ?? currency) === currency)
  if (!found?.exact) return undefined
  return (directionOf(detail) ?? direction) === 'DBIT' ? negateExact(found.exact) : found.exact
}
