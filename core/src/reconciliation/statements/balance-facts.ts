import { addExact, type ExactAmount, exactText, isZeroExact, negateExact, sumExact } from './exact-amount.ts'

/** What `inspect` prints of balances and movements: credits and debits both positive, balances signed. */
export function balanceFacts(
  opening: ExactAmount | null,
  closing: ExactAmount | null,
  movements: { readonly credits: readonly ExactAmount[]; readonly debits: readonly ExactAmount[] },
): { readonly sums: Record<string, string>; readonly joins: Record<string, unknown> } {
  const [credits, debits] = [sumExact(movements.credits), sumExact(movements.debits)]
  const sums = { sum_credits: exactText(credits), sum_debits: exactText(debits) }
  if (!opening || !closing) return { sums, joins: {} }
  const expected = addExact(addExact(opening, credits), negateExact(debits))
  const difference = addExact(closing, negateExact(expected))
  return isZeroExact(difference)
    ? { sums, joins: { balances_join: true } }
    : { sums, joins: { balances_join: false, difference: exactText(difference) } }
}
