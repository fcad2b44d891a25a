import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Currency, money } from '@quittance/core/money/money.ts'
import { explainEvidence, quotedRanges } from '@quittance/core/reconciliation/matching/explain-evidence.ts'
import { effectsOn } from '../../../payments/preview-payment.ts'
import type { LockedItem } from '../../../payments/queries.ts'
import type { Db } from '../../../platform/database/db.ts'
import { found } from '../../../platform/http/app-error.ts'
import { lineRowsById } from '../../lines/line-rows.ts'
import { type KeptProposal, proposalPrint } from '../kept-proposal.ts'
import { type LineRow, lineById } from '../line-queries.ts'
import { payingEffects } from './paying-effects.ts'
import { holdSentence, otherEffects, proposalDetail, proposalTitle } from './proposal-words.ts'
import {
  type CustomerRef,
  customersShown,
  holdsOf,
  itemsShown,
  type PaymentShown,
  paymentsShown,
} from './show-queries.ts'

export interface ShowingLine {
  readonly today: CalendarDate
  readonly language: Language
}

/** A line with what it may be, why, and what accepting would do; effects only while it waits. */
export async function showLine(db: Db, id: number, showing: ShowingLine) {
  const line = found(await lineById(db, id))
  const row = found((await lineRowsById(db, [id], showing))[0])
  const known = await knownFor(db, line)
  const proposals = []
  for (const [rank, proposal] of line.proposals.entries()) {
    proposals.push(await showProposal(db, { line, proposal, rank, known }, showing))
  }
  const [first] = line.proposals
  const holds = await holdsOf(db, id)
  return {
    ...row,
    payerName: line.payerName,
    payerIban: line.payerIban,
    endToEndId: line.endToEndId,
    bankReference: line.bankReference,
    marks: first ? quotedRanges(first.evidence).filter(({ to }) => to <= line.label.length) : [],
    proposals,
    holds: holds.map(({ customer, isCredit }) => ({ customer, sentence: holdSentence(isCredit, showing.language) })),
  }
}

interface Known {
  readonly items: ReadonlyMap<number, LockedItem>
  readonly customers: ReadonlyMap<number, CustomerRef>
  readonly payments: ReadonlyMap<number, PaymentShown>
}

async function knownFor(db: Db, { proposals }: LineRow): Promise<Known> {
  const items = await itemsShown(db, [...new Set(proposals.flatMap((one) => one.allocations.map(({ item }) => item)))])
  const named = proposals.flatMap(({ customer }) => customer ?? [])
  const customers = await customersShown(db, [...new Set([...named, ...items.map(({ customer }) => customer)])])
  const payments = await paymentsShown(db, [...new Set(proposals.flatMap((one) => one.payments))])
  return {
    items: new Map(items.map((item) => [item.id, item])),
    customers: new Map(customers.map((one) => [one.id, one])),
    payments: new Map(payments.map((one) => [one.id, one])),
  }
}

interface Shown {
  readonly line: LineRow
  readonly proposal: KeptProposal
  readonly rank: number
  readonly known: Known
}

async function showProposal(db: Db, { line, proposal, rank, known }: Shown, { today, language }: ShowingLine) {
  const currency = asCurrency(line.currency)
  const customer = proposal.customer === null ? null : (known.customers.get(proposal.customer) ?? null)
  const allocations = proposal.allocations.flatMap((one) => showAllocation(one, known, { currency, today }))
  const payments = proposal.payments.flatMap((id) => known.payments.get(id) ?? [])
  const invoices = [...new Set(allocations.map(({ invoiceNumber }) => invoiceNumber))]
  const named = { customer: customer?.name ?? payments[0]?.customer ?? null, invoices, payments, language }
  const isWaiting = line.state === 'unmatched' || line.state === 'suggested'
  const allocated = allocations.reduce((sum, one) => sum + one.allocated.amount, 0)
  const pays = proposal.kind === 'paysItems' || proposal.kind === 'customerCredit'
  return {
    rank,
    basis: proposalPrint(proposal),
    kind: proposal.kind,
    confidence: proposal.confidence,
    customer,
    title: proposalTitle(proposal, named),
    detail: proposalDetail(proposal, named),
    allocations,
    payments: [...proposal.payments],
    credit: money(proposal.credit, currency),
    gap: money(pays ? line.amount - allocated - proposal.credit : 0, currency),
    evidence: explainEvidence(proposal.evidence, { language, currency }).map(({ speaks, text }) => ({
      speaks,
      sentence: text,
    })),
    effects: !isWaiting
      ? []
      : pays
        ? await effectsOfPaying(db, { line, proposal, known }, { today, language })
        : otherEffects(proposal, named),
  }
}

function showAllocation(
  { item: id, amount, difference }: KeptProposal['allocations'][number],
  { items, customers }: Known,
  { currency, today }: { readonly currency: Currency; readonly today: CalendarDate },
) {
  const item = items.get(id)
  const customer = item && customers.get(item.customer)
  if (!item || !customer) return []
  return [
    {
      openItemId: item.id,
      invoiceId: item.invoiceId,
      invoiceNumber: item.invoiceNumber,
      customer,
      dueDate: item.dueDate,
      daysLate: daysBetween(item.dueDate, today),
      amountDue: money(item.amountDue, currency),
      allocated: money(amount, currency),
      difference: difference && { reason: difference.reason, amount: money(difference.amount, currency) },
    },
  ]
}

async function effectsOfPaying(db: Db, { line, proposal, known }: Omit<Shown, 'rank'>, showing: ShowingLine) {
  const items = proposal.allocations.flatMap(({ item }) => known.items.get(item) ?? [])
  const left = new Map(
    proposal.allocations.flatMap(({ item: id, amount, difference }) => {
      const item = known.items.get(id)
      return item ? [[id, item.amountDue - amount - (difference?.amount ?? 0)] as const] : []
    }),
  )
  const input = {
    customerId: proposal.customer ?? items[0]?.customer ?? 0,
    amount: { amount: line.amount, currency: line.currency },
    allocations: proposal.allocations.map(({ item, amount }) => ({ openItemId: item, amount })),
  }
  const effects = await effectsOn(db, { input, items, left, ...showing })
  const owners = [...new Set(items.map(({ customer }) => customer))]
  const [owner] = owners
  const customer = owners.length === 1 && owner !== undefined ? (known.customers.get(owner) ?? null) : null
  return payingEffects(db, { effects, items, left, customer, currency: line.currency, ...showing })
}
