import { allAt, oneAt, textAt, type XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import { balanceOf, currencyOf } from '../amounts-read.ts'
import { balanceFacts } from '../balance-facts.ts'
import { type ExactAmount, exactText, negateExact } from '../exact-amount.ts'
import type { AccountWritten, BankStatement } from '../statement.ts'
import type { StatementRead, StatementWarning } from '../statement-file.ts'
import { amountAt, dayOf, dayText, directionOf, ibanOf } from './camt-values.ts'
import { linesOfEntry } from './entry-lines.ts'

interface CamtBalance {
  readonly type: string | null
  readonly subtype: string | null
  readonly amount: ExactAmount | null
  readonly currency: string | null
  readonly date: string | null
  readonly line: number
}

/** One `Stmt`, `Rpt` or `Ntfctn`: booked entries only; what is left out is named. */
export function camtStatement(element: XmlElement, warn: (warning: StatementWarning) => void): StatementRead {
  const line = element.line ?? 1
  const entries = allAt(element, 'Ntry')
  const booked = entries.filter(isBooked)
  const balances = allAt(element, 'Bal').map(balanceRead)
  const chosen = chooseBalances(balances)
  const written = textAt(element, 'Acct/Ccy') ?? currencyNear(balances, entries)
  const currency = currencyOf(written?.toUpperCase() ?? null, warn, line)
  const facts = factsOf(element, { booked, entries, balances, written, ...chosen })
  if (booked.length < entries.length) warn({ code: 'notBooked', line, value: String(entries.length - booked.length) })
  if (facts.balances_join === false) warn({ code: 'balancesDoNotJoin', line, value: String(facts.difference) })
  const account = accountOf(element)
  if (account.text === '') warn({ code: 'accountMissing', line })
  const paged = pagedBalances(element, balances)
  const balance = (one: CamtBalance | undefined) =>
    one ? balanceOf(one.amount, dayOf(one.date ?? '') ?? null, { currency, line: one.line, warn }) : null
  const statement: BankStatement = {
    statementId: textAt(element, 'Id'),
    account,
    currency,
    opening: balance(chosen.opening ?? paged.opening),
    closing: balance(chosen.closing ?? paged.closing),
    ...(element.name === 'Stmt' && { isStatement: true }),
    lines: booked.flatMap((one, entry) => linesOfEntry(one, { entry, currency, warn })),
  }
  return { statement, facts }
}

/** `Sts` is a word until version 7, then holds a code; without it the entry is booked, as a statement says by its name. */
function isBooked(entry: XmlElement): boolean {
  const status = textAt(entry, 'Sts', 'Sts/Cd', 'Sts/Prtry')
  return status === null || status.toUpperCase() === 'BOOK'
}

function balanceRead(element: XmlElement): CamtBalance {
  const amount = amountAt(element, 'Amt')
  const signed = amount?.exact && directionOf(element) === 'DBIT' ? negateExact(amount.exact) : amount?.exact
  return {
    type: textAt(element, 'Tp/CdOrPrtry/Cd', 'Tp/CdOrPrtry/Prtry', 'Tp/Cd'),
    subtype: textAt(element, 'Tp/SubTp/Cd', 'Tp/SubTp/Prtry'),
    amount: signed ?? null,
    currency: amount?.currency ?? null,
    date: dayText(element, 'Dt'),
    line: element.line ?? 1,
  }
}

/** The first booked opening balance, else the closing one of the day before; the last booked closing balance. */
function chooseBalances(balances: readonly CamtBalance[]): {
  readonly opening: CamtBalance | undefined
  readonly closing: CamtBalance | undefined
} {
  const opening = balances.find(({ type }) => type === 'OPBD') ?? balances.find(({ type }) => type === 'PRCD')
  return { opening, closing: balances.findLast(({ type }) => type === 'CLBD') }
}

/** A page of a day begins and ends with interim balances where it is not the first, or not the last. */
function pagedBalances(
  element: XmlElement,
  balances: readonly CamtBalance[],
): Partial<ReturnType<typeof chooseBalances>> {
  const page = textAt(element, 'StmtPgntn/PgNb', 'RptPgntn/PgNb')
  if (page === null) return {}
  const interim = balances.filter(({ type }) => type === 'ITBD')
  const isLast = textAt(element, 'StmtPgntn/LastPgInd', 'RptPgntn/LastPgInd') === 'true'
  return { opening: page === '1' ? undefined : interim[0], closing: isLast ? undefined : interim.at(-1) }
}

const currencyNear = (balances: readonly CamtBalance[], entries: readonly XmlElement[]): string | null =>
  balances.find(({ currency }) => currency !== null)?.currency ??
  entries.map((entry) => amountAt(entry, 'Amt')?.currency ?? null).find((one) => one !== null) ??
  null

function accountOf(element: XmlElement): AccountWritten {
  const written = textAt(
    element,
    'Acct/Id/IBAN',
    'Acct/Id/Othr/Id',
    'Acct/Id/PrtryAcct/Id',
    'Acct/Id/BBAN',
    'Acct/Id/UPIC',
  )
  const iban = ibanOf(written)
  return { text: iban ?? written ?? '', iban, bank: null, branch: null, number: null }
}

interface FactParts {
  readonly booked: readonly XmlElement[]
  readonly entries: readonly XmlElement[]
  readonly balances: readonly CamtBalance[]
  readonly opening: CamtBalance | undefined
  readonly closing: CamtBalance | undefined
  readonly written: string | null
}

function factsOf(element: XmlElement, parts: FactParts): Record<string, unknown> {
  const { booked, entries, balances, opening, closing, written } = parts
  const amounts = (direction: 'CRDT' | 'DBIT'): ExactAmount[] =>
    booked.filter((one) => directionOf(one) === direction).flatMap((one) => amountAt(one, 'Amt')?.exact ?? [])
  const { sums, joins } = balanceFacts(opening?.amount ?? null, closing?.amount ?? null, {
    credits: amounts('CRDT'),
    debits: amounts('DBIT'),
  })
  const text = (amount: ExactAmount | null | undefined): string | null => (amount ? exactText(amount) : null)
  return {
    statement_id: textAt(element, 'Id'),
    account: accountOf(element).text || null,
    currency: written,
    opening_balance: text(opening?.amount),
    opening_type: opening?.type ?? null,
    opening_date: opening?.date ?? null,
    closing_balance: text(closing?.amount),
    closing_date: closing?.date ?? null,
    entries_booked: booked.length,
    entries_not_booked: entries.length - booked.length,
    transaction_details: booked.reduce((sum, one) => sum + allAt(one, 'NtryDtls/TxDtls').length, 0),
    reversal_entries: booked.filter(isReversal).length,
    ...sums,
    other_balances: balances
      .filter((one) => one !== opening && one !== closing)
      .map(({ type, amount, subtype }) => ({ type, amount: text(amount), subtype })),
    ...joins,
  }
}

const isReversal = (entry: XmlElement): boolean => /^(?:true|1)$/.test(oneAt(entry, 'RvslInd')?.text ?? '')
