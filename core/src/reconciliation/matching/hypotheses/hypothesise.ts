import type { RecordedPayment } from '../books.ts'
import { weighSet } from '../weigh.ts'
import { ln, type Weight } from '../weight.ts'
import { discountFit, exactFit, type Fit, inexactFits, nearlyTheAmount } from './amount-fits.ts'
import type { Case, Hypothesis, ItemSet, PoolItem } from './hypothesis.ts'
import { isStrong } from './hypothesis.ts'
import { oneOrMore, setsOf } from './item-sets.ts'
import { takesOf } from './take-items.ts'

/** All that this payer may have paid with the line. */
export function hypothesesOf(one: Case): Hypothesis[] {
  if (one.pool.length === 0) return []
  const { amount } = one.read.line
  const found: Hypothesis[] = []
  const add = (set: ItemSet, fit: Fit): void => {
    const takes = takesOf(set, fit.fit, amount)
    if (takes.some((take) => take.pool.face > 0 && take.amount <= 0)) return
    const credit = amount - takes.reduce((sum, take) => sum + take.amount, 0)
    if (credit < 0) return
    found.push({
      kind: 'paysItems',
      case: one,
      payer: one.payer,
      set,
      fit: fit.fit,
      takes,
      credit,
      payments: [],
      weight: weighSet(one, set, fit.weight),
    })
  }
  for (const set of setsOf(one, amount, ({ face }) => face)) add(set, exactFit(one, set))
  if (one.pool.some(({ face, net }) => net !== face))
    for (const set of discounted(one, amount))
      if (set.items.some(({ face, net }) => net !== face)) add(set, discountFit(one, set))
  for (const set of inexactSets(one)) for (const fit of inexactFits(one, set)) add(set, fit)
  return found
}

/** To the cent, or a cent or two beside where the whole was rounded and not each line. */
function discounted(one: Case, amount: number): ItemSet[] {
  const exact = setsOf(one, amount, ({ net }) => net)
  if (exact.length > 0) return exact
  return [-1, 1, -2, 2].flatMap((cents) =>
    setsOf({ ...one, pool: one.pool.slice(0, 12) }, amount + cents, ({ net }) => net),
  )
}

/** Sets that somebody may have meant although the amount is another: what is named, each alone, all that is due. */
function inexactSets(one: Case): ItemSet[] {
  const { pool } = one
  const named = pool.filter(({ quote }) => quote !== null)
  const strong = named.filter(({ quote }) => quote !== null && isStrong(quote))
  const sets = new Map<string, ItemSet>()
  const add = (items: readonly PoolItem[], manner: ItemSet['manner'], choice: Weight): void => {
    const key = items.map(({ item }) => item.id).join(' ')
    if (items.length > 0 && !sets.has(key)) sets.set(key, { items, manner, choice, ways: 1 })
  }
  const debts = pool.filter(({ face }) => face > 0)
  const single = oneOrMore(one, false) - ln(debts.length)
  const several = oneOrMore(one, true) - 1200
  for (const item of named) if (item.face > 0) add([item], 'quoted', single)
  const spread = (count: number): Weight => Math.min(count, 3) * ln(debts.length)
  if (named.length > 1) add(named, 'quoted', several - spread(named.length))
  if (strong.length > 1) add(strong, 'quoted', several - spread(strong.length))
  for (const item of nearlyTheAmount(one)) add([item], 'one', single)
  if (one.payer.identified > 0) {
    const [oldest] = debts
    if (oldest) add([oldest], 'oldest', single)
    const due = debts.filter(({ item }) => item.dueDate <= one.read.line.bookedOn)
    if (due.length > 1) add(due, 'allDue', several - 300)
    if (debts.length > 1) add(debts, 'all', several - 1300)
  }
  return [...sets.values()]
}

/** Known payer, unknown purpose: a deposit, a second payment of what is settled, money sent by mistake. */
export function creditOf(one: Case): Hypothesis {
  const { read, payer, quotedElsewhere } = one
  const deposit = read.warnings.includes('deposit') ? 3500 : 0
  const again = Math.max(
    0,
    ...quotedElsewhere.filter(({ items }) => items.length === 0).map((quote) => paidAgain(one, quote)),
  )
  return {
    kind: 'customerCredit',
    case: one,
    payer,
    set: null,
    fit: null,
    takes: [],
    credit: read.line.amount,
    payments: [],
    weight: payer.weight - 4200 + deposit + again,
  }
}

/** A settled invoice of this customer, quoted once more. */
function paidAgain(one: Case, quote: Case['quotedElsewhere'][number]): Weight {
  if (quote.invoice.customer !== one.payer.customer.id) return 0
  const same = quote.invoice.amounts.includes(one.read.line.amount)
  return same ? quote.weight - 10_500 + one.surprise - 2000 : Math.max(0, quote.weight - 9000)
}

/** The line is a payment entered already, by hand or by the ledger: it must not be counted again. */
export function recordedAs(one: Case, payments: readonly RecordedPayment[], evidence: Weight): Hypothesis {
  return {
    kind: 'alreadyRecorded',
    case: one,
    payer: one.payer,
    set: null,
    fit: 'exact',
    takes: [],
    credit: 0,
    payments: payments.map(({ id }) => id),
    weight: one.payer.weight + one.surprise + evidence,
  }
}
