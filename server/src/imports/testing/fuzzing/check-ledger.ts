import assert from 'node:assert/strict'
import type { LedgerPart } from '../../reading/ledger/ledger-table.ts'

/** Throws where the facts of a ledger are not, to the cent, what its accounts say. */
export function checkLedger(parts: readonly LedgerPart[]): void {
  const lines = new Set<number>()
  for (const part of parts) checkPart(part, lines)
  const keys = parts.flatMap(({ facts }) => facts.payments.map(({ key }) => key))
  assert.equal(new Set(keys).size, keys.length, 'payments of one key')
}

function checkPart({ customer, facts, balance }: LedgerPart, lines: Set<number>): void {
  const { items, payments, allocations } = facts
  const used = new Map<number, number>()
  for (const { item, credit, amount } of allocations) {
    assert(Number.isSafeInteger(amount) && amount > 0, `an allocation of ${amount}`)
    for (const line of [item, credit]) used.set(line, (used.get(line) ?? 0) + amount)
  }
  for (const { line, amount, left } of [...items, ...payments]) {
    assert(!lines.has(line), `line ${line} twice`)
    lines.add(line)
    assert(Number.isSafeInteger(amount) && amount > 0, `an amount of ${amount} on line ${line}`)
    assert(Number.isSafeInteger(left) && left >= 0 && left <= amount, `${left} left of ${amount} on line ${line}`)
    assert.equal(left + (used.get(line) ?? 0), amount, `left and allocated on line ${line}`)
  }
  const open =
    items.reduce((sum, { kind, left }) => sum + (kind === 'creditNote' ? -left : left), 0) -
    payments.reduce((sum, { left }) => sum + left, 0)
  assert.equal(open, balance.debit - balance.credit + balance.besides, `the balance of ${customer.code}`)
}
