import type { LearntLine } from '@quittance/core/reconciliation/matching/books.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import type { ToldLine } from './told-line.ts'
import { customersByCode, itemsByNumber, keepLearnt } from './told-queries.ts'

export interface Learnt {
  readonly lines: number
  /** Codes that no customer has. */
  readonly unknownCustomers: readonly string[]
}

/** Lines of the past and what they paid: matching learns who pays how, and no payment is entered. */
export async function learnTold(db: Db, told: readonly ToldLine[]): Promise<Learnt> {
  const codes = [...new Set(told.flatMap(({ customers }) => customers))]
  const customers = await customersByCode(db, codes)
  const numbers = [...new Set(told.flatMap((line) => line.allocations.map(({ invoice }) => invoice)))]
  const owners = new Map((await itemsByNumber(db, numbers)).map(({ number, customer }) => [number, customer]))
  const dated = told.filter((line) => line.on !== null && line.amount !== null)
  await keepLearnt(
    db,
    dated.map((line) => ({
      key: line.lineId,
      bookedOn: line.on ?? '',
      line: lineOf(line),
      truth: truthOf(line, { customers, owners }),
    })),
  )
  await recordInJournal(db, { act: 'bankLine.learnt', thing: 'bankLine', details: { lines: dated.length } })
  return { lines: dated.length, unknownCustomers: codes.filter((code) => !customers.has(code)) }
}

/** As a statement would have brought it. */
function lineOf({ on, amount, payerName, payerIban, remittance, endToEndId }: ToldLine) {
  return {
    bookedOn: on,
    amount: amount ?? 0,
    kind: payerName === null && /\bREM\w*\b.*\bCH(?:Q|EQ)/i.test(remittance) ? 'chequeDeposit' : 'transfer',
    label: [payerName, remittance].filter(Boolean).join(' '),
    remittance,
    endToEndId,
    payerName,
    payerIban,
  }
}

export function truthOf(
  { customers: codes, allocations, writeoff }: ToldLine,
  {
    customers,
    owners,
  }: { readonly customers: ReadonlyMap<string, number>; readonly owners: ReadonlyMap<string, number> },
): Omit<LearntLine, 'line'> {
  const named = codes.flatMap((code) => customers.get(code) ?? [])
  const paid = allocations.flatMap(({ invoice, amount }) => {
    const customer = owners.get(invoice) ?? named[0]
    return customer === undefined ? [] : [{ invoiceNumber: invoice, customer, amount }]
  })
  return {
    customers: [...new Set([...named, ...paid.map(({ customer }) => customer)])],
    allocations: paid,
    difference: writeoff && writeoff.amount > 0 ? writeoff : null,
  }
}
