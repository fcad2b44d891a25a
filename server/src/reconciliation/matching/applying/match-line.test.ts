import { describe, expect, it } from 'vitest'
import { aFirm, today } from '../../../invoices/testing/a-firm.ts'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { catchUpProposals } from '../propose-lines.ts'
import { aLine, balances, stateOf } from '../testing/a-bank.ts'
import type { MatchAct } from './choose-act.ts'
import { matchLine } from './match-line.ts'
import { undoMatch } from './undo-match.ts'

const database = await testDatabase()

async function aDesk() {
  const firm = await aFirm(database)
  const { factsChanged } = firm
  return {
    ...firm,
    propose: () => firm.work((db) => catchUpProposals(db, { today, factsChanged })),
    match: (line: number, act: MatchAct) => firm.work((db) => matchLine(db, line, act, { today, factsChanged })),
    undo: (line: number) => firm.work((db) => undoMatch(db, line, { today, factsChanged })),
    dueOf: (item: number) =>
      firm.work(
        async (db) =>
          (
            await db.one<{ due: number }>(
              sql`select amount_due as due from open_item where organization_id = current_organization() and id = ${item}`,
            )
          ).due,
      ),
    payments: () =>
      firm.work((db) =>
        db.rows<{
          customer: number
          amount: number
          unallocated: number
          means: string
          origin: string
          on: string
        }>(sql`
          select customer_id as customer, amount, unallocated, means, origin, received_on as on from payment p
          where organization_id = current_organization() and not exists (
            select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id) order by id`),
      ),
  }
}

describe('a line of the bank', () => {
  it('pays the invoice it quotes, and taken back leaves every balance as it was', async () => {
    const desk = await aDesk()
    const customer = await desk.customer({ name: 'Nordelec Industrie' })
    const [item = 0] = await desk.invoice({ customer, number: 'F-2026-0117', amount: 124_000 })
    const line = await aLine(desk, {
      amount: 124_000,
      label: 'FACTURE F-2026-0117',
      payer: 'NORDELEC INDUSTRIE',
      on: '2026-11-20',
    })
    await desk.propose()
    expect(await stateOf(desk, line)).toMatchObject({ state: 'suggested', confidence: 'almostCertain' })
    const before = await balances(desk)

    await desk.match(line, { kind: 'proposal', rank: 0 })
    expect(await desk.dueOf(item)).toBe(0)
    expect(await desk.payments()).toEqual([
      { customer, amount: 124_000, unallocated: 0, means: 'transfer', origin: 'bank', on: '2026-11-20' },
    ])
    await desk.match(line, { kind: 'proposal', rank: 0 })
    expect(await desk.payments()).toHaveLength(1)

    await desk.undo(line)
    expect(await balances(desk)).toEqual(before)
    expect((await stateOf(desk, line)).state).toBe('unmatched')
    await desk.propose()
    await desk.match(line, { kind: 'proposal', rank: 0 })
    expect(await desk.dueOf(item)).toBe(0)
  })

  it('becomes one payment a customer, credit notes deducted and a gap closed', async () => {
    const desk = await aDesk()
    const parent = await desk.customer()
    const child = await desk.customer({ parentId: parent })
    const other = await desk.customer({ parentId: parent })
    const [a = 0] = await desk.invoice({ customer: child, amount: 50_000 })
    const [b = 0] = await desk.invoice({ customer: other, amount: 30_000 })
    const [note = 0] = await desk.invoice({
      customer: child,
      kind: 'creditNote',
      issued: '2026-10-01',
      due: '2026-10-01',
      amount: -12_000,
    })
    const line = await aLine(desk, { amount: 68_400 })
    const before = await balances(desk)
    await desk.match(line, {
      kind: 'paysItems',
      customerId: parent,
      allocations: [
        { openItemId: a, amount: 50_000, difference: null },
        { openItemId: b, amount: 29_900, difference: { reason: 'bankFee', amount: 100 } },
        { openItemId: note, amount: -12_000, difference: null },
      ],
    })
    expect(await Promise.all([a, b, note].map(desk.dueOf))).toEqual([0, 0, 0])
    expect((await desk.payments()).map(({ customer, amount, unallocated }) => [customer, amount, unallocated])).toEqual(
      [
        [parent, 500, 500],
        [child, 38_000, 0],
        [other, 29_900, 0],
      ],
    )
    await desk.undo(line)
    expect(await balances(desk)).toEqual(before)
  })

  it('is refused with a sentence when the amount due changed since it was proposed', async () => {
    const desk = await aDesk()
    const customer = await desk.customer({ name: 'Castel Menuiserie' })
    const [item = 0] = await desk.invoice({ customer, number: 'F-2026-0901', amount: 80_000 })
    const line = await aLine(desk, { amount: 80_000, label: 'F-2026-0901', payer: 'CASTEL MENUISERIE' })
    const twin = await aLine(desk, { amount: 80_000, label: 'F-2026-0901', payer: 'CASTEL MENUISERIE' })
    await desk.propose()
    await desk.match(line, { kind: 'proposal', rank: 0 })
    await expect(desk.match(twin, { kind: 'proposal', rank: 0 })).rejects.toMatchObject({ code: 'proposalChanged' })
    expect(await desk.dueOf(item)).toBe(0)
    expect(await desk.payments()).toHaveLength(1)
  })

  it('settled otherwise than before is refused until it is taken back', async () => {
    const desk = await aDesk()
    const customer = await desk.customer()
    const line = await aLine(desk, { amount: 10_000 })
    await desk.match(line, { kind: 'customerCredit', customerId: customer })
    await expect(desk.match(line, { kind: 'notACustomer', always: false })).rejects.toMatchObject({
      code: 'lineIsMatched',
    })
    await desk.undo(line)
    await desk.undo(line)
    await desk.match(line, { kind: 'notACustomer', always: false })
    expect((await stateOf(desk, line)).state).toBe('ignored')
    expect(await desk.payments()).toEqual([])
  })
})
