import type { Decision } from '@quittance/core/dunning/decision.ts'
import { explain } from '@quittance/core/dunning/explain.ts'
import { expect, it } from 'vitest'
import { dailyRun, decideAgain } from '../../dunning/run/daily-run.ts'
import { aCustomer, aFirm, anInvoice } from '../../dunning/testing/a-firm.ts'
import { today } from '../../invoices/testing/a-firm.ts'
import { allocateCredit } from '../../payments/allocate-credit.ts'
import { type Db, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { matchLine } from './applying/match-line.ts'
import { undoMatch } from './applying/undo-match.ts'
import { catchUpProposals } from './propose-lines.ts'
import { aLine } from './testing/a-bank.ts'

const database = await testDatabase()
// Monday 23 November 2026, 09:00 in Paris.
const monday = Date.parse('2026-11-23T08:00:00Z')
const factsChanged = (db: Db, customers: readonly number[]) => decideAgain(db, customers, monday)
const acting = { today, factsChanged }

async function aLateCustomer() {
  const firm = await aFirm(database)
  const { inTransaction: work, entity } = firm
  const { customer, item } = await work(async (db) => {
    const customer = await aCustomer(db, { name: 'Menuiseries Castel' })
    return {
      customer,
      item: await anInvoice(db, { customer, entity, number: 'F-2026-0101', due: '2026-11-10', amount: 120_000 }),
    }
  })
  await dailyRun(work, monday)
  const decision = () =>
    work((db) =>
      db.one<{ because: string; detail: Decision }>(sql`
        select d.because, d.detail from current_decision c join decision d on d.organization_id = c.organization_id and d.id = c.decision_id
        where c.organization_id = current_organization() and c.customer_id = ${customer}`),
    )
  const bank = { work, legalEntity: entity }
  return { ...firm, work, bank, customer, item, decision }
}

const facts = { customerName: 'Menuiseries Castel' } as Parameters<typeof explain>[2]

it('holds the reminders of whom a line may concern, says which line, and lets them go when it is another’s', async () => {
  const { work, bank, decision } = await aLateCustomer()
  expect((await decision()).because).toBe('stepDue')

  const line = await aLine(bank, { amount: 51_300, payer: 'MENUISERIES CASTEL', label: 'VIREMENT', on: '2026-11-20' })
  await work((db) => catchUpProposals(db, acting))
  const held = await decision()
  expect(held.because).toBe('bankPending')
  expect(explain(held.detail, 'fr', facts)).toBe(
    'Rien ne part\u00a0: une ligne de banque du 20/11/2026, à pointer, vient peut-être de Menuiseries Castel.',
  )

  await work((db) => matchLine(db, line, { kind: 'notACustomer', always: false }, acting))
  expect((await decision()).because).toBe('stepDue')
  await work((db) => undoMatch(db, line, acting))
  await work((db) => catchUpProposals(db, acting))
  expect((await decision()).because).toBe('bankPending')
})

it('holds them too while a credit of unknown invoice is not allocated, and says so', async () => {
  const { work, bank, customer, item, decision } = await aLateCustomer()
  const line = await aLine(bank, { amount: 20_000, payer: 'MENUISERIES CASTEL', label: 'VIREMENT', on: '2026-11-20' })
  await work((db) => matchLine(db, line, { kind: 'customerCredit', customerId: customer }, acting))
  const held = await decision()
  expect(held.because).toBe('credit')
  expect(explain(held.detail, 'en', facts)).toBe(
    'Nothing goes out: the payment of 20 Nov 2026 from Menuiseries Castel is still to be allocated to its invoices.',
  )
  const tasks = () =>
    work((db) => db.rows(sql`select kind, state from task where organization_id = current_organization() order by id`))
  expect(await tasks()).toEqual([{ kind: 'allocateCredit', state: 'todo' }])

  const { payment } = await work((db) =>
    db.one<{ payment: number }>(sql`select id as payment from payment where organization_id = current_organization()`),
  )
  await work((db) =>
    allocateCredit(db, { from: payment, allocations: [{ openItemId: item, amount: 20_000 }], ...acting }),
  )
  expect((await decision()).because).toBe('stepDue')
  expect(await tasks()).toEqual([{ kind: 'allocateCredit', state: 'dropped' }])
})

it('takes the message back when the line pays the invoice, and a promise is kept by it', async () => {
  const { work, bank, customer, item } = await aLateCustomer()
  await work(async (db) => {
    const { id } = await db.one<{ id: number }>(sql`
      insert into promise (organization_id, customer_id, promised_for, currency, amount, noted_on)
      values (current_organization(), ${customer}, '2026-11-25', 'EUR', 120000, '2026-11-18') returning id`)
    await db.run(sql`
      insert into promise_item (organization_id, promise_id, open_item_id) values (current_organization(), ${id}, ${item})`)
  })
  const line = await aLine(bank, {
    amount: 120_000,
    payer: 'MENUISERIES CASTEL',
    label: 'F-2026-0101',
    on: '2026-11-20',
  })
  await work((db) => catchUpProposals(db, acting))
  await work((db) => matchLine(db, line, { kind: 'proposal', rank: 0 }, acting))
  const seen = await work((db) =>
    db.one(sql`
      select (select state from reminder where organization_id = current_organization()) as reminder,
        (select count(*)::int from bank_hold where organization_id = current_organization()) as holds,
        (select sum(a.amount)::int from allocation a join promise_item i on i.organization_id = a.organization_id and i.open_item_id = a.open_item_id
          where a.organization_id = current_organization() and a.allocated_on between '2026-11-18' and '2026-11-25') as came`),
  )
  expect(seen).toEqual({ reminder: 'cancelled', holds: 0, came: 120_000 })
})

it('shows sales reps the hold, and nothing of the bank', async () => {
  const { organization, work, bank } = await aLateCustomer()
  await aLine(bank, { amount: 51_300, payer: 'MENUISERIES CASTEL', on: '2026-11-20' })
  await work((db) => catchUpProposals(db, acting))
  const { rep } = await work((db) =>
    db.one<{ rep: number }>(sql`
      insert into person (organization_id, name, email, role) values (current_organization(), 'Karim', 'karim@v.example', 'sales')
      returning id as rep`),
  )
  await work((db) =>
    db.run(sql`update customer set sales_rep_id = ${rep} where organization_id = current_organization()`),
  )
  const counted = await transaction(database.app, { organization, person: rep, rights: 'all' }, (db) =>
    db.one(sql`
      select (select count(*)::int from bank_hold) as holds, (select count(*)::int from bank_line) as lines,
        (select count(*)::int from bank_match) as matches, (select count(*)::int from bank_rule) as rules`),
  )
  expect(counted).toEqual({ holds: 1, lines: 0, matches: 0, rules: 0 })
})
