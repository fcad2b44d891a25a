import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { decideCustomers } from '../../dunning/run/decide-customers.ts'
import { loadRunContext } from '../../dunning/run/run-context.ts'
import { fixedClock } from '../../platform/clock.ts'
import { transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import type { SignedInCall } from '../../platform/http/serve.ts'
import { checkProjections } from '../check-projections.ts'
import { removeDemo, startDemo } from './start-demo.ts'

const database = await testDatabase()
const clock = fixedClock('2026-11-23T07:00:00Z')
const context = { database, clock }
const caller = { actor: { user: 'account-of-claire', language: 'en', ip: '127.0.0.1' } } as unknown as SignedInCall
const organization = await startDemo(context, caller)
const inDemo = <T>(work: Parameters<typeof transaction<T>>[2]) =>
  transaction(database.app, { organization, person: null, rights: 'all' }, work)

describe('the example company in the database', () => {
  it('148 912,60 € are late on 37 invoices of 21 customers, out of 486 320,40 €', async () => {
    const row = await inDemo((db) =>
      db.one(sql`
        select sum(amount_due)::bigint as outstanding, count(*) as items,
          sum(amount_due) filter (where due_date < '2026-11-23')::bigint as late,
          count(*) filter (where due_date < '2026-11-23') as "lateItems",
          count(distinct customer_id) filter (where due_date < '2026-11-23') as customers
        from open_item where organization_id = current_organization() and amount_due > 0`),
    )
    expect(row).toEqual({ outstanding: 48_632_040, items: 112, late: 14_891_260, lateItems: 37, customers: 21 })
  })

  it('11 messages wait for approval, with 13 invoices, 37 204,00 €', async () => {
    expect(await inDemo(waiting)).toEqual({ messages: 11, items: 13, amount: 3_720_400 })
  })

  it('those who are held have their reason, and what waits for Claire is what the mock-up shows', async () => {
    const held = await inDemo((db) =>
      db.rows<{ name: string; because: string }>(sql`
        select c.name, d.because from current_decision d
        join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
        where d.organization_id = current_organization() and d.kind = 'hold'`),
    )
    expect(Object.fromEntries(held.map((row) => [row.name, row.because]))).toEqual({
      'Nordelec Industrie': 'bankPending',
      'Groupe Hélianthe': 'decision',
      'Menuiseries Castel': 'humanToday',
      'Clinique des Ormes': 'humanToday',
      'Optique Marchetti': 'humanToday',
      'Hôtel Le Clos Vauban': 'paused',
      'Transports Delmas-Ruiz': 'dispute',
      'Librairie Les Quais': 'badContact',
      'Farine & Cie': 'promise',
    })
    const tasks = await inDemo((db) =>
      db.rows<{ task: string }>(sql`
        select concat_ws(' ', t.kind, c.name) as task from task t
        left join customer c on c.organization_id = t.organization_id and c.id = t.customer_id
        left join person p on p.organization_id = t.organization_id and p.id = t.assignee_id
        where t.organization_id = current_organization() and t.state = 'todo' and coalesce(p.name, 'Claire Besson') = 'Claire Besson'`),
    )
    expect(tasks.map((row) => row.task).sort()).toEqual([
      'call Clinique des Ormes',
      'call Menuiseries Castel',
      'call Transports Delmas-Ruiz',
      'correctAddress Librairie Les Quais',
      'decision Groupe Hélianthe',
      'decision Hôtel Le Clos Vauban',
      'letter Optique Marchetti',
      'other',
    ])
  })

  it('deciding again on the same day changes nothing', async () => {
    const again = await inDemo(async (db) => {
      const customers = await db.rows<{ id: number }>(
        sql`select id from customer where organization_id = current_organization()`,
      )
      const run = await loadRunContext(db, clock.now(), asDate('2026-11-23'))
      return decideCustomers(
        db,
        customers.map((row) => row.id),
        run,
      )
    })
    expect(again).toMatchObject({ messages: 0, tasks: 0, cancelled: 0 })
    expect(await inDemo(waiting)).toEqual({ messages: 11, items: 13, amount: 3_720_400 })
  })

  it('what is kept beside the facts agrees with them', async () => {
    expect(await inDemo(checkProjections)).toEqual([])
  })

  it('a message of the past says what was owed on its day', async () => {
    const { text } = await inDemo((db) =>
      db.one<{ text: string }>(sql`
        select r.text_body as text from reminder r join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
        where r.organization_id = current_organization() and c.name = 'Menuiseries Castel' and r.step_key = 'email-14'
        order by r.sent_at limit 1`),
    )
    expect(text).toContain('14\u00a0940,00')
    expect(text).not.toContain('2\u00a0490,00')
  })

  it('asking twice answers the same company; removing it leaves nothing of it', async () => {
    expect(await startDemo(context, caller)).toBe(organization)
    await removeDemo(context, caller)
    const { rows } = await database.app.query('select organization_ids() as id')
    expect(rows).toEqual([])
    await removeDemo(context, caller)
  })
})

const waiting = (db: Parameters<Parameters<typeof inDemo>[0]>[0]) =>
  db.one(sql`
    select count(distinct r.id) as messages, count(*) as items, sum(l.amount_due)::bigint as amount
    from reminder r join reminder_item l on l.organization_id = r.organization_id and l.reminder_id = r.id
    where r.organization_id = current_organization() and r.state = 'pendingApproval'`)
