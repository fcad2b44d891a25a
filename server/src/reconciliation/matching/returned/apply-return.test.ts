import { expect, it } from 'vitest'
import { aFirm, today } from '../../../invoices/testing/a-firm.ts'
import { enterPayment } from '../../../payments/enter-payment.ts'
import { reversePayment } from '../../../payments/reverse-payment.ts'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { matchLine } from '../applying/match-line.ts'
import { undoMatch } from '../applying/undo-match.ts'
import { catchUpProposals } from '../propose-lines.ts'
import { aLine, balances, stateOf } from '../testing/a-bank.ts'

const database = await testDatabase()

async function aPaidDebit() {
  const firm = await aFirm(database)
  const { factsChanged } = firm
  const acting = { today, factsChanged }
  const customer = await firm.customer({ name: 'Nordelec Industrie' })
  const [item = 0] = await firm.invoice({ customer, number: 'F-2026-0117', amount: 124_000 })
  const credit = await aLine(firm, {
    amount: 124_000,
    kind: 'directDebit',
    label: 'F-2026-0117',
    payer: 'NORDELEC INDUSTRIE',
    on: '2026-11-06',
    endToEnd: 'SDD-2026-0117',
  })
  await firm.work((db) =>
    matchLine(
      db,
      credit,
      { kind: 'paysItems', allocations: [{ openItemId: item, amount: 124_000, difference: null }] },
      acting,
    ),
  )
  const debit = await aLine(firm, {
    amount: -124_000,
    kind: 'returned',
    label: 'PRLV IMPAYE SDD-2026-0117',
    payer: 'NORDELEC INDUSTRIE',
    on: '2026-11-13',
    endToEnd: 'SDD-2026-0117',
    returned: 'AM04',
  })
  await firm.work((db) => catchUpProposals(db, acting))
  return { ...firm, acting, customer, item, credit, debit }
}

it('a direct debit that comes back is reversed with its reason, its invoice lives again, and somebody gets a task', async () => {
  const { work, acting, item, debit } = await aPaidDebit()
  expect((await stateOf({ work }, debit)).proposals[0]).toMatchObject({ kind: 'returned', confidence: 'almostCertain' })
  await work((db) => matchLine(db, debit, { kind: 'proposal', rank: 0 }, acting))
  const seen = await work((db) =>
    db.one(sql`
      select (select amount_due from open_item where organization_id = current_organization() and id = ${item}) as due,
        (select json_build_object('reason', reason, 'on', reversed_on, 'note', note) from payment_reversal where organization_id = current_organization()) as reversal,
        (select json_build_object('title', title, 'note', note, 'state', state) from task where organization_id = current_organization()) as task,
        (select count(*)::int from journal where organization_id = current_organization() and act = 'rejected') as told`),
  )
  expect(seen).toEqual({
    due: 124_000,
    reversal: { reason: 'rejected', on: '2026-11-13', note: 'provision insuffisante (AM04)' },
    task: {
      title: expect.stringMatching(/^Règlement rejeté : Nordelec Industrie, 1.240,00.€ \(provision insuffisante\)$/),
      note: 'Convenir d’une autre date ou d’un autre moyen.',
      state: 'todo',
    },
    told: 1,
  })
})

it('taken back, the payment stands again under its own bank line, with every balance and mark as before', async () => {
  const { work, acting, credit, debit } = await aPaidDebit()
  const before = await balances({ work })
  await work((db) => matchLine(db, debit, { kind: 'proposal', rank: 0 }, acting))
  await work((db) => undoMatch(db, debit, acting))
  expect(await balances({ work })).toEqual(before)
  expect((await stateOf({ work }, credit)).state).toBe('matched')
  const { states } = await work((db) =>
    db.one<{ states: string[] }>(
      sql`select array_agg(state) as states from task where organization_id = current_organization()`,
    ),
  )
  expect(states).toEqual(['dropped'])
  await work((db) => undoMatch(db, credit, acting))
  const { standing } = await work((db) =>
    db.one<{ standing: number }>(sql`
      select count(*)::int as standing from payment p where organization_id = current_organization() and not exists (
        select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)`),
  )
  expect(standing).toBe(0)
})

it('a payment undone on its own page gives its line back to be matched', async () => {
  const { work, acting, credit } = await aPaidDebit()
  const { payment } = await work((db) =>
    db.one<{ payment: number }>(sql`select id as payment from payment where organization_id = current_organization()`),
  )
  await work((db) => reversePayment(db, { payment, reason: 'mistake', note: null, ...acting }))
  await work((db) => catchUpProposals(db, acting))
  expect((await stateOf({ work }, credit)).state).toBe('suggested')
})

it('cheques of one slip are the bank’s one credit, and none of them is entered twice', async () => {
  const firm = await aFirm(database)
  const { factsChanged } = firm
  const acting = { today, factsChanged }
  const cheques = [45_000, 61_250, 8_015]
  for (const [at, amount] of cheques.entries()) {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer, amount })
    const input = {
      customerId: customer,
      receivedOn: '2026-11-18',
      amount: { amount, currency: 'EUR' },
      means: 'cheque' as const,
      reference: null,
      slip: { number: '1024', depositedOn: '2026-11-18' },
      allocations: [{ openItemId: item, amount }],
      differences: [],
      entryKey: `pile-${at}-0001`,
    }
    await firm.work((db) => enterPayment(db, { input, ...acting }))
  }
  const line = await aLine(firm, {
    amount: 114_265,
    kind: 'chequeDeposit',
    label: 'REMISE CHEQUES 1024',
    on: '2026-11-20',
  })
  await firm.work((db) => catchUpProposals(db, acting))
  const { proposals } = await stateOf(firm, line)
  expect(proposals[0]).toMatchObject({ kind: 'alreadyRecorded' })
  expect(proposals[0]?.['payments']).toHaveLength(3)
  const before = await balances(firm)
  await firm.work((db) => matchLine(db, line, { kind: 'proposal', rank: 0 }, acting))
  expect(await balances(firm)).toEqual(before)
  const twin = await aLine(firm, { amount: 114_265, kind: 'chequeDeposit', label: 'REMISE CHEQUES', on: '2026-11-20' })
  const payments = proposals[0]?.['payments'] as number[]
  await expect(
    firm.work((db) => matchLine(db, twin, { kind: 'alreadyRecorded', payments }, acting)),
  ).rejects.toMatchObject({ code: 'paymentHasItsLine' })
})
