import { addDays, asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aFirm } from '../invoices/testing/a-firm.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { AppError } from '../platform/http/app-error.ts'
import { agreePlan, stopPlan, takePlanUp, undoPlan } from '../promises/agree-plan.ts'
import { grantDelay, takeDelayBack, takeDelayUp } from '../promises/grant-delay.ts'
import { notePromise, resumePromise, undoPromise, withdrawPromise } from '../promises/note-promise.ts'
import { openDispute, reopenDispute, resolveDispute, takeBackDispute, undoDispute } from './open-dispute.ts'
import { steerDispute } from './steer-dispute.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const start = asDate('2026-11-23')
const euros = (amount: number) => money(amount, asCurrency('EUR'))

const kinds = [
  ...(['promise', 'replace', 'withdraw', 'plan', 'endPlan', 'delay', 'endDelay'] as const),
  ...(['dispute', 'resolve', 'reopen', 'steer'] as const),
]
const act = fc.record({
  kind: fc.constantFrom(...kinds),
  /** Days that went by since the act before. */
  later: fc.integer({ min: 0, max: 12 }),
  items: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 }),
  which: fc.nat(),
  inDays: fc.integer({ min: 0, max: 9 }),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

interface About {
  readonly customer: number
  readonly items: readonly number[]
  readonly today: CalendarDate
}

it('undoing acts on promises, plans, delays and disputes in reverse leaves each time what was there before', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (acts) => {
      const customer = await firm.customer()
      const items: number[] = []
      for (let count = 0; count < 3; count++) items.push(...(await firm.invoice({ customer, amount: 90_000 })))
      const done: { before: State; undo: (db: Db, today: CalendarDate) => Promise<void> }[] = []
      let today = start
      for (const one of acts) {
        today = addDays(today, one.later)
        const before = await firm.work((db) => stateOf(db, customer))
        const undo = await firm.work((db) => happens(db, one, { customer, items, today })).catch(onlyRefusals)
        if (undo) done.push({ before, undo })
      }
      most = Math.max(most, done.length)
      for (const { before, undo } of done.toReversed()) {
        await firm.work((db) => undo(db, today))
        expect(await firm.work((db) => stateOf(db, customer))).toEqual(before)
      }
    }),
    { numRuns: 40, examples: [[fallen]] },
  )
  expect(most).toBeGreaterThan(4)
}, 120_000)

/** A plan of which a date is missed gives way to a promise, that another replaces and the customer then takes back. */
const fallen: Act[] = (['plan', 'promise', 'replace', 'withdraw'] as const).map((kind, index) => ({
  ...{ kind, items: [0, 1], which: 0, inDays: 1 },
  later: index === 1 ? 12 : 0,
}))

const onlyRefusals = (problem: unknown): null => {
  if (problem instanceof AppError) return null
  throw problem
}

type Undo = (db: Db, today: CalendarDate) => Promise<void>

/** Does it, where it can be done; answers what takes it back. */
async function happens(db: Db, { kind, which, inDays, ...one }: Act, about: About): Promise<Undo | null> {
  const { customer, today } = about
  const told = { today, factsChanged: firm.factsChanged }
  const at = (day: CalendarDate) => ({ today: day, factsChanged: firm.factsChanged })
  const items = one.items.map((index) => about.items[index] ?? 0)
  const chosen = async (table: 'promise' | 'payment_plan' | 'extra_delay' | 'dispute', stands: boolean) =>
    pick(await idsIn(db, table, customer, stands), which)
  switch (kind) {
    case 'promise':
    case 'replace': {
      const replaces = kind === 'replace' ? await chosen('promise', true) : undefined
      if (replaces === null) return null
      const asked = {
        customer,
        items,
        promisedFor: addDays(today, inDays),
        amount: euros(50_000),
        note: null,
        replaces,
      }
      const id = await notePromise(db, asked, told)
      return (later, day) => undoPromise(later, id, at(day))
    }
    case 'withdraw': {
      const id = await chosen('promise', true)
      if (id === null) return null
      await withdrawPromise(db, id, told, 'Changé d’avis')
      return (later, day) => resumePromise(later, id, at(day))
    }
    case 'plan': {
      const dates = [inDays, inDays + 5].map((days) => addDays(today, days))
      const instalments = dates.map((dueOn) => ({ dueOn, amount: euros(45_000 * items.length) }))
      const running = which % 2 === 0 ? await idsIn(db, 'payment_plan', customer, true) : []
      const promises = which % 3 === 0 ? await idsIn(db, 'promise', customer, true) : []
      const asked = { customer, items, instalments, note: null, replaces: running, replacesPromises: promises }
      const id = await agreePlan(db, asked, told)
      return (later, day) => undoPlan(later, id, at(day))
    }
    case 'endPlan': {
      const id = await chosen('payment_plan', true)
      if (id === null) return null
      await stopPlan(db, id, told, 'Réglé autrement')
      return (later, day) => takePlanUp(later, id, at(day))
    }
    case 'delay': {
      const { invoice } = await db.one<{ invoice: number }>(
        sql`select invoice_id as invoice from open_item where id = ${items[0] ?? 0}`,
      )
      const asked = { invoice, until: addDays(today, inDays), reason: 'Livré en retard' }
      const id = await grantDelay(db, asked, which % 2 === 0, told)
      return (later, day) => takeDelayBack(later, id, at(day))
    }
    case 'endDelay': {
      const id = await chosen('extra_delay', true)
      if (id === null) return null
      await takeDelayBack(db, id, told)
      return (later, day) => takeDelayUp(later, id, at(day))
    }
    default:
      return contests(db, { kind, which, items }, { ...about, told, at, chosen: (stands) => chosen('dispute', stands) })
  }
}

