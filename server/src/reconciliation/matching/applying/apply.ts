import type { LearntLine } from '@quittance/core/reconciliation/matching/books.ts'
import { unlessMerged } from '../../../customers/merging/found-unless-merged.ts'
import { unknownCustomer } from '../../../invoices/add-invoice.ts'
import { type Entered, enterBankPayments } from '../../../payments/enter-bank-payments.ts'
import { payer, paymentRules } from '../../../payments/queries.ts'
import type { Db } from '../../../platform/database/db.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import { holdUntilAllocated } from '../holds.ts'
import type { LineRow } from '../line-queries.ts'
import { applyReturn } from '../returned/apply-return.ts'
import type { Chosen, ChosenAllocation } from './choose-act.ts'
import { linkRecorded } from './link-recorded.ts'
import type { Matching } from './match-line.ts'
import { itemNames, type KeptMatch } from './match-queries.ts'

export interface Applying {
  readonly line: LineRow
  readonly match: number
  readonly chosen: Chosen
  /** Gaps need no limit: a proposal or a verdict explains them. */
  readonly isExplained: boolean
}

export interface Applied {
  readonly payments: readonly number[]
  readonly how: 'entered' | 'recorded' | 'reversed'
  /** The payer first. */
  readonly customers: readonly number[]
  readonly kept: Partial<KeptMatch>
  /** Whose amount due changed beside those chosen. */
  readonly items: readonly number[]
  readonly truth: Omit<LearntLine, 'line'> | null
}

/** Writes what the choice means, in the words above: payments, links, or a payment taken back. */
export function apply(db: Db, applying: Applying, matching: Matching): Promise<Applied> {
  const { chosen, line } = applying
  if (line.amount < 0 && chosen.kind !== 'returned' && chosen.kind !== 'notACustomer') throw paysNothing()
  switch (chosen.kind) {
    case 'paysItems':
      return payItems(db, applying, { ...matching, ...chosen })
    case 'customerCredit':
      return keepAsCredit(db, applying, { ...matching, customer: chosen.customerId })
    case 'alreadyRecorded':
      return linkRecorded(db, line, chosen.payments)
    case 'returned':
      return applyReturn(db, line, chosen.payment, matching)
    case 'notACustomer':
      return Promise.resolve({
        payments: [],
        how: 'entered' as const,
        customers: [],
        kept: {},
        items: [],
        truth: chosen.always || matching.isVerdict ? { customers: [], allocations: [], difference: null } : null,
      })
  }
}

type Paying = Matching & {
  readonly customerId?: number | undefined
  readonly allocations: readonly ChosenAllocation[]
}

async function payItems(db: Db, applying: Applying, paying: Paying): Promise<Applied> {
  const { allocations } = paying
  const names = await itemNames(
    db,
    allocations.map(({ openItemId }) => openItemId),
  )
  const owners = [
    ...new Set(allocations.flatMap(({ openItemId }) => names.find(({ id }) => id === openItemId)?.customer ?? [])),
  ]
  const from = paying.customerId ?? owners[0]
  if (from === undefined) throw unknownItems()
  const entered = await enter(db, applying, { ...paying, payer: from })
  const gaps = allocations.flatMap(({ difference }) => difference ?? [])
  const [gap] = gaps
  return {
    payments: entered.payments,
    how: 'entered',
    customers: [...new Set([from, ...owners])],
    kept: { allocations: entered.allocations },
    items: [],
    truth: {
      customers: owners,
      allocations: allocations.flatMap(({ openItemId, amount }) => {
        const name = names.find(({ id }) => id === openItemId)
        return name ? [{ invoiceNumber: name.invoiceNumber, customer: name.customer, amount }] : []
      }),
      difference: gap ? { reason: gap.reason, amount: gaps.reduce((sum, one) => sum + one.amount, 0) } : null,
    },
  }
}

async function keepAsCredit(
  db: Db,
  applying: Applying,
  { customer, ...matching }: Matching & { readonly customer: number },
): Promise<Applied> {
  const { payments } = await enter(db, applying, { ...matching, payer: customer, allocations: [] })
  for (const payment of payments) await holdUntilAllocated(db, { line: applying.line.id, customer, payment })
  // Decided again now that the hold stands.
  await matching.factsChanged(db, [customer])
  return {
    payments,
    how: 'entered',
    customers: [customer],
    kept: { allocations: [] },
    items: [],
    truth: { customers: [customer], allocations: [], difference: null },
  }
}

async function enter(
  db: Db,
  { line, match, isExplained }: Applying,
  paying: Paying & { readonly payer: number },
): Promise<Entered> {
  const { currency, amount, legalEntity, bookedOn } = line
  const { today, factsChanged } = paying
  if (!(await payer(db, paying.payer))) throw await unlessMerged(db, paying.payer, unknownCustomer())
  const { differenceLimit } = await paymentRules(db, currency)
  return enterBankPayments(db, {
    input: {
      payer: paying.payer,
      legalEntity,
      receivedOn: bookedOn,
      amount: { amount, currency },
      means: meansOf(line),
      reference: referenceOf(line),
      allocations: paying.allocations,
      differenceLimit: isExplained ? null : differenceLimit,
      entryKey: `bank:${line.id}:${match}`,
    },
    today,
    factsChanged,
  })
}

const meansOf = ({ kind }: LineRow) => {
  if (kind === 'chequeDeposit') return 'cheque' as const
  if (kind === 'directDebit' || kind === 'card' || kind === 'billOfExchange') return kind
  return 'transfer' as const
}

/** What a person searches a payment by: what the payer wrote, else what the bank did. */
const referenceOf = (line: LineRow): string =>
  (line.creditorReference ?? (line.remittance || line.label)).replace(/\s+/g, ' ').trim().slice(0, 200)

const paysNothing = () =>
  new AppError('linePaysNothing', 422, {
    fr: 'Cette ligne est un débit : elle ne règle pas de facture. Dites quel règlement est revenu, ou mettez-la de côté.',
    en: 'This line is a debit: it pays no invoice. Say which payment came back, or put it aside.',
  })

const unknownItems = () =>
  new AppError('allocationRefused', 422, {
    fr: 'Ces factures n’existent plus : rouvrez la ligne.',
    en: 'These invoices do not exist any more: open the line again.',
  })
