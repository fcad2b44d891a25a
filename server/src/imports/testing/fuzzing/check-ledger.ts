import assert from 'node:assert/strict'
import type { Ledger } from '../../reading/ledger/ledger-table.ts'

/** Throws where the facts of a ledger whose rows are read are not, to the cent, what its accounts say. */
export function checkLedger(ledger: Ledger): void {
  const lines = new Set<number>()
  const keys = new Set<string>()
  for (const { customer, facts, balance } of ledger.take()) {
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
    for (const { key } of payments) {
      assert(!keys.has(key), `the payment ${key} twice`)
      keys.add(key)
    }
    const { debit, credit, besides, rebuilt } = balance
    assert.equal(rebuilt, debit - credit + besides, `the balance of ${customer.code}`)
  }
  assert(ledger.totals().lines >= 0)
}
