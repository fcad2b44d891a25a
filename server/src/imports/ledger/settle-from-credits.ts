import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { creditsBefore } from '../../payments/bulk-queries.ts'
import { allocationDay } from '../../payments/enter-payment.ts'
import { insertAllocations, type NewAllocation } from '../../payments/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import type { NamedPayment, Settles } from './apply-payments.ts'
import { linesOfEntries } from './lines-of-entries.ts'

/**
 * A credit that a year carried over is the payments of the year before, which are in: what it settles comes from those
 * that have something left, the oldest first. Answers the allocations made.
 */
export async function settleFromCredits(
  db: Db,
  { legalEntity, today }: { readonly legalEntity: number; readonly today: CalendarDate },
  carried: readonly NamedPayment[],
  settles: Settles,
): Promise<number[]> {
  const wanted = carried.flatMap(({ line, customer, receivedOn }) =>
    (settles.get(line) ?? []).map((one) => ({ ...one, customer, day: receivedOn })),
  )
  if (wanted.length === 0) return []
  const days = wanted.map(({ day }) => day).sort()
  const credits = await creditsBefore(db, {
    legalEntity,
    customers: [...new Set(wanted.map(({ customer }) => customer))],
    day: days.at(-1) as CalendarDate,
  })
  const lines = await linesOfEntries(db, legalEntity, [...new Set(wanted.map(({ item }) => item))])
  const due = new Map(lines.map(({ id, amountDue }) => [id, amountDue]))
  const left = new Map(credits.map(({ id, unallocated }) => [id, unallocated]))
  const made: NewAllocation[] = []
  for (const { item, amount, customer } of wanted) {
    let open = amount
    for (const line of lines.filter((one) => one.item === item))
      for (const credit of credits.filter((one) => one.customer === customer)) {
        const part = Math.min(open, due.get(line.id) ?? 0, left.get(credit.id) ?? 0)
        if (part <= 0) continue
        open -= part
        due.set(line.id, (due.get(line.id) ?? 0) - part)
        left.set(credit.id, (left.get(credit.id) ?? 0) - part)
        const on = allocationDay({ source: credit.receivedOn, issued: line.issueDate, today })
        made.push({ item: line.id, payment: credit.id, amount: part, on })
      }
  }
  return (await insertAllocations(db, made)).map(({ id }) => id)
}
