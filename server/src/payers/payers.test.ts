import { addDays, asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { usualPayerRules } from '@quittance/core/payers/payer-profile.ts'
import { describe, expect, it } from 'vitest'
import { aCustomer, aFirm, anInvoice, aPayment, type TestFirm } from '../dunning/testing/a-firm.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { changePayerRules } from './change-rules.ts'
import { declareProfile, withdrawProfile } from './declare-profile.ts'
import { profileKept } from './queries.ts'
import { reckonProfiles } from './reckon-profiles.ts'
import { showProfile } from './show-profile.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')
const ago = (days: number): CalendarDate => addDays(today, -days)

/** Invoices paid within the last weeks, each so many days after it was due; their due lines. */
async function paidAfter(db: Db, firm: TestFirm, customer: number, ...days: number[]): Promise<number[]> {
  const items: number[] = []
  for (const [index, late] of days.entries()) {
    const on = ago(7 * index + 1)
    const number = `P-${customer}-${index}-${late}`
    const item = await anInvoice(db, { customer, entity: firm.entity, number, due: addDays(on, -late), amount: 10_000 })
    await aPayment(db, { customer, entity: firm.entity, item, amount: 10_000, on })
    items.push(item)
  }
  return items
}

const owing = (db: Db, firm: TestFirm, customer: number, given: { due: string; amount?: number }) =>
  anInvoice(db, { customer, entity: firm.entity, number: `D-${customer}-${given.due}`, amount: 10_000, ...given })

const reckoned = async (db: Db, customer: number) => {
  await reckonProfiles(db, [customer], today)
  return profileKept(db, customer)
}

/** One transaction in a firm of its own, with one customer. */
const withCustomer = async <T>(work: (db: Db, customer: number, firm: TestFirm) => Promise<T>): Promise<T> => {
  const firm = await aFirm(database)
  return firm.inTransaction(async (db) => work(db, await aCustomer(db), firm))
}

