import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { roomFor } from '@quittance/core/promises/promise-room.ts'
import { asMoney } from '../app/wire.ts'
import type { Agreements } from './api.ts'
import { type PromiseDraft, sumsOf } from './promise-draft.ts'
import type { DueLine } from './TickedItems.tsx'

type Standing = Agreements['promises'][number]

/** What noting a promise does to those that stand, or why it cannot be noted beside them. */
export interface PromiseRoom {
  readonly replaces: readonly Standing[]
  /** More is promised than this, all that is left to pay. */
  readonly most: Money | null
  /** It is about other due lines too, or another customer's. */
  readonly inTheWay: Standing | null
}

const free: PromiseRoom = { replaces: [], most: null, inTheWay: null }

/** As the server decides it, for the promise being typed; `replaced` is the one it takes the place of anyhow. */
export function roomOf(
  draft: PromiseDraft,
  items: readonly DueLine[],
  {
    customer,
    standing,
    replaced,
  }: { readonly customer: number; readonly standing: readonly Standing[]; readonly replaced?: number | undefined },
): PromiseRoom {
  const replaces: Standing[] = []
  for (const sum of sumsOf(draft, items) ?? []) {
    const chosen = items.filter(({ id, amountDue }) => draft.amounts.has(id) && amountDue.currency === sum.currency)
    const tooMuch =
      draft.split === 'each' && chosen.find(({ id, amountDue }) => (draft.amounts.get(id) ?? 0) > amountDue.amount)
    if (tooMuch) return { ...free, most: asMoney(tooMuch.amountDue) }
    const asked = { amount: sum.amount, items: chosen.map(({ id, amountDue }) => ({ id, left: amountDue.amount })) }
    const others = standing.filter((one) => one.id !== replaced && one.amount.currency === sum.currency)
    const room = roomFor(
      asked,
      others.map((one) => asStanding(one, customer)),
    )
    if (room.kind === 'tooMuch') return { ...free, most: money(room.most, asCurrency(sum.currency)) }
    if (room.kind === 'inTheWay') return { ...free, inTheWay: others.find(({ id }) => id === room.promise) ?? null }
    replaces.push(...others.filter(({ id }) => room.replaces.includes(id)))
  }
  return { ...free, replaces }
}

/** What keeps it from being noted, in the words of the form; undefined where nothing does. */
export const stopsIn = ({ most, inTheWay }: PromiseRoom): 'room.tooMuch' | 'room.stopped' | undefined =>
  most !== null ? 'room.tooMuch' : inTheWay !== null ? 'room.stopped' : undefined

const asStanding = ({ id, amount, received, items, customer: giver }: Standing, customer: number) => ({
  id,
  awaited: amount.amount - received.amount,
  items: items.flatMap(({ id: item, amountDue }) =>
    amountDue.amount > 0 ? [{ id: item, left: amountDue.amount }] : [],
  ),
  isOfAnother: giver.id !== customer,
})
