import { describe, expect, it } from 'vitest'
import { checkProjections } from '../../main/check-projections.ts'
import { founder, testApplication } from '../../main/testing/test-application.ts'
import { transaction } from '../../platform/database/db.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aContact, aCustomer, accepted, allRows, anInvoice, aPayment, merge, separate } from './testing/two-names.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const claire = await founder(app)
const desk = { app, claire, database }
const { body: session } = await claire.get<{ organization: { id: number } }>('/api/v1/session')
const scope = { organization: session.organization.id, person: null, rights: 'all' } as const

interface Page {
  readonly id: number
  readonly name: string
  readonly outstanding: { amount: number }[]
  readonly late: { amount: number }[]
  readonly unallocatedCredit: { amount: number }[]
  readonly contacts: { id: number; email: string | null; emailRefusedOn: string | null }[]
  readonly aliases: { id: number; name: string }[]
  readonly counts: { invoices: number; payments: number; exchanges: number }
  readonly [field: string]: unknown
}
const page = async (id: number) => (await claire.get<Page>(`/api/v1/customers/${id}`)).body
const rows = async <T>(query: string): Promise<T[]> => (await database.owner.query(query)).rows as T[]

/** Two of everything that names a customer. */
async function twoWithFacts() {
  const kept = await aCustomer(desk, { name: 'Menuiseries Castel', paymentTerms: '30 jours' })
  const other = await aCustomer(desk, { name: 'CASTEL SARL', siren: '552 100 554', phone: '03 85 00 00 00' })
  const child = await aCustomer(desk, { name: 'Castel Pose', parentId: other })
  await aContact(desk, kept, 'compta@castel.example')
  await aContact(desk, other, 'Compta@Castel.example', { lastName: 'Gauthier', phone: '06 00 00 00 00' })
  await aContact(desk, other, 'direction@castel.example', { role: 'escalation' })
  const [mine, theirs] = [
    await anInvoice(desk, kept),
    await anInvoice(desk, other, { due: '2026-10-15', amount: 70_050 }),
  ]
  const paid = await anInvoice(desk, other, { due: '2026-10-01', amount: 5_000 })
  await aPayment(desk, other, [{ item: paid.item, amount: 5_000 }], 6_200)
  for (const customer of [kept, other]) {
    await claire.send('POST', `/api/v1/customers/${customer}/exchanges`, { kind: 'note', summary: 'Vu au salon' })
  }
  return { kept, other, child, mine, theirs }
}

const factsOf = (customer: number) =>
  rows<{ what: string; count: number }>(`
    select what, count(*)::int as count from (
      ${[
        'invoice',
        'open_item',
        'payment',
        'promise',
        'payment_plan',
        'dispute',
        'exchange',
        'task',
        'reminder',
        'decision',
      ]
        .map((table) => `select '${table}' as what, customer_id from quittance.${table}`)
        .join(' union all ')}) all_of_it
    where customer_id = ${customer} group by what order by what`)