describe('the profile of a customer', () => {
  it('follows from the due lines paid within six months', async () => {
    const kept = await withCustomer(async (db, customer, firm) => {
      await paidAfter(db, firm, customer, 12, 10, 40)
      return reckoned(db, customer)
    })
    expect(kept).toMatchObject({ profile: 'forgetful', because: 'habit', lines: 3, typicalDays: 12 })
  })

  it('takes no line for paid that bounced, that a credit note closed, or that was written off', async () => {
    const kept = await withCustomer(async (db, customer, firm) => {
      const [bounced = 0, lost = 0] = await paidAfter(db, firm, customer, 1, 1, 1, 1)
      await db.run(sql`
        insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on, reverses_id)
        select organization_id, open_item_id, payment_id, -amount, allocated_on, id from allocation
        where organization_id = current_organization() and open_item_id = ${bounced}`)
      await db.run(sql`
        update open_item set written_off_on = ${today} where organization_id = current_organization() and id = ${lost}`)
      const [invoice, note] = [
        await owing(db, firm, customer, { due: '2026-11-01' }),
        await owing(db, firm, customer, { due: '2026-11-02', amount: -10_000 }),
      ]
      await db.run(sql`
        insert into allocation (organization_id, open_item_id, credit_item_id, amount, allocated_on)
        values (current_organization(), ${invoice}, ${note}, 10000, ${today})`)
      return reckoned(db, customer)
    })
    expect(kept).toMatchObject({ profile: 'unknown', because: 'tooFew', lines: 2 })
  })

  it('is at risk by what has waited for long, unless it is small, contested or given more time', async () => {
    const told = await withCustomer(async (db, customer, firm) => {
      await owing(db, firm, customer, { due: ago(90), amount: 400 })
      const small = await reckoned(db, customer)
      const item = await owing(db, firm, customer, { due: ago(74) })
      const late = await reckoned(db, customer)
      const { id } = await db.one<{ id: number }>(sql`
        insert into dispute (organization_id, customer_id, reason, opened_on)
        values (current_organization(), ${customer}, 'amount', ${today}) returning id`)
      await db.run(sql`
        insert into dispute_item (organization_id, dispute_id, open_item_id) values (current_organization(), ${id}, ${item})`)
      return [small, late, await reckoned(db, customer)].map((kept) => kept && [kept.profile, kept.lateSince])
    })
    expect(told).toEqual([null, ['risky', ago(74)], null])
  })

  it('is at risk after two broken promises, and in difficulty while a plan is kept', async () => {
    const told = await withCustomer(async (db, customer, firm) => {
      const promise = (on: CalendarDate) =>
        db.run(sql`
          insert into promise (organization_id, customer_id, promised_for, kept_until, currency, amount, noted_on)
          values (current_organization(), ${customer}, ${on}, ${on}, 'EUR', 1000, ${on})`)
      await promise(ago(20))
      await promise(today)
      const one = await reckoned(db, customer)
      const item = await owing(db, firm, customer, { due: ago(74) })
      const { id } = await db.one<{ id: number }>(sql`
        insert into payment_plan (organization_id, customer_id, agreed_on)
        values (current_organization(), ${customer}, ${ago(10)}) returning id`)
      await db.run(sql`
        insert into payment_plan_item (organization_id, payment_plan_id, open_item_id, amount_due)
        values (current_organization(), ${id}, ${item}, 10000)`)
      const due = (on: CalendarDate) =>
        db.run(sql`
          insert into payment_plan_instalment (organization_id, payment_plan_id, due_on, currency, amount)
          values (current_organization(), ${id}, ${on}, 'EUR', 5000)`)
      await due(addDays(today, 10))
      const planned = await reckoned(db, customer)
      await due(ago(9))
      const fallen = await reckoned(db, customer)
      await promise(ago(2))
      return [one, planned, fallen, await reckoned(db, customer)].map((kept) => kept?.because)
    })
    expect(told).toEqual(['tooFew', 'plan', 'late', 'brokenPromises'])
  })

  it('writes nothing when it is reckoned again', async () => {
    const versions = await withCustomer(async (db, customer, firm) => {
      await paidAfter(db, firm, customer, 12, 10, 40)
      const version = async () => {
        await reckonProfiles(db, [customer], today)
        return db.one(sql`
          select xmin::text, ctid::text from payer_profile where organization_id = current_organization() and customer_id = ${customer}`)
      }
      return [await version(), await version()]
    })
    expect(versions[1]).toEqual(versions[0])
  })

  it('has no row where nothing is known, so that who has nothing any more is as before', async () => {
    const rows = await withCustomer(async (db, customer, firm) => {
      const before = await reckoned(db, customer)
      const item = await owing(db, firm, customer, { due: ago(74) })
      const late = await reckoned(db, customer)
      await db.run(sql`
        update open_item set written_off_on = ${today} where organization_id = current_organization() and id = ${item}`)
      return [before, late?.profile, await reckoned(db, customer)]
    })
    expect(rows).toEqual([null, 'risky', null])
  })

  it('is the one a person chose, whatever is paid, until it is withdrawn', async () => {
    const [shown, back, acts] = await withCustomer(async (db, customer, firm) => {
      const factsChanged = (inside: Db, customers: readonly number[]) => reckonProfiles(inside, customers, today)
      const note = 'A toujours fini par payer.'
      await declareProfile(db, { customer, profile: 'slow', note }, { today, factsChanged })
      await owing(db, firm, customer, { due: ago(90) })
      await reckonProfiles(db, [customer], today)
      const chosen = await showProfile(db, customer, today, 'fr')
      await withdrawProfile(db, customer, factsChanged)
      await withdrawProfile(db, customer, factsChanged)
      const journal = await db.rows<{ act: string }>(sql`
        select act from journal where organization_id = current_organization() and act like 'profile.%' order by id`)
      return [chosen, await showProfile(db, customer, today, 'en'), journal.map(({ act }) => act)]
    })
    expect(shown).toMatchObject({ profile: 'slow', reckoned: 'risky', declared: { profile: 'slow', on: today } })
    expect(shown.declared?.sentence).toMatch(/A toujours fini par payer.*À risque\.$/)
    expect(back).toMatchObject({
      profile: 'risky',
      declared: null,
      sentence: 'A due line has waited for 90 days, more than 60.',
    })
    expect(acts).toEqual(['profile.declared', 'profile.withdrawn'])
  })

  it('goes by the bands of the organisation, which follow one another', async () => {
    const told = await withCustomer(async (db, customer, firm) => {
      await paidAfter(db, firm, customer, 12, 10, 40)
      await changePayerRules(db, { ...usualPayerRules, punctualDays: 12 })
      const again = await changePayerRules(db, { ...usualPayerRules, punctualDays: 12 })
      return [(await reckoned(db, customer))?.profile, again]
    })
    expect(told).toEqual(['punctual', false])
    const crossed = { ...usualPayerRules, forgetfulDays: 3 }
    await expect(withCustomer((db) => changePayerRules(db, crossed))).rejects.toMatchObject({ code: 'payerBandsCross' })
  })
})
