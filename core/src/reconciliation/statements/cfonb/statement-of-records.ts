import type { Currency } from '../../../money/money.ts'
import { asCurrency } from '../../../money/money.ts'
import { balanceOf, currencyOf } from '../amounts-read.ts'
import { balanceFacts } from '../balance-facts.ts'
import { type ExactAmount, exactText, negateExact, toMinorUnits } from '../exact-amount.ts'
import { readFrenchLabel } from '../french-label.ts'
import type { BankStatement, StatementLine } from '../statement.ts'
import type { StatementRead, StatementWarning } from '../statement-file.ts'
import { joined, oneLine, orNull, reference } from '../written-text.ts'
import {
  type Complement,
  endToEndOf,
  first,
  isKnownQualifier,
  otherAmount,
  remittanceOf,
  wordsOf,
} from './complements.ts'
import { isBatchCode, kindOf } from './operations.ts'
import { dayWritten, type Movement, type RecordGroup } from './record-group.ts'

/** Makes a statement of its records: what cannot be read of a movement is named in `warnings`. */
export function statementOf(group: RecordGroup, warnings: StatementWarning[]): StatementRead {
  const { opening, closing, movements } = group
  const text = opening.record.text
  const warn = (warning: StatementWarning): void => void warnings.push(warning)
  const written = orNull(text.slice(16, 19)) ?? orNull(movements[0]?.record.text.slice(16, 19))
  // A blank currency is the euro of the note; an unknown one is said.
  const currency = written ? currencyOf(written.toUpperCase(), warn, opening.record.line) : asCurrency('EUR')
  const facts = factsOf(group)
  if (facts.joins.balances_join === false)
    warn({ code: 'balancesDoNotJoin', line: closing.record.line, value: String(facts.joins.difference) })
  const number = oneLine(text.slice(21, 32))
  for (const { record } of [...movements, closing])
    if (oneLine(record.text.slice(21, 32)) !== number)
      warn({ code: 'accountDiffers', line: record.line, value: oneLine(record.text.slice(21, 32)) })
  warnUnknown(movements, warn)
  const statement: BankStatement = {
    statementId: null,
    account: {
      text: number,
      iban: null,
      bank: orNull(text.slice(2, 7)),
      branch: orNull(text.slice(11, 16)),
      number: number || null,
    },
    currency,
    opening: balanceOf(opening.amount, opening.on, { currency, line: opening.record.line, warn }),
    closing: balanceOf(closing.amount, closing.on, { currency, line: closing.record.line, warn }),
    lines: movements.flatMap((movement, entry) => lineOf(movement, { entry, currency, warn }) ?? []),
  }
  return { statement, facts: { ...facts.own, ...facts.joins } }
}

function factsOf({ opening, closing, movements }: RecordGroup) {
  const amounts = movements.flatMap(({ amount }) => amount ?? [])
  const text = opening.record.text
  const balances = balanceFacts(opening.amount, closing.amount, {
    credits: amounts.filter(({ units }) => units > 0n),
    debits: amounts.filter(({ units }) => units < 0n).map(negateExact),
  })
  return {
    own: {
      bank: oneLine(text.slice(2, 7)),
      branch: oneLine(text.slice(11, 16)),
      account: oneLine(text.slice(21, 32)),
      currency: orNull(text.slice(16, 19)),
      opening_date_ddmmyy: text.slice(34, 40),
      opening_balance: exactText(opening.amount),
      closing_date_ddmmyy: closing.record.text.slice(34, 40),
      closing_balance: exactText(closing.amount),
      entries: movements.length,
      detail_records: movements.reduce((sum, { complements }) => sum + complements.length, 0),
      ...balances.sums,
    },
    joins: balances.joins,
  }
}

function warnUnknown(movements: readonly Movement[], warn: (warning: StatementWarning) => void): void {
  const told = new Set<string>()
  for (const { complements, record } of movements)
    for (const one of complements.filter((each) => !isKnownQualifier(each))) {
      if (told.has(one.qualifier)) continue
      told.add(one.qualifier)
      warn({ code: 'unknownQualifier', line: record.line, value: one.qualifier })
    }
}

