import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { tones } from '@quittance/core/dunning/scenario.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { dailyRun } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, aMailServer, anInvoice } from '../testing/a-firm.ts'
import { approveReminders } from './approve-reminders.ts'
import { keyKind, reminderPage, statesOf } from './list-pages.ts'
import { listReminders } from './list-reminders.ts'
import { reminderTotals, viewCounts } from './list-totals.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const now = Date.parse('2026-11-23T08:00:00Z')

let customers: number[] = []
const items: number[] = []

/** Twenty-four messages to eight customers, in every state and tone, each listing one to three items. */
beforeAll(async () => {
  await firm.inTransaction(async (db) => {
    for (const name of ['Zola', 'Étienne', 'Abel', 'castel', 'Castel', 'Éric', 'Yvon', 'Bo']) {
      const customer = await aCustomer(db, { name: `${name} ${customers.length}` })
      customers = [...customers, customer]
      for (const place of [1, 2, 3]) {
        const number = `F-${customer}-${place}`
        items.push(
          await anInvoice(db, { customer, entity: firm.entity, number, due: '2026-10-01', amount: 1000 * place }),
        )
      }
    }
    const states = Object.values(statesOf).flat()
    for (let place = 0; place < 24; place += 1) {
      const state = states[place % states.length] ?? 'sent'
      const { id } = await db.one<{ id: number }>(sql`
        insert into reminder (organization_id, customer_id, legal_entity_id, about, tone, state, decided_on, message_id, sent_at)
        values (current_organization(), ${customers[(place * 3) % 8] ?? 0}, ${firm.entity}, 'manual', ${tones[place % 5] ?? 'firm'},
          'held', '2026-11-20', ${`<m-${place}@x>`}, ${place % 4 === 0 ? null : `2026-11-${10 + (place % 7)}T08:00:00Z`})
        returning id`)
      await list(db, id, place)
      // One on its way a customer: where there is one already, the message stays put aside.
      await db
        .savepoint(() => db.run(sql`update reminder set state = ${state} where id = ${id}`))
        .catch(() => undefined)
    }
  })
})

const list = (db: Parameters<Parameters<typeof firm.inTransaction>[0]>[0], reminder: number, place: number) =>
  db.run(sql`
    insert into reminder_item (organization_id, reminder_id, open_item_id, days_late, currency, amount_due)
    select current_organization(), ${reminder}, item, 10, case when item % 2 = 0 then 'EUR' else 'USD' end, 100 * item
    from unnest(${items.slice(place % 8, (place % 8) + 1 + (place % 3))}::bigint[]) item`)

const views = ['ready', 'sent', 'testOutbox', 'problems'] as const

const pages = (
  filter: { view: (typeof views)[number]; customer?: number; tone?: (typeof tones)[number] },
  soon: number,
) =>
  firm.inTransaction(async (db) => {
    const totals = await reminderTotals(db, filter)
    const rows = []
    for (let after: { key: string; id: number } | null = null; ; ) {
      const page: Awaited<ReturnType<typeof reminderPage>> = await reminderPage(db, filter, {
        after,
        limit: 2,
        count: totals.count,
        soon,
      })
      rows.push(...page)
      const last = page.at(-1)
      if (page.length < 2 || !last) return { totals, rows }
      after = { key: last.key, id: last.id }
    }
  })

describe('the messages of a view', () => {
  it('are shown once each, in their order, with the count and the sums of what they list', async () => {
    for (const view of views) {
      for (const tone of [undefined, ...tones]) {
        for (const customer of [undefined, customers[0]]) {
          const filter = { view, ...(tone && { tone }), ...(customer && { customer }) }
          const { totals, rows } = await pages(filter, 500)
          expect(await pages(filter, 0)).toEqual({ totals, rows })
          expect(new Set(rows.map(({ id }) => id)).size).toBe(totals.count)
          const keys = rows.map(({ key }) => key)
          expect(keys).toEqual(keys.toSorted().toReversed())
          expect(totals.items).toBe(rows.reduce((sum, row) => sum + row.items, 0))
          const summed = (currency: string) =>
            rows.flatMap((row) => row.total).reduce((sum, one) => sum + (one.currency === currency ? one.amount : 0), 0)
          expect(totals.total).toEqual(
            ['EUR', 'USD']
              .map((currency) => ({ amount: summed(currency), currency }))
              .filter(({ amount }) => amount > 0),
          )
          for (const row of rows) expect(statesOf[view]).toContain(row.state)
        }
      }
    }
  })

  it('come with the counts of all views, and refuse a cursor that is none of theirs', async () => {
    const seen = async (view: (typeof views)[number], cursor?: string) =>
      firm.inTransaction(async (db) =>
        listReminders(db, { view, limit: 50, cursor }, await loadRunContext(db, now, asDate('2026-11-23')), 'fr'),
      )
    const counts = (await seen('ready')).views
    for (const view of views) expect((await seen(view)).rows).toHaveLength(counts[view])
    const forged = Buffer.from(JSON.stringify(['yesterday', 1])).toString('base64url')
    expect(keyKind('sent')).toBe('instant')
    await expect(seen('sent', forged)).rejects.toMatchObject({ status: 400 })
  })
})