describe('a customer known under two names', () => {
  it('is one, with all facts of both, to the cent', async () => {
    const { kept, other, child, theirs } = await twoWithFacts()
    accepted(
      await claire.send('POST', '/api/v1/promises', {
        customerId: other,
        items: [theirs.item],
        promisedFor: '2026-12-01',
        amount: { amount: 70_050, currency: 'EUR' },
        note: null,
      }),
    )
    accepted(
      await claire.send('POST', '/api/v1/disputes', {
        customerId: other,
        items: [theirs.item],
        reason: 'amount',
        note: null,
      }),
    )
    const [before, away] = [await page(kept), await page(other)]
    expect((await merge(desk, kept, other)).status).toBe(200)

    const merged = await page(kept)
    expect(merged).toMatchObject({
      name: 'Menuiseries Castel',
      siren: '552100554',
      phone: '03 85 00 00 00',
      paymentTerms: '30 jours',
      outstanding: [{ amount: 170_050 }],
      late: [{ amount: (before.late[0]?.amount ?? 0) + (away.late[0]?.amount ?? 0) }],
      unallocatedCredit: [{ amount: 1_200 }],
      counts: { invoices: 3, payments: 1, exchanges: 2 },
      aliases: [{ id: other, name: 'CASTEL SARL' }],
      children: [{ id: child, name: 'Castel Pose' }],
    })
    expect(merged.contacts.map(({ email }) => email)).toEqual(['compta@castel.example', 'direction@castel.example'])
    expect(merged.contacts[0]).toMatchObject({ lastName: 'Gauthier', phone: '06 00 00 00 00' })
    expect(await factsOf(other)).toEqual([])
    expect((await factsOf(kept)).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['dispute', 'invoice', 'open_item', 'payment', 'promise']),
    )
    await transaction(database.app, scope, async (db) => expect(await checkProjections(db)).toEqual([]))
  })

  it('is found under its old number and its old name, and tells both stories', async () => {
    const kept = await aCustomer(desk, { name: 'Ferronnerie Bastide' })
    const other = await aCustomer(desk, { name: 'Etablissements Zéphyr' })
    await merge(desk, kept, other)
    expect((await page(other)).id).toBe(kept)
    const found = async (q: string) =>
      (await claire.get<{ rows: { id: number }[]; count: number }>(`/api/v1/customers?q=${q}`)).body
    expect(await found('zephyr')).toMatchObject({ rows: [{ id: kept }], count: 1 })
    const palette = await claire.get<{ customers: { id: number }[] }>('/api/v1/search?q=zeph')
    expect(palette.body.customers.map(({ id }) => id)).toEqual([kept])
    const history = (await claire.get<{ title: string; detail: string | null }[]>(`/api/v1/customers/${kept}/history`))
      .body
    expect(history.filter(({ title }) => title === 'Client créé')).toHaveLength(2)
    expect(history[0]).toMatchObject({ title: 'Fusionné avec Etablissements Zéphyr' })
    const { number } = await anInvoice(desk, kept)
    for (const list of ['open-items?view=all&', 'payments?', 'reminders?']) {
      expect((await claire.get(`/api/v1/${list}customer=${other}`)).body).toEqual(
        (await claire.get(`/api/v1/${list}customer=${kept}`)).body,
      )
    }
    expect((await claire.get(`/api/v1/open-items/export.csv?view=all&customer=${other}`)).body).toContain(number)
    for (const [method, url, body] of [
      ['PATCH', `/api/v1/customers/${other}`, { phone: '1' }],
      ['PUT', `/api/v1/customers/${other}/pause`, { until: 'furtherNotice', note: null }],
      ['POST', `/api/v1/customers/${other}/contacts`, { email: 'a@b.example' }],
      ['POST', `/api/v1/customers/${other}/exchanges`, { kind: 'note', summary: 'x' }],
    ] as const) {
      const { status, body: said } = await claire.send<{ error: { code: string; message: string } }>(method, url, body)
      expect([status, said.error.code, said.error.message.includes('Ferronnerie Bastide')]).toEqual([
        409,
        'customerMerged',
        true,
      ])
    }
  })

  it('keeps its code: nobody else gets it', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk, { code: 'ZEPHYR' })]
    await merge(desk, kept, other)
    const taken = await claire.send<{ error: { code: string } }>('POST', '/api/v1/customers', {
      code: 'ZEPHYR',
      name: 'Z',
    })
    expect([taken.status, taken.body.error.code]).toEqual([409, 'codeTaken'])
    const direct = transaction(database.app, scope, (db) =>
      db.run({
        strings: ["insert into customer (organization_id, code, name) values (current_organization(), 'ZEPHYR', 'Z')"],
        parts: [],
      }),
    )
    await expect(direct).rejects.toThrow('merged into another one')
  })

  it('keeps the more careful of the two: pause, hand-over, refused address', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    await aContact(desk, kept, 'a@castel.example')
    await aContact(desk, other, 'A@castel.example', { receivesReminders: false })
    await claire.send('PUT', `/api/v1/customers/${other}/pause`, { until: '2026-12-24', note: 'Travaux' })
    await claire.send('PATCH', `/api/v1/customers/${other}`, { insolvencyOn: '2026-11-10' })
    await merge(desk, kept, other)
    expect(await page(kept)).toMatchObject({
      pause: { until: '2026-12-24', note: 'Travaux' },
      insolvencyOn: '2026-11-10',
      contacts: [{ receivesReminders: false }],
    })
  })

  it('is one message, not two, and the delay since the last contact counts both', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    for (const [customer, email] of [
      [kept, 'k@castel.example'],
      [other, 'o@castel.example'],
    ] as const) {
      await aContact(desk, customer, email)
      await anInvoice(desk, customer)
    }
    const waiting = () =>
      rows<{ customer: number; items: number }>(`
        select r.customer_id as customer, count(*)::int as items from quittance.reminder r
        join quittance.reminder_item i on i.reminder_id = r.id
        where r.customer_id in (${kept}, ${other}) and r.state in ('pendingApproval', 'ready') group by r.id, 1`)
    expect(await waiting()).toHaveLength(2)
    await merge(desk, kept, other)
    expect(await waiting()).toEqual([{ customer: kept, items: 2 }])
    await separate(desk, other)
    expect((await waiting()).toSorted((a, b) => a.customer - b.customer)).toEqual([
      { customer: kept, items: 1 },
      { customer: other, items: 1 },
    ])
    await claire.send('POST', `/api/v1/customers/${other}/exchanges`, { kind: 'call', summary: 'Dit de patienter' })
    await merge(desk, kept, other)
    expect(await waiting()).toEqual([])
  })
})

