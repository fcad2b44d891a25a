import type { Evidence, Proposal, Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'
import { plainCapitals } from '@quittance/core/reconciliation/matching/read-text.ts'
import type { Db } from '../../../platform/database/db.ts'
import type { LineRow } from '../line-queries.ts'
import { type ReturnedCandidate, returnedCandidates } from './returned-queries.ts'

const nothing: Verdict = { decision: 'none', proposals: [], mayConcern: [] }

/** Which of our payments a debit takes back: of the same amount, and pointed to by something the line says. */
export async function proposeReturn(db: Db, line: LineRow): Promise<Verdict> {
  if (line.kind !== 'returned') return nothing
  // The bank may take its fee with it: then the amount that was collected is the original one.
  const amount = line.original?.currency === line.currency ? line.original.amount : -line.amount
  const { legalEntity, currency, bookedOn: on } = line
  const candidates = await returnedCandidates(db, { legalEntity, currency, amount: Math.abs(amount), on })
  const found = candidates
    .map((payment) => ({ payment, evidence: evidenceOf(line, payment) }))
    .filter(({ evidence }) => evidence.length > 0 || candidates.length === 1)
    .sort((a, b) => weigh(b.evidence) - weigh(a.evidence))
    .slice(0, 5)
  const [first, second] = found
  if (!first) return nothing
  const isCertain = weigh(first.evidence) >= 3 && (!second || weigh(second.evidence) < 3)
  const proposals = found.map(({ payment, evidence }, rank): Proposal => {
    const confidence = rank > 0 ? 'toCheck' : isCertain ? 'almostCertain' : evidence.length > 0 ? 'probable' : 'toCheck'
    return {
      kind: 'alreadyRecorded',
      customer: payment.customer,
      allocations: [],
      credit: 0,
      payments: [payment.id],
      confidence,
      chances: rank === 0 ? (isCertain ? 9900 : 7500) : 1000,
      evidence: [{ code: 'sameAmount', speaks: 'for', values: { amount: Math.abs(amount) } }, ...evidence],
    }
  })
  return { decision: isCertain ? 'auto' : 'suggest', proposals, mayConcern: [first.payment.customer] }
}

/** Weight of each: an identifier of the payment itself proves it, a name or an invoice number only points there. */
const weights: Readonly<Record<string, number>> = { endToEnd: 3, invoiceNumber: 2, mandate: 1, iban: 1, name: 1 }
const weigh = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, { code }) => sum + (weights[code] ?? 0), 0)

function evidenceOf(line: LineRow, payment: ReturnedCandidate): Evidence[] {
  const text = ` ${plainCapitals(`${line.label} ${line.remittance}`)} `
  const is = (a: string | null, b: string | null): boolean => a !== null && a !== 'NOTPROVIDED' && a === b
  const words = plainCapitals(payment.name)
    .split(/[^A-Z0-9]+/)
    .filter((word) => word.length >= 4)
  const said = plainCapitals(line.payerName ?? '') + text
  const evidence = (code: string, values: Evidence['values'] = {}): Evidence => ({ code, speaks: 'for', values })
  return [
    ...(is(line.endToEndId, payment.endToEndId) ? [evidence('endToEnd', { reference: line.endToEndId ?? '' })] : []),
    ...payment.invoices
      .filter((number) => number.length >= 4 && text.includes(plainCapitals(number)))
      .slice(0, 1)
      .map((number) => evidence('invoiceNumber', { number })),
    ...(is(line.mandate, payment.mandate) ? [evidence('mandate', { mandate: line.mandate ?? '' })] : []),
    ...(is(line.payerIban, payment.payerIban) ? [evidence('iban')] : []),
    ...(words.length > 0 && words.every((word) => said.includes(word))
      ? [evidence('name', { name: payment.name })]
      : []),
  ]
}
