import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { historyOf } from '../customers/history.ts'
import { promisesAbout } from '../customers/promises-about.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { allocationsOf, disputesOf, invoiceHead, itemIdsOf } from './invoice-queries.ts'
import { type OpenItemRow, openItemRows } from './open-item-rows.ts'
import { instructionOf } from './payment-instructions.ts'

/** Reckons late interest and the recovery fee; a lower word does it, null when nothing is or was late. */
export type LateInterestOf = (
  db: Db,
  invoice: number,
) => Promise<{
  readonly interest: Money
  readonly recoveryFee: Money
  readonly rate: number | null
  readonly missing: string | null
} | null>

interface Money {
  readonly amount: number
  readonly currency: string
}

interface Seen {
  readonly today: CalendarDate
  readonly language: Language
  readonly lateInterestOf: LateInterestOf
}

/** Why an invoice is not paid, and what happens next. */
export async function invoicePage(db: Db, id: number, { today, language, lateInterestOf }: Seen) {
  const head = found(await invoiceHead(db, id))
  const items = await openItemRows(db, await itemIdsOf(db, id), { today, language })
  const promises = await promisesAbout(db, { customer: head.customer.id, invoice: id }, today)
  const sum = (of: (item: OpenItemRow) => number) => items.reduce((total, item) => total + of(item), 0)
  const inCurrency = (amount: number): Money => ({ amount, currency: head.currency })
  const amountDue = sum((item) => item.amountDue.amount)
  const next =
    items.find((item) => item.next && item.next.kind !== 'none')?.next ?? items.find((item) => item.next)?.next ?? null
  const { currency: _currency, totalAmount, fileName, ...rest } = head
  return {
    id,
    ...rest,
    total: inCurrency(totalAmount),
    paid: inCurrency(totalAmount - amountDue),
    amountDue: inCurrency(amountDue),
    status:
      amountDue === 0 ? ('paid' as const) : amountDue === totalAmount ? ('open' as const) : ('partiallyPaid' as const),
    daysLate: latestOf(items),
    isDisputed: items.some((item) => item.isDisputed),
    items,
    allocations: (await allocationsOf(db, id)).map(({ amount, ...row }) => ({ ...row, amount: inCurrency(amount) })),
    next,
    why: whyOf(next, amountDue, language),
    history: [
      ...planned(next),
      ...dueEntries(items, today, language),
      ...(await historyOf(db, { customer: head.customer.id, invoice: id }, { today, language })),
    ].toSorted(latestFirst),
    lateInterest: await lateInterestOf(db, id),
    disputes: await disputesOf(db, id),
    promises: promises.map(({ id, promisedFor, amount, state }) => ({ id, promisedFor, amount, state })),
    file: fileName === null ? null : { name: fileName },
    instruction: await instructionOf(db, id),
  }
}

type History = Awaited<ReturnType<typeof historyOf>>

const entry = (
  key: string,
  on: CalendarDate,
  kind: 'planned' | 'due',
  title: string,
  detail: string | null,
): History[number] => ({
  key,
  on,
  at: null,
  kind,
  planned: kind === 'planned',
  title,
  detail,
  person: null,
  reminderId: null,
  paymentId: null,
  taskId: null,
})

const planned = (next: OpenItemRow['next']): History =>
  next?.on ? [entry('planned', next.on, 'planned', next.label, next.sentence)] : []

/** The day each line was due, when it is past. */
const dueEntries = (items: readonly OpenItemRow[], today: CalendarDate, language: Language): History =>
  items
    .filter((item) => item.dueDate < today && item.kind !== 'creditNote')
    .map((item) => {
      const amount = formatMoney(money(item.amount.amount, asCurrency(item.amount.currency)), language)
      const title = language === 'fr' ? 'Échéance dépassée' : 'Due date passed'
      return entry(`due-${item.id}`, item.dueDate, 'due', title, item.part ? amount : null)
    })

const latestFirst = (a: History[number], b: History[number]): number =>
  Number(b.planned) - Number(a.planned) ||
  (a.on < b.on ? 1 : a.on > b.on ? -1 : 0) ||
  (b.at ?? '').localeCompare(a.at ?? '')

function whyOf(next: OpenItemRow['next'], amountDue: number, language: Language): { title: string; sentence: string } {
  const fr = language === 'fr'
  if (amountDue <= 0) {
    return fr
      ? { title: 'Rien à relancer', sentence: 'Il ne reste rien à payer.' }
      : { title: 'Nothing to chase', sentence: 'Nothing is left to pay.' }
  }
  if (!next || next.kind === 'hold' || next.kind === 'none') {
    const sentence =
      next?.sentence ?? (fr ? 'La suite n’est pas encore décidée.' : 'What comes next is not decided yet.')
    return { title: fr ? 'Pourquoi rien ne part' : 'Why nothing goes out', sentence }
  }
  const when = next.on && !next.isToday ? formatDate(next.on, language) : fr ? 'aujourd’hui' : 'today'
  return { title: fr ? `Prochaine étape : ${when}` : `Next step: ${when}`, sentence: next.sentence }
}

export const invoiceOfItem = (db: Db, item: number) =>
  db.maybe<{ invoice: number; customer: number }>(sql`
    select invoice_id as invoice, customer_id as customer from open_item where organization_id = current_organization() and id = ${item}`)

/** Of the oldest due line with something left; negative before it is due, 0 when nothing is left. */
function latestOf(items: readonly OpenItemRow[]): number {
  const days = items.filter((item) => item.amountDue.amount > 0).map((item) => item.daysLate)
  return days.length === 0 ? 0 : Math.max(...days)
}