interface Place {
  readonly entry: number
  readonly currency: Currency
  readonly warn: (warning: StatementWarning) => void
}

function lineOf(movement: Movement, place: Place): StatementLine | undefined {
  const { record, complements } = movement
  const { text, line } = record
  const bookedOn = dayWritten(text.slice(34, 40))
  const amount = amountOf(movement, place)
  if (!bookedOn) place.warn({ code: 'dateUnreadable', line, field: 'bookedOn', value: text.slice(34, 40).trim() })
  if (!bookedOn || amount === undefined) return undefined
  const operation = orNull(text.slice(32, 34))
  const isDebit = amount < 0
  const kind = kindOf(operation ?? '', isDebit)
  const label = oneLine(text.slice(48, 79))
  return {
    fileLine: line,
    entry: place.entry,
    bookedOn,
    valueOn: valueDay(text.slice(42, 48), line, place),
    amount,
    kind,
    operation,
    label: joined(label, wordsOf(complements)),
    remittance: remittanceOf(complements),
    creditorReference: reference(first(complements, 'LCS', 35)),
    documents: [],
    endToEndId: endToEndOf(complements),
    mandate: reference(first(complements, 'RUM', 35)),
    ...otherSide(complements, { isDebit: isDebit && kind !== 'returned', label }),
    bankReference: reference(text.slice(104, 120)) ?? reference(text.slice(81, 88)),
    isBatch: isBatchCode(operation ?? '') && first(complements, 'NPY') === null,
    returned: kind === 'returned' ? { reason: reference(text.slice(40, 42)), text: null } : null,
    original: minorOf(otherAmount(complements, 'MMO')),
    charges: minorOf(otherAmount(complements, 'FEE'))?.amount ?? null,
  }
}

function amountOf({ record, amount }: Movement, { currency, warn }: Place): number | undefined {
  const written = record.text.slice(90, 104).trim()
  if (!amount) {
    warn({ code: written === '' ? 'amountMissing' : 'amountUnreadable', line: record.line, value: written })
    return undefined
  }
  const read = toMinorUnits(amount, currency)
  if ('wrong' in read) warn({ code: read.wrong, line: record.line, field: 'amount', value: exactText(amount) })
  else if (read.amount === 0) warn({ code: 'zeroLine', line: record.line })
  else return read.amount
  return undefined
}

function valueDay(written: string, line: number, { warn }: Place): StatementLine['valueOn'] {
  if (/^[0 ]*$/.test(written)) return null
  const day = dayWritten(written)
  if (!day) warn({ code: 'valueDateUnreadable', line, field: 'valueOn', value: written.trim() })
  return day ?? null
}

function otherSide(
  complements: readonly Complement[],
  { isDebit, label }: { readonly isDebit: boolean; readonly label: string },
): Pick<StatementLine, 'otherName' | 'otherUltimateName' | 'otherIban'> {
  const found = (qualifier: string): string | null => first(complements, qualifier)
  const { name: named } = readFrenchLabel(label)
  const iban = first(complements, isDebit ? 'CBE' : 'CPY', 35)
  return {
    otherName: isDebit ? (found('NBE') ?? found('NPY')) : (found('NPY') ?? named),
    otherUltimateName: found(isDebit ? 'NBU' : 'NPO'),
    otherIban: iban && /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban.replaceAll(' ', '')) ? iban.replaceAll(' ', '') : null,
  }
}

function minorOf(
  other: { readonly currency: string; readonly amount: ExactAmount } | null,
): { readonly amount: number; readonly currency: Currency } | null {
  if (!other) return null
  const currency = asCurrency(other.currency)
  const read = toMinorUnits(other.amount, currency)
  return 'amount' in read ? { amount: read.amount, currency } : null
}
