import { type CalendarDate, maxDate, minDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { checkAllocation } from '@quittance/core/payments/allocation.ts'
import type { DifferenceReason } from '@quittance/core/payments/difference.ts'
import { gapAfter } from '@quittance/core/payments/difference.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { unlessMerged } from '../customers/merging/found-unless-merged.ts'
import { unknownCustomer, unknownLegalEntity } from '../invoices/add-invoice.ts'
import { recordInJournal } from '../people/journal.ts'
import { legalEntityOf } from '../people/legal-entities.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { type NewSlip, slipOf } from './deposit-slips.ts'
import {
  insertAllocations,
  insertPayment,
  type LockedItem,
  linesEverOf,
  lockItems,
  type NewAllocation,
  type NewPayment,
  payer,
  paymentOfEntryKey,
  paymentRules,
} from './queries.ts'
import { moneyOf, type Refusal, refuseAllocation, withClearConflict } from './refuse-allocation.ts'

export interface PaymentInput {
  readonly customerId: number
  readonly legalEntityId?: number | undefined
  readonly receivedOn: string
  readonly amount: { readonly amount: number; readonly currency: string }
  readonly means: NewPayment['means']
  readonly reference: string | null
  readonly slip?: NewSlip | null | undefined
  readonly allocations: readonly Line[]
  readonly differences: readonly (Line & { readonly reason: Exclude<DifferenceReason, 'rounding'> })[]
}

interface Line {
  readonly openItemId: number
  /** Smallest unit, positive. */
  readonly amount: number
}

interface EnterPayment {
  readonly input: PaymentInput & { readonly entryKey: string }
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/** The payment's id; the same one when this entry key was used before. Refuses with sentences that name the invoice. */
export function enterPayment(db: Db, { input, today, factsChanged }: EnterPayment): Promise<number> {
  return withClearConflict(async () => {
    const planned = await planPayment(db, input, today)
    const slip = input.slip ? await slipOf(db, input.slip) : null
    const id = await insertPayment(db, { ...planned.payment, origin: 'manual', entryKey: input.entryKey, slip })
    if (id === null) return await sameEntry(db, input)

    const items = await lockItems(db, itemsOf(input))
    checkPayment(input, { ...planned, items })

    await insertAllocations(db, linesOf(input, { payment: id, items, today }))
    await recordInJournal(db, {
      act: 'entered',
      thing: 'payment',
      thingId: id,
      customerId: input.customerId,
      details: { ...planned.payment, allocations: allocationsInWords(input, items), differences: input.differences },
    })
    await factsChanged(db, customersOf(input.customerId, items))
    return id
  })
}

interface Planned {
  readonly payment: Omit<NewPayment, 'origin' | 'entryKey'>
  readonly payerParent: number | null
  readonly differenceLimit: number
}

/** Who pays, to which firm; refuses an amount or a day that cannot be. Locks nothing. */
export async function planPayment(db: Db, input: PaymentInput, today: CalendarDate): Promise<Planned> {
  if (input.amount.amount <= 0) throw amountAboveZero()
  if (input.receivedOn > today) throw receivedInTheFuture()
  const customer = await payer(db, input.customerId)
  if (!customer) throw await unlessMerged(db, input.customerId, unknownCustomer())
  const rules = await paymentRules(db, input.amount.currency)
  if (input.legalEntityId !== undefined && !(await legalEntityOf(db, input.legalEntityId))) throw unknownLegalEntity()
  const legalEntity = input.legalEntityId ?? (await firmOfItems(db, input)) ?? rules.legalEntity
  if (legalEntity === null) throw noLegalEntity()
  return {
    payment: {
      customer: input.customerId,
      legalEntity,
      receivedOn: input.receivedOn as CalendarDate,
      currency: input.amount.currency,
      amount: input.amount.amount,
      means: input.means,
      reference: input.reference,
    },
    payerParent: customer.parent,
    differenceLimit: rules.differenceLimit,
  }
}

/** All the lines of a payment against what is left: throws the refusal, or returns. */
export function checkPayment(input: PaymentInput, known: Planned & { readonly items: readonly LockedItem[] }): void {
  const { items, payment } = known
  const lines = input.allocations.map((line) => ({
    item: line.openItemId,
    amount: money(line.amount, asCurrency(payment.currency)),
  }))
  const refusals = checkAllocation({
    source: {
      customer: payment.customer,
      parent: known.payerParent,
      legalEntity: payment.legalEntity,
      left: moneyOf(payment),
    },
    lines,
    items: items.map(asChecked),
  })
  const differences = refusals.length > 0 ? [] : checkDifferences(input, known)
  if (refusals.length + differences.length > 0) throw refuseAllocation([...refusals, ...differences], items)
}

export const asChecked = (item: LockedItem) => ({
  id: item.id,
  customer: item.customer,
  parent: item.parent,
  legalEntity: item.legalEntity,
  dueDate: item.dueDate,
  amountDue: money(item.amountDue, asCurrency(item.currency)),
})

function checkDifferences(
  input: PaymentInput,
  { items, differenceLimit }: { readonly items: readonly LockedItem[]; readonly differenceLimit: number },
): Refusal[] {
  return input.differences.flatMap((line, index): Refusal[] => {
    const item = items.find(({ id }) => id === line.openItemId)
    const paid = input.allocations.find(({ openItemId }) => openItemId === line.openItemId)?.amount
    if (!item) return [{ kind: 'unknownItem', item: line.openItemId }]
    // The allocation beside it was checked: so the item is this customer's, in this currency, and of this firm.
    if (paid === undefined) return [{ kind: 'differenceWithoutPayment', item: item.id }]
    if (input.differences.findIndex(({ openItemId }) => openItemId === item.id) !== index)
      return [{ kind: 'duplicateItem', item: item.id }]
    const currency = asCurrency(item.currency)
    const amount = money(line.amount, currency)
    const due = money(item.amountDue, currency)
    const gap = gapAfter({ due, paid: money(paid, currency), tolerance: differenceLimit })
    if (gap.kind === 'none' || gap.gap.amount !== line.amount) {
      const left = gap.kind === 'none' ? money(0, currency) : gap.gap
      return [{ kind: 'differenceIsNotTheGap', item: item.id, amount, gap: left }]
    }
    if (gap.kind === 'closable') return []
    return [{ kind: 'differenceTooLarge', item: item.id, amount, limit: money(differenceLimit, currency) }]
  })
}

export const itemsOf = (input: Pick<PaymentInput, 'allocations' | 'differences'>): number[] => [
  ...new Set([...input.allocations, ...input.differences].map(({ openItemId }) => openItemId)),
]

export const customersOf = (customer: number, items: readonly LockedItem[]): number[] => [
  ...new Set([customer, ...items.map((item) => item.customer)]),
]

function linesOf(
  input: PaymentInput,
  { payment, items, today }: { payment: number; items: readonly LockedItem[]; today: CalendarDate },
): NewAllocation[] {
  const on = (line: Line) =>
    allocationDay({
      today,
      source: input.receivedOn as CalendarDate,
      issued: items.find(({ id }) => id === line.openItemId)?.issueDate ?? today,
    })
  return [
    ...input.allocations.map((line) => ({ item: line.openItemId, payment, amount: line.amount, on: on(line) })),
    ...input.differences.map((line) => ({
      item: line.openItemId,
      difference: line.reason,
      amount: line.amount,
      on: on(line),
    })),
  ]
}

/** The day from which an allocation counts: when both the money and the invoice are there, and never after today. */
export const allocationDay = (days: {
  source: CalendarDate
  issued: CalendarDate
  today: CalendarDate
}): CalendarDate => minDate(maxDate(days.source, days.issued), days.today)

export const allocationsInWords = (input: { allocations: readonly Line[] }, items: readonly LockedItem[]) =>
  input.allocations.map((line) => ({
    invoice: items.find(({ id }) => id === line.openItemId)?.invoiceNumber,
    amount: line.amount,
  }))

async function firmOfItems(db: Db, input: PaymentInput): Promise<number | undefined> {
  const [first] = await lockItems(db, itemsOf(input))
  return first?.legalEntity
}

async function sameEntry(db: Db, input: PaymentInput & { readonly entryKey: string }): Promise<number> {
  const known = await paymentOfEntryKey(db, input.entryKey)
  const isSame =
    known.customer === input.customerId &&
    known.amount === input.amount.amount &&
    known.currency === input.amount.currency &&
    known.receivedOn === input.receivedOn &&
    known.means === input.means &&
    known.reference === input.reference
  const lines = await linesEverOf(db, known.id)
  const isThere = (line: Line) => lines.some(({ item, amount }) => item === line.openItemId && amount === line.amount)
  if (isSame && input.allocations.every(isThere)) return known.id
  throw new AppError('entryKeyUsed', 409, {
    fr: 'Ce formulaire a déjà servi pour un autre règlement : rouvrez la saisie pour en entrer un nouveau.',
    en: 'This form was already used for another payment: open it again to enter a new one.',
  })
}

const amountAboveZero = () =>
  new AppError('amountAboveZero', 422, {
    fr: 'Le montant reçu doit être supérieur à zéro.',
    en: 'The amount received must be above zero.',
  })

const receivedInTheFuture = () =>
  new AppError('receivedInTheFuture', 422, {
    fr: 'La date du règlement est dans l’avenir : saisissez-le le jour où il arrive, ou notez une promesse.',
    en: 'The payment date is in the future: enter it on the day it arrives, or note a promise.',
  })

const noLegalEntity = () =>
  new AppError('noLegalEntity', 409, {
    fr: 'Aucune société n’émet encore de factures : ajoutez-la dans Réglages, Entreprise.',
    en: 'No firm invoices yet: add it in Settings, Company.',
  })
