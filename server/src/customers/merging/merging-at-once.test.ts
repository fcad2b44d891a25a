import { describe, expect, it } from 'vitest'
import { followers } from '../../main/followers.ts'
import { claire as account, founder, testApplication, visitor } from '../../main/testing/test-application.ts'
import { type Db, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { mergeCustomers } from './merge-customers.ts'
import { aContact, aCustomer, accepted, anInvoice, merge, separate } from './testing/two-names.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const claire = await founder(app)
const desk = { app, claire, database }
const { body: session } = await claire.get<{ organization: { id: number } }>('/api/v1/session')
const organization = session.organization.id
const scope = { organization, person: null, rights: 'all' } as const
const merging = { today: '2026-11-23' as never, followers, factsChanged: async () => {} }

const count = async (query: string) =>
  Number((await database.owner.query(`select count(*) as n from quittance.${query}`)).rows[0]?.n)

/** A transaction that has done its work and ends only when told to. */
async function heldOpen(work: (db: Db) => Promise<unknown>): Promise<{ readonly end: () => Promise<void> }> {
  const [done, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const ended = transaction(database.app, scope, async (db) => {
    await work(db)
    done.resolve()
    await told.promise
  })
  await Promise.race([done.promise, ended])
  return {
    end: async () => {
      told.resolve()
      await ended
    },
  }
}

describe('two people at once', () => {
  it('merge each into the other: one of them wins', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await aCustomer(desk), await aCustomer(desk)]
      const answers = await Promise.all([merge(desk, a, b), merge(desk, b, a)])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
      expect(await count(`customer where id in (${a}, ${b})`)).toBe(1)
    }
  })

  it('press the same button: it is done once', async () => {
    const [a, b] = [await aCustomer(desk), await aCustomer(desk)]
    const answers = await Promise.all([merge(desk, a, b), merge(desk, a, b)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const apart = await Promise.all([separate(desk, b), separate(desk, b)])
    expect(apart.map(({ status }) => status).toSorted()).toEqual([200, 404])
    expect(await count(`customer where id in (${a}, ${b})`)).toBe(2)
  })

  it('enter a payment and merge: the payment is in and goes over, or is refused', async () => {
    for (let round = 0; round < 6; round++) {
      const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
      const { item } = await anInvoice(desk, other)
      const pay = claire.send<{ error?: { code: string } }>('POST', '/api/v1/payments', {
        customerId: other,
        receivedOn: '2026-11-20',
        amount: { amount: 1_000, currency: 'EUR' },
        means: 'transfer',
        reference: null,
        allocations: [{ openItemId: item, amount: 1_000 }],
        entryKey: `at-once-${round}`,
      })
      const [paid, merged] = await Promise.all([pay, merge(desk, kept, other)])
      expect([200, 409, 422]).toContain(paid.status)
      expect(merged.status).toBe(200)
      const into = merged.status === 200 ? kept : other
      expect(await count(`payment where customer_id = ${into}`)).toBe(paid.status === 200 ? 1 : 0)
      expect(
        await count(`open_item where customer_id = ${into} and amount_due = ${paid.status === 200 ? 99_000 : 100_000}`),
      ).toBe(1)
    }
  })

  it('a fact written while the merge waits for it goes over; one that comes after is refused by the database', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    const note = (db: Db) =>
      db.run(sql`
        insert into exchange (organization_id, customer_id, kind, happened_on, summary, counts_as_contact)
        values (current_organization(), ${other}, 'note', '2026-11-23', 'x', false)`)
    const written = await heldOpen(note)
    const merges = transaction(database.app, scope, (db) => mergeCustomers(db, { kept, other }, merging))
    await written.end()
    await merges
    expect(await count(`exchange where customer_id = ${kept}`)).toBe(1)
    await expect(transaction(database.app, scope, note)).rejects.toThrow('foreign key')
  })

  it('a message that is leaving keeps both from being merged or separated', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    await aContact(desk, other, 'o@castel.example')
    await anInvoice(desk, other)
    const state = (to: string) =>
      database.owner.query(`update quittance.reminder set state = '${to}' where customer_id = ${other}`)
    await state('sending')
    const refused = await merge(desk, kept, other)
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'messageIsLeaving'])
    await state('ready')
    // A sender claims it while the merge waits: the merge sees that it is leaving.
    const claimed = await heldOpen((db) =>
      db.run(sql`
        update reminder set state = 'sending' where organization_id = current_organization() and customer_id = ${other}`),
    )
    const late = merge(desk, kept, other)
    await claimed.end()
    expect((await late).body.error?.code).toBe('messageIsLeaving')
    await state('ready')
    accepted(await merge(desk, kept, other))
    expect(await count(`reminder where customer_id = ${other}`)).toBe(0)
  })
})

describe('who may not', () => {
  it('merge a customer with itself, or with one that is not there', async () => {
    const a = await aCustomer(desk)
    expect((await merge(desk, a, a)).body.error?.code).toBe('mergedWithItself')
    expect((await merge(desk, a, 999_999)).status).toBe(404)
    expect((await merge(desk, 999_999, a)).status).toBe(404)
    expect((await separate(desk, a)).status).toBe(404)
  })

  it('merge one whom another organisation has', async () => {
    const mine = await aCustomer(desk)
    const { rows } = await database.owner.query(`
      with o as (select found_organization('Other', false) as id)
      insert into quittance.customer (organization_id, id, code, name) select id, 90001, 'X', 'X' from o returning id`)
    expect((await merge(desk, mine, rows[0].id)).status).toBe(404)
    expect(await count(`customer where id = 90001`)).toBe(1)
    await database.owner.query(`
      insert into quittance.customer_alias (organization_id, customer_id, kept_id, into_id, code, name, merged_on, was)
      select organization_id, 90002, 90001, 90001, 'Y', 'Y', '2026-11-20', '{}' from quittance.customer where id = 90001`)
    expect((await separate(desk, 90002)).status).toBe(404)
    expect((await claire.get('/api/v1/customers/90002')).status).toBe(404)
    expect((await claire.send('POST', '/api/v1/merged-customers/90002/separation-preview')).status).toBe(404)
    expect(await count('customer_alias where customer_id = 90002')).toBe(1)
  })

  it('see only one of the two', async () => {
    const [mine, theirs] = [await aCustomer(desk), await aCustomer(desk)]
    await database.owner.query(`
      create policy portfolio on quittance.customer as restrictive to quittance_app
        using (current_setting('app.rights') <> 'portfolio' or id = ${mine})`)
    const karim = { ...scope, rights: 'portfolio' } as const
    for (const pair of [
      { kept: mine, other: theirs },
      { kept: theirs, other: mine },
    ]) {
      await expect(transaction(database.app, karim, (db) => mergeCustomers(db, pair, merging))).rejects.toThrow(
        'notFound',
      )
    }
    await database.owner.query('drop policy portfolio on quittance.customer')
    expect(await count(`customer where id in (${mine}, ${theirs})`)).toBe(2)
  })

  it('only look', async () => {
    const [a, b] = [await aCustomer(desk), await aCustomer(desk)]
    const odile = visitor(app)
    const credentials = { email: 'odile@a.example', password: account.password }
    await claire.send('POST', '/api/v1/people', { name: 'Odile', role: 'readonly', ...credentials })
    await odile.send('POST', '/api/v1/session', credentials)
    expect((await odile.send('POST', `/api/v1/customers/${a}/merge`, { otherId: b })).status).toBe(403)
    expect((await odile.send('POST', `/api/v1/customers/${a}/merge-preview`, { otherId: b })).status).toBe(200)
  })
})
