import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { roomFor, type StandingPromise } from '@quittance/core/promises/promise-room.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'
import { promisable } from './queries.ts'

interface AskedRoom {
  readonly customer: number
  readonly amount: Money
  readonly items: readonly number[]
  readonly parts?: readonly { readonly item: number; readonly amount: number }[]
  readonly replaces?: number | undefined
}

/**
 * The promises whose place this one takes, for both could not be kept. AppError 409 where more is promised than is left
 * to pay, or where a promise about other due lines too is in the way. The items are locked by then.
 */
export async function makeRoom(db: Db, asked: AskedRoom, today: CalendarDate): Promise<readonly number[]> {
  const { customer, amount, parts = [] } = asked
  const items = (await promisable(db, customer, asked.items, amount.currency)).map(({ id, amountDue }) => ({
    id,
    left: amountDue,
  }))
  for (const { item, amount: part } of parts) {
    const left = items.find(({ id }) => id === item)?.left ?? 0
    if (part > left) throw tooMuch(money(left, amount.currency))
  }
  const standing = await standingAbout(db, { customer, items: asked.items, today })
  const room = roomFor(
    { amount: amount.amount, items },
    standing.filter(({ id }) => id !== asked.replaces),
  )
  if (room.kind === 'tooMuch') throw tooMuch(money(room.most, amount.currency))
  if (room.kind === 'inTheWay') throw inTheWay(standing, room.promise)
  return room.replaces
}

/** AppError 409 where this promise, that holds again, could not be kept beside those noted meanwhile. */
export async function refuseBeside(db: Db, promise: number, about: Omit<About, 'today'>, today: CalendarDate) {
  const standing = await standingAbout(db, { ...about, today })
  const own = standing.find(({ id }) => id === promise)
  if (!own) return
  const others = standing.filter(({ id }) => id !== promise)
  const room = roomFor({ amount: own.awaited, items: own.items }, others)
  if (room.kind === 'inTheWay') throw inTheWay(standing, room.promise)
  const [first] = room.kind === 'stands' ? room.replaces : []
  if (first !== undefined) throw inTheWay(standing, first)
}

interface About {
  readonly customer: number
  readonly items: readonly number[]
  readonly today: CalendarDate
}

interface Told extends StandingPromise {
  readonly on: CalendarDate
  readonly amount: number
  readonly currency: string
}

/** Promises about one of these items whose day is not over, those of the parent customer too. */
const standingAbout = (db: Db, { customer, items, today }: About): Promise<Told[]> =>
  forWholeHouse(db, () =>
    db.rows<Told>(sql`
      select p.id, p.promised_for as on, p.amount, p.currency, p.amount - p.received as awaited, p.customer_id <> ${customer} as "isOfAnother", (
          select coalesce(json_agg(json_build_object('id', i.id, 'left', i.amount_due)), '[]')
          from promise_item l
          join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id and i.amount_due > 0
          where l.organization_id = p.organization_id and l.promise_id = p.id) as items
      from promise p
      where p.organization_id = current_organization() and p.withdrawn_on is null and p.kept_until >= ${today} and exists (
        select from promise_item l
        where l.organization_id = p.organization_id and l.promise_id = p.id and l.open_item_id = any(${items}))
      order by p.promised_for, p.id`),
  )

const tooMuch = (most: Money): AppError =>
  new AppError('promiseTooMuch', 409, {
    fr: `La promesse dépasse ce qui reste à payer, ${formatMoney(most, 'fr')}\u00a0: corrigez le montant, ou rechargez la page si un règlement vient d’arriver.`,
    en: `The promise is more than what is left to pay, ${formatMoney(most, 'en')}: correct the amount, or reload the page if a payment has just come.`,
  })

function inTheWay(standing: readonly Told[], promise: number): AppError {
  const { on, amount, currency } = standing.find(({ id }) => id === promise) as Told
  const sum = money(amount, asCurrency(currency))
  return new AppError('promiseInTheWay', 409, {
    fr: `Une promesse de ${formatMoney(sum, 'fr')} pour le ${formatDate(on, 'fr')} porte déjà sur une de ces factures, et les deux ne peuvent être tenues\u00a0: remplacez-la ou retirez-la dans «\u00a0Accords en cours\u00a0».`,
    en: `A promise of ${formatMoney(sum, 'en')} for ${formatDate(on, 'en')} is already about one of these invoices, and both cannot be kept: replace it or withdraw it under “Agreements”.`,
  })
}
