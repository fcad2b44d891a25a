import { allAt, oneAt, textAt, textsAt, type XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import { asCurrency, type Currency } from '../../../money/money.ts'
import { addExact, type ExactAmount, toMinorUnits, zeroAmount } from '../exact-amount.ts'
import type { StatementLine } from '../statement.ts'
import { joinAll, joined, oneLine, orNull, reference } from '../written-text.ts'
import { amountAt, ibanOf } from './camt-values.ts'
import { isReturn, kindOfCode, operationOf } from './operations.ts'

export interface LineParts {
  readonly entry: XmlElement
  /** One detail, or all those of an entry that is one line. */
  readonly details: readonly XmlElement[]
  /** The line is one of several of its entry. */
  readonly isSplit: boolean
}

type Described = Omit<StatementLine, 'fileLine' | 'entry' | 'bookedOn' | 'valueOn'>

/** What a line says beside its days: who, for what, under which references. */
export function describe({ entry, details, isSplit }: LineParts, amount: number, currency: Currency): Described {
  const only = details.length === 1 ? details[0] : undefined
  const operation = operationOf(only) ?? operationOf(entry)
  const returned = returnOf(entry, only, operation)
  const kind = returned ? 'returned' : kindOfCode(operation)
  const remittance = joinAll(details.map(remittanceOf))
  const side = otherSide(only, sideOf(only, amount > 0, returned !== null))
  return {
    amount,
    kind,
    operation,
    label: labelOf({ entry, details, isSplit }, { name: side.otherName, remittance, operation }),
    remittance,
    ...referencesOf(only),
    ...side,
    bankReference: isSplit
      ? (reference(textAt(only, 'Refs/AcctSvcrRef')) ?? reference(textAt(entry, 'AcctSvcrRef')))
      : (reference(textAt(entry, 'AcctSvcrRef')) ?? reference(textAt(only, 'Refs/AcctSvcrRef'))),
    isBatch: !isSplit && isBatch(entry, details),
    returned,
    original: originalOf(only ?? entry, amount, currency),
    charges: chargesOf(only, entry, currency),
  }
}

/** Free text, and what stands beside structured references; blocks joined by a space. */
const remittanceOf = (detail: XmlElement): string =>
  joinAll([
    ...textsAt(detail, 'RmtInf/Ustrd'),
    // Swiss banks tell here of their scanning of slips.
    ...textsAt(detail, 'RmtInf/Strd/AddtlRmtInf').filter((text) => !/^\?(?:REJECT|ERROR)\?/.test(text)),
  ])

function referencesOf(
  detail: XmlElement | undefined,
): Pick<StatementLine, 'creditorReference' | 'documents' | 'endToEndId' | 'mandate'> {
  const creditor = [...textsAt(detail, 'RmtInf/Strd/CdtrRefInf/Ref|CdtrRef')].flatMap((one) => reference(one) ?? [])
  const listed = allAt(detail, 'RmtInf/Strd/RfrdDocInf').flatMap((one) => [
    ...textsAt(one, 'Nb|RfrdDocNb'),
    ...textsAt(one, 'LineDtls/Id/Nb'),
  ])
  return {
    creditorReference: creditor[0] ?? null,
    documents: [...new Set([...listed.flatMap((one) => reference(one) ?? []), ...creditor.slice(1)])],
    endToEndId: reference(textAt(detail, 'Refs/EndToEndId')),
    mandate: reference(textAt(detail, 'Refs/MndtId')),
  }
}

/**
 * The debtor paid a credit, the creditor was paid by a debit. What came back keeps the sides it had before; some banks turn
 * them with the money, and then name one side alone.
 */
function sideOf(detail: XmlElement | undefined, isCredit: boolean, cameBack: boolean): 'Dbtr' | 'Cdtr' {
  const [side, other] = isCredit !== cameBack ? (['Dbtr', 'Cdtr'] as const) : (['Cdtr', 'Dbtr'] as const)
  const isNamed = (one: 'Dbtr' | 'Cdtr'): boolean => oneAt(detail, `RltdPties/${one}|${one}Acct`) !== undefined
  return cameBack && !isNamed(side) && isNamed(other) ? other : side
}

/** Who stands on that side, and for whom. */
function otherSide(
  detail: XmlElement | undefined,
  side: 'Dbtr' | 'Cdtr',
): Pick<StatementLine, 'otherName' | 'otherUltimateName' | 'otherIban'> {
  const parties = oneAt(detail, 'RltdPties')
  const name = (of: string): string | null =>
    orNull(textAt(parties, `${of}/Nm`, `${of}/Pty/Nm`, `${of}/Agt/FinInstnId/Nm`))
  return {
    otherName: name(side) ?? name(`Ultmt${side}`) ?? orNull(textAt(parties, 'InitgPty/Nm', 'InitgPty/Pty/Nm')),
    otherUltimateName: name(`Ultmt${side}`),
    otherIban: ibanOf(textAt(parties, `${side}Acct/Id/IBAN`) ?? textAt(parties, `${side}Acct/Id/Othr/Id`)),
  }
}

function labelOf(
  { entry, details }: LineParts,
  said: { readonly name: string | null; readonly remittance: string; readonly operation: string | null },
): string {
  const bank = joinAll([textAt(entry, 'AddtlNtryInf'), ...details.flatMap((detail) => textsAt(detail, 'AddtlTxInf'))])
  const more = [said.name, said.remittance].filter((part) => part !== null && !bank.includes(part))
  return joined(bank, ...more) || oneLine(said.operation ?? textAt(entry, 'AcctSvcrRef', 'NtryRef') ?? '')
}

/** Many payments of which the file does not say each: a number of them, or details without amounts. */
function isBatch(entry: XmlElement, details: readonly XmlElement[]): boolean {
  const counted = textsAt(entry, 'NtryDtls/Btch/NbOfTxs').reduce((sum, one) => sum + (Number(one) || 0), 0)
  const hasBatch = oneAt(entry, 'NtryDtls/Btch') !== undefined
  return details.length > 1 || counted > 1 || (hasBatch && details.length === 0 && counted !== 1)
}

function returnOf(
  entry: XmlElement,
  detail: XmlElement | undefined,
  operation: string | null,
): StatementLine['returned'] {
  const told = oneAt(detail, 'RtrInf')
  const reason = textAt(told, 'Rsn/Cd', 'Rsn/Prtry', 'RtrRsn/Cd')
  const text = orNull(joinAll([...textsAt(told, 'AddtlInf'), ...textsAt(told, 'AddtlRtrRsnInf')]))
  const isReversed = /^(?:true|1)$/.test(oneAt(entry, 'RvslInd')?.text ?? '')
  return told || isReversed || isReturn(operation) ? { reason, text } : null
}

/** What the payer gave the order for, where it is not what arrived. */
function originalOf(from: XmlElement, amount: number, currency: Currency): StatementLine['original'] {
  const written = amountAt(from, 'AmtDtls/InstdAmt/Amt')
  if (!written?.exact || (written.currency && !/^[A-Z]{3}$/.test(written.currency))) return null
  const instructed = written.currency ? asCurrency(written.currency) : currency
  const read = toMinorUnits(written.exact, instructed)
  if (!('amount' in read) || (instructed === currency && read.amount === Math.abs(amount))) return null
  return { amount: read.amount, currency: instructed }
}

/** Charges in the account's currency, of the detail or else of the entry. */
function chargesOf(detail: XmlElement | undefined, entry: XmlElement, currency: Currency): number | null {
  const of = (from: XmlElement | undefined): ExactAmount | undefined => {
    const total = from && amountAt(from, 'Chrgs/TtlChrgsAndTaxAmt')
    if (total?.exact && (total.currency ?? currency) === currency) return total.exact
    const parts = [...allAt(from, 'Chrgs'), ...allAt(from, 'Chrgs/Rcrd')].flatMap((one) => {
      const part = amountAt(one, 'Amt')
      return part?.exact && (part.currency ?? currency) === currency ? [part.exact] : []
    })
    return parts.length > 0 ? parts.reduce(addExact, zeroAmount) : undefined
  }
  const found = of(detail) ?? of(entry)
  const read = found && toMinorUnits(found, currency)
  return read && 'amount' in read && read.amount !== 0 ? read.amount : null
}
