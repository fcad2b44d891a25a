import type { BankLine, BookedItem, Books } from '@quittance/core/reconciliation/matching/books.ts'
import type { Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'

const none: Verdict = { decision: 'none', proposals: [], mayConcern: [] }

/** What every tool can do: one invoice whose whole number stands in the text, and exactly its amount. */
export const openExactRule = ({ items }: Books): { propose(line: BankLine): Verdict } => {
  const byAmount = Map.groupBy(items, ({ amountDue }) => amountDue)
  return {
    propose: ({ amount, remittance, endToEndId, documents }) => {
      const text = [remittance, endToEndId ?? '', ...documents].join(' ').toUpperCase()
      const found = (byAmount.get(amount) ?? []).filter(({ invoiceNumber }) => stands(invoiceNumber, text))
      const [only] = found
      return only !== undefined && found.length === 1 ? appliedTo(only) : none
    },
  }
}

function stands(number: string, text: string): boolean {
  const at = text.indexOf(number.toUpperCase())
  if (at < 0) return false
  const inside = /[A-Z0-9]/
  return !inside.test(text[at - 1] ?? ' ') && !inside.test(text[at + number.length] ?? ' ')
}

const appliedTo = ({ id, customer, amountDue }: BookedItem): Verdict => ({
  decision: 'auto',
  mayConcern: [],
  proposals: [
    {
      kind: 'paysItems',
      customer,
      allocations: [{ item: id, amount: amountDue, difference: null }],
      credit: 0,
      payments: [],
      confidence: 'almostCertain',
      chances: 10_000,
      evidence: [],
    },
  ],
})