describe('messages on their way to both', () => {
  const stateOf = async (reminder: number) =>
    (
      await rows<{ state: string; customer_id: number }>(`
      select state, customer_id from quittance.reminder where id = ${reminder}`)
    )[0]

  async function twoWithMessages() {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    for (const customer of [kept, other]) {
      await aContact(desk, customer, `m${customer}@castel.example`)
      await anInvoice(desk, customer)
    }
    const [mine, theirs] = await rows<{ id: number }>(`
      select id from quittance.reminder where customer_id in (${kept}, ${other}) order by customer_id`)
    return { kept, other, mine: mine?.id ?? 0, theirs: theirs?.id ?? 0 }
  }
  const set = (reminder: number, to: string) =>
    database.owner.query(`update quittance.reminder set ${to} where id = ${reminder}`)

  it('become the one a person wrote, which waits for approval again', async () => {
    const { kept, other, mine, theirs } = await twoWithMessages()
    await set(theirs, `about = 'manual', step_key = null, body_written = 'Bonjour', state = 'ready', leaves_at = now()`)
    const before = await allRows(database)
    accepted(await merge(desk, kept, other))
    expect([await stateOf(mine), await stateOf(theirs)]).toEqual([
      { state: 'cancelled', customer_id: kept },
      { state: 'pendingApproval', customer_id: kept },
    ])
    accepted(await separate(desk, other))
    const after = await allRows(database)
    for (const table of ['reminder', 'reminder_item', 'reminder_sum', 'tallies'])
      expect(after[table]).toEqual(before[table])
  })

  it('stay the one nobody knows about; two of those must be settled first', async () => {
    const { kept, other, mine, theirs } = await twoWithMessages()
    await set(theirs, `state = 'uncertain'`)
    await set(mine, `state = 'uncertain'`)
    expect((await merge(desk, kept, other)).body.error?.code).toBe('twoUncertain')
    await set(mine, `state = 'pendingApproval'`)
    accepted(await merge(desk, kept, other))
    expect([await stateOf(mine), await stateOf(theirs)]).toEqual([
      { state: 'cancelled', customer_id: kept },
      { state: 'uncertain', customer_id: kept },
    ])
  })

  it('that were approved since tell nothing of the other one after a separation', async () => {
    const { kept, other } = await twoWithMessages()
    accepted(await merge(desk, kept, other))
    await database.owner.query(
      `update quittance.reminder set state = 'ready' where customer_id = ${kept} and state = 'pendingApproval'`,
    )
    accepted(await separate(desk, other))
    const mixed = await rows(`
      select r.id from quittance.reminder r join quittance.reminder_item x on x.reminder_id = r.id
      join quittance.open_item i on i.id = x.open_item_id
      where r.customer_id in (${kept}, ${other}) and i.customer_id <> r.customer_id and r.state in ('pendingApproval', 'ready')`)
    expect(mixed).toEqual([])
    const waiting = await rows<{ customer: number; n: number }>(`
      select customer_id as customer, count(*)::int as n from quittance.reminder
      where customer_id in (${kept}, ${other}) and state in ('pendingApproval', 'ready') group by 1 order by 1`)
    expect(waiting).toEqual([
      { customer: kept, n: 1 },
      { customer: other, n: 1 },
    ])
  })
})

describe('two customers merged and separated at once', () => {
  it('leave the database as before, numbers of rows included', async () => {
    const { kept, other } = await twoWithFacts()
    await claire.send('PUT', `/api/v1/customers/${other}/pause`, { until: '2026-12-24', note: null })
    await page(kept)
    const before = await allRows(database)
    accepted(await merge(desk, kept, other))
    expect(await allRows(database)).not.toEqual(before)
    accepted(await separate(desk, other))
    await page(kept)
    expect(await allRows(database)).toEqual(before)
  })

  it('leave it as before also with messages, calls and needs on both sides', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    // One message each, then what blocks: an address to correct on one side only, a call on both.
    await aContact(desk, kept, 'x@castel.example')
    await anInvoice(desk, kept)
    await anInvoice(desk, other, { due: '2026-10-10' })
    await anInvoice(desk, other, { due: '2026-09-10', amount: 12_345 })
    for (const customer of [kept, other]) {
      const task = { kind: 'call', customerId: customer, assigneeId: null, title: 'Rappeler', dueOn: '2026-11-24' }
      accepted(await claire.send('POST', '/api/v1/tasks', task))
    }
    await page(kept)
    const before = await allRows(database)
    for (const [a, b] of [
      [kept, other],
      [other, kept],
    ] as const) {
      accepted(await merge(desk, a, b))
      await page(a)
      const tables = await allRows(database)
      for (const table of ['reminder', 'reminder_item', 'task', 'current_decision']) {
        expect(tables[table]).not.toEqual(before[table])
      }
      accepted(await separate(desk, b))
      await page(a)
      expect(await allRows(database)).toEqual(before)
    }
  })
})
