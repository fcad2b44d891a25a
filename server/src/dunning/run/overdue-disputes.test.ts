import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { expect, it } from 'vitest'
import { openDispute, resolveDispute } from '../../disputes/open-dispute.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { notePromise } from '../../promises/note-promise.ts'
import { listTasks } from '../../tasks/list-tasks.ts'
import { taskPanel } from '../../tasks/task-panel.ts'
import { taskHooks } from '../task-hooks.ts'
import { aCustomer, aFirm, anInvoice, aPayment } from '../testing/a-firm.ts'
import { dailyRun } from './daily-run.ts'

const database = await testDatabase()
const monday = Date.parse('2026-11-23T08:00:00Z')
const today = asDate('2026-11-23')
const friday = { today: asDate('2026-11-20'), factsChanged: async () => undefined }
const seen = { today, language: 'fr' as const, context: taskHooks(() => monday) }

/** A customer with an invoice that is late, and another one. */
async function owing() {
  const firm = await aFirm(database)
  const made = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    const about = { customer, entity: firm.entity }
    const late = await anInvoice(db, { ...about, number: 'F-1', due: '2026-11-10', amount: 120_000 })
    return {
      customer,
      late,
      other: await anInvoice(db, { ...about, number: 'F-2', due: '2026-11-18', amount: 70_000 }),
    }
  })
  const tasks = () => firm.inTransaction((db) => listTasks(db, { person: null, today, language: 'fr' }))
  return { firm, tasks, ...made }
}

it('a dispute past its deadline is asked about with what is contested, and leads to it', async () => {
  const { firm, tasks, customer, other } = await owing()
  const asked = {
    customer,
    items: [other],
    reason: 'quality',
    note: null,
    owner: null,
    deadline: friday.today,
  } as const
  const dispute = await firm.inTransaction((db) => openDispute(db, asked, friday))
  await dailyRun(firm.inTransaction, monday)
  const row = (await tasks()).rows.find(({ kind }) => kind === 'other')
  expect(row).toMatchObject({ amount: { amount: 70_000 }, reason: 'À traiter avant le 20/11 · 1 facture' })
  const panel = await firm.inTransaction((db) => taskPanel(db, row?.id ?? 0, seen))
  expect(panel).toMatchObject({ dispute, why: 'Ce litige était à traiter avant le 20/11/2026.' })
  expect(panel.items.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['F-2'])
  await firm.inTransaction((db) => resolveDispute(db, dispute, 'Réglé', { ...friday, today }))
  await dailyRun(firm.inTransaction, monday)
  expect((await tasks()).rows.filter(({ kind }) => kind === 'other')).toEqual([])
})

it('a promise kept in part says in its call what came', async () => {
  const { firm, tasks, customer, late } = await owing()
  const amount = money(100_000, asCurrency('EUR'))
  const asked = { customer, items: [late], amount, promisedFor: asDate('2026-11-20'), note: null }
  await firm.inTransaction(async (db) => {
    await notePromise(db, asked, friday)
    await aPayment(db, { customer, entity: firm.entity, item: late, amount: 40_000, on: friday.today })
  })
  await dailyRun(firm.inTransaction, monday)
  const call = (await tasks()).rows.find(({ kind }) => kind === 'call')
  const panel = await firm.inTransaction((db) => taskPanel(db, call?.id ?? 0, seen))
  expect(panel.why).toBe(
    'La promesse de payer 1\u00a0000,00\u00a0€ le 20/11/2026 n’a été tenue qu’en partie\u00a0: 400,00\u00a0€ reçus.',
  )
})
