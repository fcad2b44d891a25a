import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { changeContact, removeContact } from '../../customers/contacts.ts'
import { addressAnswers } from '../../customers/refuse-address.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { parseMessage } from '../answers/parse-message.ts'
import { takeAnswer } from '../answers/take-answer.ts'
import { bounceOf } from '../answers/testing/messages.ts'
import { aCustomer, aFirm, anInvoice } from '../testing/a-firm.ts'
import { dailyRun, decideAgain } from './daily-run.ts'

const database = await testDatabase()
const monday = Date.parse('2026-11-23T09:00:00Z')
const tuesday = Date.parse('2026-11-24T09:00:00Z')

/** Of the two addresses a reminder went to, that of the boss bounced. */
async function oneAddressBounced(name: string) {
  const firm = await aFirm(database, name)
  const { inTransaction, entity } = firm
  const customer = await inTransaction((db) => aCustomer(db))
  const { id: boss } = await inTransaction((db) =>
    db.one<{ id: number }>(sql`
      insert into contact (organization_id, customer_id, last_name, email)
      values (current_organization(), ${customer}, 'Castel', 'chef@castel.example') returning id`),
  )
  await inTransaction(async (db) => {
    const carrying = await anInvoice(db, { customer, entity, number: 'F-1', due: '2026-11-10', amount: 120_000 })
    const to = JSON.stringify({
      to: [{ address: 'compta@castel.example' }, { address: 'chef@castel.example' }],
      cc: [],
    })
    await db.run(sql`
      insert into reminder (organization_id, customer_id, legal_entity_id, about, step_key, delay_days, tone, carrying_item_id,
        state, decided_on, message_id, recipients, sent_at, subject)
      values (current_organization(), ${customer}, ${entity}, 'overdue', 'd7', 7, 'friendly', ${carrying}, 'sent', ${asDate('2026-11-20')},
        '<r.1@vauquelin.example>', ${to}::jsonb, '2026-11-20T09:00:00Z', 'Facture F-1')`)
  })
  const raw = Buffer.from(bounceOf('chef@castel.example', { status: '5.1.1', says: '550 5.1.1 User unknown' }))
  const message = await parseMessage(raw)
  const fetched = { uidValidity: 1, uid: 1, receivedAt: new Date(monday), size: raw.length, raw }
  await inTransaction((db) => takeAnswer(db, { legalEntity: entity, fetched, message }, monday))
  const tasks = () =>
    inTransaction((db) =>
      db.rows(
        sql`select kind, state from task where organization_id = current_organization() and kind = 'correctAddress'`,
      ),
    )
  const changed = async (db: Db) => {
    await decideAgain(db, [customer], tuesday)
  }
  return { ...firm, boss, customer, tasks, changed }
}

const asked = [{ kind: 'correctAddress', state: 'todo' }]
const settled = [{ kind: 'correctAddress', state: 'dropped' }]

it('one refused address of several is asked for until it is another one', async () => {
  const { inTransaction, boss, tasks, changed } = await oneAddressBounced('Atelier A')
  expect(await tasks()).toEqual(asked)
  await dailyRun(inTransaction, tuesday)
  expect(await tasks()).toEqual(asked)
  await inTransaction((db) => changeContact(db, boss, { lastName: 'Castel-Roy' }, changed))
  expect(await tasks()).toEqual(asked)
  await inTransaction((db) => changeContact(db, boss, { email: 'direction@castel.example' }, changed))
  expect(await tasks()).toEqual(settled)
})

it('one refused address of several is asked for no more once its contact is removed', async () => {
  const { inTransaction, boss, tasks, changed } = await oneAddressBounced('Atelier B')
  await inTransaction((db) => removeContact(db, boss, changed))
  expect(await tasks()).toEqual(settled)
})

it('one refused address of several is asked for no more once it hears of no reminder', async () => {
  const { inTransaction, boss, tasks, changed } = await oneAddressBounced('Atelier C')
  await inTransaction((db) => changeContact(db, boss, { receivesReminders: false }, changed))
  expect(await tasks()).toEqual(settled)
})

it('one refused address of several is asked for no more once somebody writes from it', async () => {
  const { inTransaction, customer, tasks } = await oneAddressBounced('Atelier D')
  await inTransaction(async (db) => {
    await decideAgain(db, [customer], tuesday)
    await addressAnswers(db, 'chef@castel.example')
  })
  expect(await tasks()).toEqual(asked)
  await inTransaction((db) => decideAgain(db, [customer], tuesday))
  expect(await tasks()).toEqual(settled)
})