it('a message says when it leaves if it is approved, at the hour of its own step, and so it does', async () => {
  const house = await aFirm(database)
  await house.inTransaction(async (db) => {
    await aMailServer(db, house.entity, 1)
    await db.run(sql`
      update scenario_step set departure_minute = 840 where organization_id = current_organization() and key = 'email-14'`)
    for (const [name, due, amount] of [
      ['Abel', '2026-11-14', 60_000],
      ['Zola', '2026-11-05', 50_000],
    ] as const) {
      const customer = await aCustomer(db, { name })
      await anInvoice(db, { customer, entity: house.entity, number: `F-${name}`, due, amount })
      if (name === 'Zola') {
        await db.run(sql`
          insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
          select current_organization(), id, 'email-7', 7, '2026-11-12', 'sent' from open_item
          where organization_id = current_organization() and customer_id = ${customer}`)
      }
    }
  })
  await dailyRun(house.inTransaction, now)
  await house.inTransaction(async (db) => {
    const run = await loadRunContext(db, now)
    const ready = async () => (await listReminders(db, { view: 'ready', limit: 50 }, run, 'fr')).rows
    const told = (await ready()).map(({ stepLabel, leavesIfApproved }) => [stepLabel, leavesIfApproved])
    // 10:00 of the house, and 14:00 of the step.
    expect(told).toEqual([
      ['J+7', '2026-11-23T09:00:00.000Z'],
      ['J+14', '2026-11-23T13:00:00.000Z'],
    ])
    const ids = (await ready()).map(({ id }) => id)
    await approveReminders(db, ids, run, { now: false, nowMs: now })
    const left = (await ready()).map(({ leavesAt, leavesIfApproved }) => [leavesAt, leavesIfApproved])
    expect(left).toEqual([
      ['2026-11-23T09:00:00Z', null],
      ['2026-11-23T13:00:00Z', null],
    ])
  })
})

