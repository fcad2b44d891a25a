import type { Case, ItemSet } from './hypotheses/hypothesis.ts'
import { isStrong } from './hypotheses/hypothesis.ts'
import { speaksOfCredit } from './line-words.ts'
import { lnShare, type Weight } from './weight.ts'

/** All the evidence for one payer, one set and one reading of the amount, added up. */
export function weighSet(one: Case, set: ItemSet, fit: Weight): Weight {
  return (
    one.payer.weight + set.choice + fit + ofQuotes(one, set) + ofTiming(set) + ofFamily(one, set) + ofWords(one, set)
  )
}

/** A number named speaks for its invoice; one named and left out, and one not named beside others, against the set. */
function ofQuotes(one: Case, { items }: ItemSet): Weight {
  let weight = 0
  const told = new Set<object>()
  let unnamed = 0
  let strong = 0
  for (const { item, quote } of items) {
    if (!quote) {
      unnamed++
      continue
    }
    if (isStrong(quote)) strong++
    // Several due lines of one invoice are named once; so is an order with several invoices.
    if (!told.has(item.invoice)) weight += quote.weight
    told.add(item.invoice)
  }
  let leftOut = false
  let leftOutStrong = 0
  for (const { item, quote } of one.pool) {
    if (!quote || told.has(item.invoice)) continue
    leftOut = true
    if (quote.manner !== 'orderNumber' && isStrong(quote)) leftOutStrong++
  }
  weight -= leftOutStrong * 2000 + (leftOut ? 300 : 0)
  if (unnamed > 0 && (strong > 0 || leftOutStrong > 0)) {
    const debts = items.filter(({ quote, face }) => !quote && face > 0).length
    weight -= debts > 0 ? 2300 + (debts - 1) * 1000 : 300
  }
  if (one.quotedElsewhere.some(({ items: open }) => open.length > 0)) weight -= 4000
  if (told.size === 0 && leftOutStrong === 0 && one.quotedElsewhere.length === 0) weight += ofSilence(one)
  return weight
}

/** A payer who always names what he pays does not fall silent. */
const ofSilence = ({ habits }: Case): Weight =>
  Math.max(-2500, lnShare(habits.lines - habits.quoted + 1.2, habits.lines + 2))

function ofTiming({ items }: ItemSet): Weight {
  const debts = items.filter(({ face }) => face > 0)
  const named = debts.filter(({ quote }) => quote !== null)
  const sum = debts.reduce((all, { timing }) => all + timing, 0)
  const mean = Math.round(sum / Math.max(1, debts.length))
  const worst = Math.min(0, ...debts.map(({ timing }) => timing))
  return named.length === debts.length ? Math.round(mean / 3) : Math.round((mean + worst) / 2)
}

/** A parent with children of its own debts: which of the two he pays is open. */
function ofFamily({ payer, withChildren }: Case, { items }: ItemSet): Weight {
  if (!withChildren) return -300
  const customers = new Set(items.map(({ item }) => item.customer))
  return customers.size === 1 && customers.has(payer.customer.id) ? -5000 : -900
}

function ofWords({ read }: Case, { items }: ItemSet): Weight {
  const deducts = items.some(({ face }) => face < 0)
  // A credit note that takes back an invoice of the set to the cent is no part of what is paid.
  const cancelled = items.some(
    (credit) =>
      credit.face < 0 &&
      !credit.quote &&
      items.some((debt) => debt.face === -credit.face && debt.item.customer === credit.item.customer),
  )
  if (cancelled) return -6000
  const says = speaksOfCredit(read.plain)
  return deducts ? (says ? 1200 : -600) : says ? -400 : 0
}
