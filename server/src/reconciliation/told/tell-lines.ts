import { decimalText, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { explainEvidence } from '@quittance/core/reconciliation/matching/explain-evidence.ts'
import type { Db } from '../../platform/database/db.ts'
import { customersShown, itemsShown } from '../matching/showing/show-queries.ts'
import type { ReconciledLine } from './reconcile-until.ts'
import { wordsForReasons } from './told-queries.ts'

/** One line as `quittance reconcile --json` prints it: its first proposal. Amounts are decimal text. */
export interface ToldProposal {
  readonly line_id: string
  readonly date: string
  readonly amount: string
  /** What is said of invoices: 'auto' is sure enough to be applied, 'none' pays no invoice. */
  readonly decision: 'auto' | 'suggest' | 'none'
  readonly kind: string | null
  readonly customer_id: string | null
  readonly allocations: readonly { readonly invoice_id: string; readonly amount: string }[]
  readonly writeoff: { readonly reason: string; readonly amount: string } | null
  /** Chances that it is right, from 0 to 1. */
  readonly confidence: number
  readonly level: string
  readonly evidence: readonly string[]
  readonly applied: boolean
}

const usualWords: Readonly<Record<string, string>> = { discount: 'discount', bankFee: 'fee', rounding: 'rounding' }

export async function tellLines(
  db: Db,
  reconciled: readonly ReconciledLine[],
  language: Language,
): Promise<ToldProposal[]> {
  const firsts = reconciled.flatMap(({ line }) => line.proposals[0] ?? [])
  const items = await itemsShown(db, [...new Set(firsts.flatMap((one) => one.allocations.map(({ item }) => item)))])
  const customers = await customersShown(db, [...new Set(firsts.flatMap(({ customer }) => customer ?? []))])
  const known = {
    numbers: new Map(items.map(({ id, invoiceNumber }) => [id, invoiceNumber])),
    codes: new Map(customers.map(({ id, code }) => [id, code])),
    words: await wordsForReasons(db),
    language,
  }
  return reconciled.map((one) => tell(one, known))
}

interface Known {
  readonly numbers: ReadonlyMap<number, string>
  readonly codes: ReadonlyMap<number, string>
  readonly words: ReadonlyMap<string, string>
  readonly language: Language
}

function tell({ line, isApplied }: ReconciledLine, { numbers, codes, words, language }: Known): ToldProposal {
  const [first] = line.proposals
  const currency = asCurrency(line.currency)
  const text = (amount: number): string => decimalText(money(amount, currency))
  const allocated = new Map<string, number>()
  for (const { item, amount } of first?.allocations ?? []) {
    const number = numbers.get(item)
    if (number !== undefined) allocated.set(number, (allocated.get(number) ?? 0) + amount)
  }
  const gaps = (first?.allocations ?? []).flatMap(({ difference }) => difference ?? [])
  const [gap] = gaps
  const pays = allocated.size > 0
  const isAbout = first !== undefined && first.kind !== 'notACustomer' && first.kind !== 'returned'
  return {
    line_id: line.bankReference ?? `#${line.id}`,
    date: line.bookedOn,
    amount: text(line.amount),
    decision: pays && first?.isAuto === true ? 'auto' : isAbout ? 'suggest' : 'none',
    kind: first?.kind ?? null,
    customer_id: isAbout && first.customer !== null ? (codes.get(first.customer) ?? null) : null,
    allocations: [...allocated].map(([number, amount]) => ({ invoice_id: number, amount: text(amount) })),
    writeoff: gap
      ? {
          reason: words.get(gap.reason) ?? usualWords[gap.reason] ?? gap.reason,
          amount: text(gaps.reduce((sum, { amount }) => sum + amount, 0)),
        }
      : null,
    confidence: (first?.chances ?? 0) / 10_000,
    level: first?.confidence ?? 'toSearch',
    evidence: explainEvidence(first?.evidence ?? [], { language, currency }).map((one) => one.text),
    applied: isApplied,
  }
}