describe('the tally of messages', () => {
  const facts = sql`
    select r.state, count(distinct r.id)::int as messages, count(l.open_item_id)::int as items, coalesce(sum(l.amount_due), 0)::bigint as amount
    from reminder r
    left join reminder_item l on l.organization_id = r.organization_id and l.reminder_id = r.id
    where r.organization_id = current_organization() group by r.state order by r.state`
  const told = sql`
    select state, sum(messages)::int as messages, sum(items)::int as items, sum(amount)::bigint as amount
    from reminder_tally where organization_id = current_organization()
    group by state having sum(messages) <> 0 order by state`

  it('says what the messages say, whatever is written, changed, listed anew or removed', async () => {
    const act = fc.record({
      place: fc.nat(23),
      what: fc.constantFrom('sent', 'failed', 'cancelled', 'relist', 'price', 'tone', 'remove', 'fold' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const undone = new Error('undone')
        await firm
          .inTransaction(async (db) => {
            const ids = (
              await db.rows<{ id: number }>(
                sql`select id from reminder where organization_id = current_organization() order by id`,
              )
            ).map(({ id }) => id)
            for (const { place, what } of acts) {
              const id = ids[place] ?? 0
              if (what === 'remove') await db.run(sql`delete from reminder where id = ${id}`)
              else if (what === 'tone')
                await db.run(sql`update reminder set tone = ${tones[place % 5] ?? 'firm'} where id = ${id}`)
              else if (what === 'price')
                await db.run(sql`update reminder_item set amount_due = amount_due + 7 where reminder_id = ${id}`)
              else if (what === 'fold') {
                await db.run(
                  sql`insert into reminder_tally (organization_id, state, tone) select current_organization(), 'sent', 'firm' from generate_series(1, 501)`,
                )
                await viewCounts(db)
                expect(
                  (
                    await db.one<{ lines: number }>(
                      sql`select count(*) as lines from reminder_tally where organization_id = current_organization()`,
                    )
                  ).lines,
                ).toBeLessThan(200)
              } else if (what === 'relist') {
                await db.run(sql`delete from reminder_item where reminder_id = ${id}`)
                if ((await db.maybe(sql`select id from reminder where id = ${id}`)) !== null)
                  await list(db, id, place + 1)
              } else await db.run(sql`update reminder set state = ${what} where id = ${id}`)
            }
            expect(await db.rows(told)).toEqual(await db.rows(facts))
            throw undone
          })
          .catch((error) => {
            if (error !== undone) throw error
          })
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

it('what waits for approval comes first, the largest sum first, and is counted by tone and by who follows the customer', async () => {
  const house = await aFirm(database)
  const collector = await house.inTransaction(async (db) => {
    await aMailServer(db, house.entity, 1)
    const { id } = await db.one<{ id: number }>(sql`
      select id from person where organization_id = current_organization() order by id limit 1`)
    for (const [name, amount] of [
      ['Abel', 5_000],
      ['Bo', 900_000],
      ['Zola', 70_000],
    ] as const) {
      const customer = await aCustomer(db, { name })
      await anInvoice(db, { customer, entity: house.entity, number: `F-${name}`, due: '2026-11-14', amount })
      const follower = name === 'Abel' ? null : id
      await db.run(sql`
        update customer set collector_id = ${follower} where organization_id = current_organization() and id = ${customer}`)
    }
    return id
  })
  await dailyRun(house.inTransaction, now)
  await house.inTransaction(async (db) => {
    const run = await loadRunContext(db, now)
    const seen = async (asked: { collector?: number; cursor?: string; limit?: number }) => {
      const { rows, ...page } = await listReminders(db, { view: 'ready', limit: 50, ...asked }, run, 'fr')
      return { ...page, rows, names: rows.map(({ customer }) => customer.name) }
    }
    const before = await seen({})
    expect(before.names).toEqual(['Bo', 'Zola', 'Abel'])
    const bo = before.rows[0]?.id ?? 0
    await approveReminders(db, [bo], run, { now: false, nowMs: now })
    const after = await seen({})
    expect(after.names).toEqual(['Zola', 'Abel', 'Bo'])
    expect(
      after.facets.map((facet) => [facet.tone, facet.collector?.id ?? null, facet.pending, facet.approved]),
    ).toEqual([
      ['friendly', collector, 1, 1],
      ['friendly', null, 1, 0],
    ])
    const first = await seen({ limit: 2 })
    expect((await seen({ limit: 2, cursor: first.nextCursor ?? '' })).names).toEqual(['Bo'])
    const followed = await seen({ collector })
    expect([followed.names, followed.count, followed.total]).toEqual([
      ['Zola', 'Bo'],
      2,
      [{ amount: 970_000, currency: 'EUR' }],
    ])
    expect((await seen({ collector: 0 })).names).toEqual(['Abel'])
  })
})

it('a message that waits says what it takes off its invoices, in their currency and no other', async () => {
  const own = await aFirm(database, 'Brun')
  const listed = await own.inTransaction(async (db) => {
    const customer = await aCustomer(db, { name: 'Jarnac' })
    const other = await aCustomer(db, { name: 'Pau' })
    for (const [number, who] of [
      ['F-1', customer],
      ['F-2', other],
    ] as const)
      await anInvoice(db, { customer: who, entity: own.entity, number, due: '2026-11-09', amount: 120_000 })
    const paid = (who: number, amount: number, currency: string) =>
      db.run(sql`
        insert into payment (organization_id, customer_id, legal_entity_id, received_on, amount, unallocated, currency, means)
        values (current_organization(), ${who}, ${own.entity}, '2026-11-10', ${amount}, ${amount}, ${currency}, 'transfer')`)
    await paid(customer, 20_000, 'EUR')
    await paid(customer, 5_000, 'EUR')
    await paid(other, 7_000, 'USD')
    return { customer, other }
  })
  await dailyRun(own.inTransaction, now)
  const { rows } = await own.inTransaction(async (db) =>
    listReminders(db, { view: 'ready', limit: 10 }, await loadRunContext(db, now), 'fr'),
  )
  const of = (id: number) => rows.find(({ customer }) => customer.id === id)
  expect(of(listed.customer)).toMatchObject({
    total: [{ amount: 120_000, currency: 'EUR' }],
    deducted: [{ amount: 25_000, currency: 'EUR' }],
  })
  expect(of(listed.other)).toMatchObject({ total: [{ amount: 120_000, currency: 'EUR' }], deducted: [] })
})
