import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { claimPayments } from '@quittance/core/imports/fec/claim-payments.ts'
import { type PaymentToSettle, settleByLedger } from '@quittance/core/imports/fec/settle-by-ledger.ts'
import { meansWritten } from '@quittance/core/imports/means-written.ts'
import { money } from '@quittance/core/money/money.ts'
import {
  insertPayments,
  isAnyToldByLedger,
  paymentsOfLedger,
  paymentsUntold,
  writeLedgerKeys,
} from '../../payments/bulk-queries.ts'
import { allocationDay } from '../../payments/enter-payment.ts'
import { insertAllocations } from '../../payments/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { atOnce, type WorkShare } from '../applying/work-share.ts'
import { createCustomers } from '../applying/write-customers.ts'
import { recordChanges } from '../changes-made.ts'
import type { Importer } from '../import-work.ts'
import type { Session } from '../planning/plan-batch.ts'
import { ledgerCurrency } from '../reading/ledger/ledger-cells.ts'
import { nothingWritten, type SourceFileRow } from '../source-file-row.ts'
import { lockSourceFile } from '../source-files.ts'
import {
  allocationsOfLines,
  coveredDays,
  notePaymentsDone,
  type SourcePayment,
  sourcePaymentsAfter,
} from './ledger-queries.ts'
import { linesOfEntries } from './lines-of-entries.ts'
import { linkedNames } from './linked-names.ts'
import { renumberedPayments } from './renumbered-payments.ts'
import { settleFromCredits } from './settle-from-credits.ts'
import { takeBackLetters } from './take-back-letters.ts'
import { untoldAmounts } from './untold-amounts.ts'

/**
 * The payments of a ledger, once its invoices are in, a thousand a transaction at most. What is there already, from an earlier
 * export, a bank or a person, is found again and not entered twice. `lookAgain` has the server look at tables that grow
 * from nothing, once so many payments are in. False when another run does this.
 */
export async function applyLedgerPayments(
  importer: Importer,
  session: Session,
  file: SourceFileRow,
  { share, lookAgain }: { readonly share: WorkShare; readonly lookAgain: (done: number) => Promise<unknown> },
): Promise<boolean> {
  const upTo = asDate(file.ledger?.to ?? importer.today)
  const isFirst =
    file.paymentsDoneTo === 0 && !(await importer.transaction((db) => isAnyToldByLedger(db, session.legalEntity)))
  const count = atOnce(file.ledger?.payments ?? 0)
  let lookAgainAt = 1
  for (let from = file.paymentsDoneTo, index = 1; ; index++) {
    const step = { importer, session, file: file.id, from, count, upTo, isFirst, share }
    const next = await importer.transaction((db) => applyNext(db, step))
    if (next === 'over') return true
    if (next === 'notOurs') return false
    from = next
    if (index !== lookAgainAt) continue
    await lookAgain(index * count)
    lookAgainAt *= 4
  }
}

interface Step {
  readonly importer: Importer
  readonly session: Session
  readonly file: number
  readonly from: number
  /** Payments of a transaction. */
  readonly count: number
  /** The last day the ledger tells of. */
  readonly upTo: CalendarDate
  /** No ledger of the firm told of a payment before this one. */
  readonly isFirst: boolean
  readonly share: WorkShare
}

async function applyNext(db: Db, step: Step): Promise<number | 'notOurs' | 'over'> {
  const { session, file, from, count, share } = step
  const now = await lockSourceFile(db, file)
  if (now?.state !== 'importing' || now.paymentsDoneTo !== from) return 'notOurs'
  const payments = await sourcePaymentsAfter(db, file, from, count)
  const last = payments.at(-1)?.line
  if (last === undefined) return 'over'
  const { told, customers } = await namedPayments(db, session, file, payments)
  const entered = await enter(db, step, told)
  await recordChanges(db, file, {
    created: { customer: customers, payment: entered.payments, allocation: entered.allocations },
    changes: entered.claimed,
  })
  const written = { ...nothingWritten, ...now.written }
  await notePaymentsDone(db, file, {
    doneTo: last,
    rows: payments.length,
    share: share.ofPayments(now.rowsRead + payments.length + (now.ledger?.payments ?? 0) - (now.rowsTotal ?? 0)),
    written: {
      ...written,
      customers: written.customers + customers.length,
      payments: written.payments + entered.payments.length,
    },
  })
  return last
}