interface Contested {
  readonly kind: 'dispute' | 'resolve' | 'reopen' | 'steer'
  readonly which: number
  readonly items: readonly number[]
}

interface Around extends About {
  readonly told: Parameters<typeof undoDispute>[2]
  readonly at: (day: CalendarDate) => Parameters<typeof undoDispute>[2]
  readonly chosen: (stands: boolean) => Promise<number | null>
}

async function contests(
  db: Db,
  { kind, which, items }: Contested,
  { customer, told, at, chosen }: Around,
): Promise<Undo | null> {
  if (kind === 'dispute') {
    const id = await openDispute(db, { customer, items, reason: 'quality', note: null, owner: null }, told)
    return (later, day) => undoDispute(later, id, at(day))
  }
  const id = await chosen(kind !== 'reopen')
  if (id === null) return null
  if (kind === 'resolve') {
    await resolveDispute(db, id, 'Geste commercial', told)
    return (later, day) => takeBackDispute(later, id, 'resolved', at(day))
  }
  if (kind === 'reopen') {
    await reopenDispute(db, id, 'Toujours pas livré', told)
    return (later, day) => takeBackDispute(later, id, 'reopened', at(day))
  }
  const before = await db.one<{ turn: 'ourTurn' | 'customerTurn'; awaiting: 'creditNote' | null }>(
    sql`select turn, awaiting from dispute where id = ${id}`,
  )
  await steerDispute(db, id, { turn: 'customerTurn', awaiting: which % 2 === 0 ? 'creditNote' : null }, told)
  return (later, day) => steerDispute(later, id, before, at(day))
}

const pick = (ids: readonly number[], which: number): number | null => ids[which % Math.max(1, ids.length)] ?? null

const over = {
  promise: 'withdrawn_on',
  payment_plan: 'ended_on',
  extra_delay: 'ended_on',
  dispute: 'resolved_on',
} as const

const idsIn = async (db: Db, table: keyof typeof over, customer: number, stands: boolean): Promise<number[]> => {
  const rows = await db.rows<{ id: number; stands: boolean; undone: boolean }>(sql`
    select id, (to_jsonb(t) ->> ${over[table]}::text) is null as stands, coalesce(to_jsonb(t) ->> 'outcome' = 'undone', false) as undone
    from ${tables[table]} t where organization_id = current_organization() and customer_id = ${customer} order by id`)
  return rows.flatMap((row) => (row.stands === stands && !row.undone ? [row.id] : []))
}

const tables = {
  promise: sql`promise`,
  payment_plan: sql`payment_plan`,
  extra_delay: sql`extra_delay`,
  dispute: sql`dispute`,
} as const

type State = Record<string, unknown>

/** Every row with its columns; what was taken back counts nowhere, whatever says so. */
const stateOf = (db: Db, customer: number): Promise<State> =>
  db.one<State>(sql`
    select
      (select json_agg(to_jsonb(p) || jsonb_build_object('items', (select jsonb_agg(to_jsonb(l) order by l.open_item_id)
          from promise_item l where l.organization_id = p.organization_id and l.promise_id = p.id)) order by p.id)
        from promise p where p.organization_id = current_organization() and p.customer_id = ${customer}
          and p.withdrawn_because is distinct from 'undone') as promises,
      (select json_agg(to_jsonb(p) order by p.id) from payment_plan p
        where p.organization_id = current_organization() and p.customer_id = ${customer}
          and not (p.ended_on is not null and p.ended_because is null)) as plans,
      (select json_agg(to_jsonb(e) order by e.id) from extra_delay e
        where e.organization_id = current_organization() and e.customer_id = ${customer} and e.ended_on is null) as delays,
      (select json_agg(to_jsonb(d) order by d.id) from dispute d
        where d.organization_id = current_organization() and d.customer_id = ${customer} and d.outcome is distinct from 'undone') as disputes`)
