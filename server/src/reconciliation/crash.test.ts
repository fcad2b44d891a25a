import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, it } from 'vitest'
import { aFirm, type Firm, today } from '../invoices/testing/a-firm.ts'
import { as } from '../platform/database/connection.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { matchCertainLines } from './matching/applying/match-certain.ts'
import { bringStatement } from './statements/bring-statement.ts'
import { camtText } from './testing/camt-text.ts'

const database = await testDatabase()
const { secrets } = inject('testServer')
const folder = mkdtempSync(join(tmpdir(), 'quittance-bank-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Sixty transfers, each quoting its invoice: two transactions of what is certain. */
const count = 60
const amountOf = (n: number): number => 10_000 + n * 137
const numberOf = (n: number): string => `F-2026-${String(n + 1).padStart(4, '0')}`
const euros = (cents: number): string => (cents / 100).toFixed(2)
const entries = Array.from({ length: count }, (_, n) => ({
  amount: euros(amountOf(n)),
  name: `MENUISERIE NUMERO ${n}`,
  text: `FACTURE ${numberOf(n)}`,
  reference: `B${n}`,
}))
const total = entries.reduce((sum, _, n) => sum + amountOf(n), 0)
const file = join(folder, 'releve.xml')
writeFileSync(file, camtText({ on: '2026-11-20', opening: '0.00', closing: euros(total), entries }))

async function aDesk(): Promise<Firm> {
  const firm = await aFirm(database)
  for (let n = 0; n < count; n += 1) {
    const customer = await firm.customer({ name: `Menuiserie numéro ${n}` })
    await firm.invoice({ customer, number: numberOf(n), amount: amountOf(n) })
  }
  return firm
}

async function reconcile(firm: Firm): Promise<void> {
  const matching = { today, factsChanged: firm.factsChanged, kept: new Map() }
  await bringStatement(
    { path: file, name: 'releve.xml' },
    { transaction: firm.work, language: 'fr', proposing: matching },
  )
  await matchCertainLines(firm.work, matching)
}

/** In a process of its own that kills itself there; answers the signal it died of. */
const reconcileAndDie = (firm: Firm, dieIn: number, statement: number): string | null => {
  const script = join(import.meta.dirname, 'testing/reconcile-and-die.ts')
  const app = as(database.ownerUrl, 'quittance_app', secrets.app)
  const args = [script, database.ownerUrl, app, firm.organization, file, dieIn, statement].map(String)
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).signal
}

/** Every line with what it became and what that settled, and all that must agree with it. */
const seen = (firm: Firm) =>
  firm.work(async (db) => ({
    lines: await db.rows<{ amount: number; state: string; matches: number; paid: number; left: number }>(sql`
      select b.amount, b.state, count(distinct m.id)::int as matches, coalesce(sum(a.amount), 0)::int as paid,
        coalesce(sum(p.unallocated), 0)::int as left
      from bank_line b
      left join bank_match m on m.organization_id = b.organization_id and m.bank_line_id = b.id and m.undone_at is null
      left join bank_match_payment l on l.organization_id = m.organization_id and l.bank_match_id = m.id
      left join payment p on p.organization_id = l.organization_id and p.id = l.payment_id
      left join allocation a on a.organization_id = p.organization_id and a.payment_id = p.id
      where b.organization_id = current_organization()
      group by b.id, b.amount, b.state order by b.amount`),
    counts: await db.one<Record<string, number>>(sql`
      select (select count(*)::int from bank_statement where organization_id = current_organization()) as statements,
        (select count(*)::int from bank_account where organization_id = current_organization()) as accounts,
        (select count(*)::int from payment where organization_id = current_organization()) as payments,
        (select sum(amount_due)::int from open_item where organization_id = current_organization()) as due,
        (select count(*)::int from journal where organization_id = current_organization() and thing = 'payment') as told`),
  }))

it('a server that is killed while it keeps a statement and applies it leaves nothing half done, and goes on', async () => {
  const whole = await aDesk()
  await reconcile(whole)

  const cut = await aDesk()
  const untouched = { statements: 0, accounts: 0, payments: 0, due: total, told: 0 }
  expect(reconcileAndDie(cut, 1, 7)).toBe('SIGKILL')
  expect(await seen(cut)).toEqual({ lines: [], counts: untouched })

  // Kept, and killed while it looks for what the lines pay.
  expect(reconcileAndDie(cut, 2, 18)).toBe('SIGKILL')
  const waiting = entries.map((_, n) => ({ amount: amountOf(n), state: 'unmatched', matches: 0, paid: 0, left: 0 }))
  const kept = { ...untouched, statements: 1, accounts: 1 }
  expect(await seen(cut)).toEqual({ lines: waiting, counts: kept })

  // In the middle of the first fifty, then of the last ten.
  expect(reconcileAndDie(cut, 3, 300)).toBe('SIGKILL')
  expect((await seen(cut)).counts).toEqual(kept)
  expect(reconcileAndDie(cut, 4, 60)).toBe('SIGKILL')
  const half = await seen(cut)
  expect(half.lines.filter(({ state }) => state === 'matched')).toHaveLength(50)
  for (const { amount, state, matches, paid, left } of half.lines) {
    expect([matches, paid, left]).toEqual(state === 'matched' ? [1, amount, 0] : [0, 0, 0])
  }
  const applied = half.lines.reduce((sum, { paid }) => sum + paid, 0)
  expect(half.counts).toEqual({ ...kept, payments: 50, told: 50, due: total - applied })

  await reconcile(cut)
  expect(await seen(cut)).toEqual(await seen(whole))
  expect((await seen(cut)).counts).toEqual({ ...kept, payments: count, told: count, due: 0 })
}, 120_000)