export type NamedPayment = SourcePayment & { readonly customer: number }

/** Whose payments they are; one whose customer a person still has to name waits. */
async function namedPayments(
  db: Db,
  { directory }: Session,
  file: number,
  payments: readonly SourcePayment[],
): Promise<{ readonly told: NamedPayment[]; readonly customers: readonly number[] }> {
  const linked = await linkedNames(db, file)
  const found = payments.flatMap((payment) => {
    const { customerCode: code, customerName: name } = payment
    const corrections = linked.get(code) ?? {}
    const { customerCode = code, customerName = name } = corrections
    const customer = directory.customerOf(
      { customer: { code: customerCode, name: customerName }, total: money(0, ledgerCurrency) },
      corrections,
    )
    return customer.kind === 'customer' ? [{ ...payment, customer: customer.id }] : []
  })
  const missing = [...new Set(found.map(({ customer }) => customer).filter((id) => id < 0))]
  const customers = await createCustomers(db, directory, missing)
  return { told: found.map((one) => ({ ...one, customer: directory.idOf(one.customer) })), customers }
}

interface Entered {
  readonly payments: readonly number[]
  readonly allocations: readonly number[]
  readonly claimed: readonly { thing: 'payment'; id: number; before: object; after: object }[]
}

async function enter(db: Db, step: Step, told: readonly NamedPayment[]): Promise<Entered> {
  const { importer, session, file } = step
  const { legalEntity } = session
  const covered = await coveredDays(db, legalEntity, [
    ...new Set(told.filter(({ isOpening }) => isOpening).map(({ receivedOn }) => receivedOn)),
  ])
  const news = told.filter(({ isOpening, receivedOn }) => !(isOpening && covered.has(receivedOn)))
  const settles = await settledBy(db, file, told)
  const claimed = await claim(db, step, news, settles)
  const { payments, allocations } = await settle(db, step, news, settles)
  const carried = told.filter((one) => !news.includes(one))
  const fromCredits = await settleFromCredits(db, { legalEntity, today: importer.today }, carried, settles)
  return { payments, allocations: [...allocations, ...fromCredits], claimed }
}

/** What this file's letters say each of these lines settles. */
async function settledBy(db: Db, file: number, told: readonly NamedPayment[]): Promise<Settles> {
  const rows = await allocationsOfLines(
    db,
    file,
    told.map(({ line }) => line),
  )
  const byLine = new Map<number, { item: string; amount: number }[]>()
  for (const { creditLine, itemKey: item, amount } of rows)
    byLine.set(creditLine, [...(byLine.get(creditLine) ?? []), { item, amount }])
  return byLine
}

/** Payments known from elsewhere, or under another number of entry, that are entries of this ledger: they say so from now on. */
async function claim(
  db: Db,
  { session: { legalEntity }, file, isFirst }: Step,
  news: readonly NamedPayment[],
  settles: Settles,
): Promise<Entered['claimed']> {
  const keys = news.map(({ ledgerKey }) => ledgerKey)
  const there = new Set((await paymentsOfLedger(db, legalEntity, keys)).map(({ ledgerKey }) => ledgerKey))
  const notThere = news.filter(({ ledgerKey }) => !there.has(ledgerKey))
  const renumbered = isFirst ? [] : await renumberedPayments(db, { legalEntity, file }, notThere)
  const found = new Set(renumbered.map(({ ledgerKey }) => ledgerKey))
  const unknown = notThere.filter(({ ledgerKey }) => !found.has(ledgerKey))
  const candidates = await paymentsUntold(db, {
    legalEntity,
    currency: ledgerCurrency,
    customers: [...new Set(unknown.map(({ customer }) => customer))],
    amounts: [...new Set(unknown.map(({ amount }) => amount))],
  })
  const lines = candidates.length === 0 ? [] : await linesOfEntries(db, legalEntity, itemsOf(settles))
  const settled = ({ line }: NamedPayment): number[] => {
    const items = new Set((settles.get(line) ?? []).map(({ item }) => item))
    return lines.flatMap(({ id, item }) => (items.has(item) ? [id] : []))
  }
  const claims = claimPayments(
    unknown.map((one) => ({ ...one, key: one.ledgerKey, settles: candidates.length === 0 ? [] : settled(one) })),
    candidates,
  )
  const claimed = [...renumbered, ...[...claims].map(([ledgerKey, id]) => ({ id, before: null, ledgerKey }))]
  await writeLedgerKeys(db, claimed)
  return claimed.map(({ id, before, ledgerKey }) => ({
    thing: 'payment',
    id,
    before: { ledgerKey: before },
    after: { ledgerKey },
  }))
}

async function settle(
  db: Db,
  { importer, session, upTo }: Step,
  news: readonly NamedPayment[],
  settles: Settles,
): Promise<{ payments: number[]; allocations: number[] }> {
  const { legalEntity } = session
  const keys = news.map(({ ledgerKey }) => ledgerKey)
  const look = async () => ({
    known: await paymentsOfLedger(db, legalEntity, keys),
    lines: await linesOfEntries(db, legalEntity, itemsOf(settles)),
  })
  const before = await look()
  const byKey = new Map(news.map(({ ledgerKey, line }) => [ledgerKey, settles.get(line) ?? []]))
  const takenBack = await takeBackLetters(db, { ...before, settles: byKey })
  const { known, lines } = takenBack.length === 0 ? before : await look()
  const knownBy = new Map(known.map((one) => [one.ledgerKey, one]))
  const untold = await untoldAmounts(
    db,
    lines.map(({ id }) => id),
    upTo,
  )
  const { entered, allocations } = settleByLedger(
    news.map((one) => toSettle(one, knownBy.get(one.ledgerKey), settles.get(one.line) ?? [])),
    lines.map((line) => ({ ...line, untold: untold.get(line.id) ?? 0 })),
  )
  const inserted = await insertNew(db, session, news, entered)
  const idOf = new Map([...known.map((one) => [one.ledgerKey, one.id] as const), ...inserted])
  const received = new Map(news.map(({ ledgerKey, receivedOn }) => [ledgerKey, receivedOn]))
  const issued = new Map(lines.map(({ id, issueDate }) => [id, issueDate]))
  const made = await insertAllocations(
    db,
    allocations.flatMap(({ key, item, amount }) => {
      const [payment, source, issueDate] = [idOf.get(key), received.get(key), issued.get(item)]
      if (payment === undefined || !source || !issueDate) return []
      const on = allocationDay({ source, issued: issueDate, today: importer.today })
      return [{ item, payment, amount, on }]
    }),
  )
  return { payments: [...inserted.values()], allocations: [...takenBack, ...made.map(({ id }) => id)] }
}

/** By line: what each payment settles, by the entry of the ledger. */
export type Settles = ReadonlyMap<number, readonly { readonly item: string; readonly amount: number }[]>

const itemsOf = (settles: Settles): string[] => [...new Set([...settles.values()].flat().map(({ item }) => item))]

const toSettle = (
  { ledgerKey, amount }: NamedPayment,
  known: { readonly unallocated: number; readonly allocated: Readonly<Record<string, number>> } | undefined,
  settles: PaymentToSettle['settles'],
): PaymentToSettle => ({
  key: ledgerKey,
  amount,
  settles,
  known: known
    ? {
        unallocated: known.unallocated,
        allocated: new Map(Object.entries(known.allocated).map(([item, part]) => [Number(item), part])),
      }
    : null,
})

async function insertNew(
  db: Db,
  { legalEntity, today }: Session,
  news: readonly NamedPayment[],
  entered: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const wanted = news.flatMap((one) => {
    const amount = entered.get(one.ledgerKey)
    return amount === undefined ? [] : [{ ...one, amount }]
  })
  const entryKey = (key: string): string => `ledger:${legalEntity}:${key}`
  const inserted = await insertPayments(
    db,
    wanted.map((one) => ({
      customer: one.customer,
      legalEntity,
      receivedOn: one.receivedOn > today ? today : one.receivedOn,
      currency: ledgerCurrency,
      amount: one.amount,
      means: meansWritten(one.label),
      reference: (one.label || one.reference).slice(0, 200) || null,
      origin: 'import',
      entryKey: entryKey(one.ledgerKey),
      ledgerKey: one.ledgerKey,
    })),
  )
  const idOf = new Map(inserted.map(({ entryKey: key, id }) => [key, id]))
  return new Map(
    wanted.flatMap(({ ledgerKey }) => {
      const id = idOf.get(entryKey(ledgerKey))
      return id === undefined ? [] : [[ledgerKey, id] as const]
    }),
  )
}
