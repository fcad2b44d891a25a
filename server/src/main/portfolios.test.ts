import { describe, expect, it } from 'vitest'
import { endpoints as disputeEndpoints } from '../disputes/contract.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { endpoints as promiseEndpoints } from '../promises/contract.ts'
import { claire, founder, testApplication, type Visitor, visitor } from './testing/test-application.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const owner = await founder(app)
const { body: session } = await owner.get<{ organization: { id: number } }>('/api/v1/session')
const organization = session.organization.id

/** Two sales reps; each has one customer, who owes an invoice. */
async function rep(name: string) {
  const visits = visitor(app)
  const credentials = { email: `${name}@a.example`, password: claire.password }
  const { body } = await owner.send<{ id: number }>('POST', '/api/v1/people', { name, role: 'sales', ...credentials })
  await visits.send('POST', '/api/v1/session', credentials)
  const { rows } = await database.owner.query<{ customer: number; invoice: number; item: number }>(
    `with c as (
       insert into quittance.customer (organization_id, code, name, sales_rep_id) values ($1, $2, $2, $3) returning id),
     v as (
       insert into quittance.invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount)
       select $1, (select min(id) from quittance.legal_entity where organization_id = $1), id, 'F-' || $2, 'invoice', '2026-10-01', 'EUR', 120000 from c returning id, customer_id, legal_entity_id),
     i as (
       insert into quittance.open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
       select $1, id, legal_entity_id, customer_id, 'EUR', '2026-10-01', '2026-10-31', 120000 from v returning id, invoice_id, customer_id)
     select customer_id as customer, invoice_id as invoice, id as item from i`,
    [organization, name, body.id],
  )
  return {
    visits,
    person: body.id,
    customer: Number(rows[0]?.customer),
    invoice: Number(rows[0]?.invoice),
    item: Number(rows[0]?.item),
  }
}

const karim = await rep('Karim')
const nadia = await rep('Nadia')

const amount = { amount: 50_000, currency: 'EUR' }
const bodies = ({ customer, item }: typeof karim) => ({
  promise: { customerId: customer, promisedFor: '2026-12-04', amount, items: [item], note: null },
  dispute: { customerId: customer, items: [item], reason: 'quality', note: null },
  plan: {
    customerId: customer,
    items: [item],
    instalments: [{ dueOn: '2026-12-15', amount: { amount: 120_000, currency: 'EUR' } }],
    note: null,
  },
  delay: { until: '2026-12-18', reason: 'Livré en retard' },
})
const made = async (who: Visitor, url: string, body: object) =>
  Number((await who.send<{ id: number }>('POST', url, body)).body.id)
const asked = bodies(nadia)
const promise = await made(nadia.visits, '/api/v1/promises', asked.promise)
await nadia.visits.send('DELETE', `/api/v1/promises/${promise}`)
const plan = await made(nadia.visits, '/api/v1/payment-plans', asked.plan)
const dispute = await made(nadia.visits, '/api/v1/disputes', asked.dispute)
const delay = await made(nadia.visits, `/api/v1/invoices/${nadia.invoice}/delays`, asked.delay)

const seen = { id: expect.any(Number) }
type Call = readonly [url: string, body?: object]
/** What Karim asks of what is Nadia's, by the name of the route; 'shared' ones belong to no customer. */
const calls: Readonly<Record<string, Call | 'shared'>> = {
  disputes: [`/api/v1/disputes?customer=${nadia.customer}`],
  dispute: [`/api/v1/disputes/${dispute}`],
  openDisputes: [`/api/v1/customers/${nadia.customer}/disputes`],
  openDispute: ['/api/v1/disputes', asked.dispute],
  steerDispute: [`/api/v1/disputes/${dispute}`, { turn: 'customerTurn' }],
  commentDispute: [`/api/v1/disputes/${dispute}/comments`, { text: 'Bonjour' }],
  addDocument: [`/api/v1/disputes/${dispute}/documents`, {}],
  disputeDocument: [`/api/v1/disputes/${dispute}/documents/1`],
  removeDocument: [`/api/v1/disputes/${dispute}/documents/1`],
  resolveDispute: [`/api/v1/disputes/${dispute}/resolution`, { resolution: 'Accord' }],
  reopenDispute: [`/api/v1/disputes/${dispute}/reopening`, { because: null }],
  undoDispute: [`/api/v1/disputes/${dispute}`],
  undoResolution: [`/api/v1/disputes/${dispute}/resolution`],
  undoReopening: [`/api/v1/disputes/${dispute}/reopening`],
  disputeCategories: 'shared',
  addDisputeCategory: 'shared',
  archiveDisputeCategory: 'shared',
  agreements: [`/api/v1/customers/${nadia.customer}/agreements`],
  addPromise: ['/api/v1/promises', asked.promise],
  withdrawPromise: [`/api/v1/promises/${promise}`],
  cancelPromise: [`/api/v1/promises/${promise}/withdrawal`, { because: null }],
  resumePromise: [`/api/v1/promises/${promise}/resumption`],
  addPlan: ['/api/v1/payment-plans', asked.plan],
  endPlan: [`/api/v1/payment-plans/${plan}`],
  closePlan: [`/api/v1/payment-plans/${plan}/ending`, { because: null }],
  resumePlan: [`/api/v1/payment-plans/${plan}/resumption`],
  planConfirmation: [`/api/v1/payment-plans/${plan}/confirmation`],
  noteConfirmation: [`/api/v1/payment-plans/${plan}/confirmation`],
  grantDelay: [`/api/v1/invoices/${nadia.invoice}/delays`, asked.delay],
  endDelay: [`/api/v1/delays/${delay}`],
  resumeDelay: [`/api/v1/delays/${delay}/resumption`],
}
const walked = Object.entries({ ...disputeEndpoints, ...promiseEndpoints }) as [string, Endpoint][]

describe('what was agreed or contested with the customer of another rep', () => {
  it('is seen by its own rep, who may comment and not resolve', async () => {
    const { body } = await nadia.visits.get<{ rows: { id: number }[] }>('/api/v1/disputes')
    expect(body.rows.map(({ id }) => id)).toEqual([dispute])
    expect((await nadia.visits.get(`/api/v1/disputes/${dispute}`)).body).toMatchObject({ mayResolve: false })
  })

  it('is there', async () => {
    expect([promise, plan, dispute, delay]).toEqual([seen.id, seen.id, seen.id, seen.id])
    const { body } = await nadia.visits.get<{ plans: object[]; delays: object[] }>(
      `/api/v1/customers/${nadia.customer}/agreements`,
    )
    expect([body.plans.length, body.delays.length]).toEqual([1, 1])
  })

  it.each(walked)('is out of sight and out of reach: %s', async (name, { method }) => {
    const call = calls[name]
    expect(call, 'say in this test what a rep asks of another portfolio by this route').toBeDefined()
    if (call === undefined || call === 'shared') return
    const [url, body] = call
    const before = await everything()
    const { status, body: answer } =
      method === 'GET'
        ? await karim.visits.get(url)
        : await karim.visits.send(method as 'POST', url, body, body === undefined ? {} : undefined)
    const said = JSON.stringify(answer)
    if (status === 200) expect(said).not.toMatch(/"id":|F-Nadia/)
    else expect(status).toBe(404)
    expect(await everything()).toEqual(before)
  })

  it('is judged and decided all the same when the rep, given a task about that customer, enters a payment', async () => {
    await nadia.visits.send('PUT', `/api/v1/payment-plans/${plan}/ending`, { because: null })
    const kept = await made(nadia.visits, '/api/v1/promises', asked.promise)
    const payment = {
      customerId: nadia.customer,
      receivedOn: '2026-11-23',
      amount,
      means: 'transfer',
      reference: null,
      allocations: [{ openItemId: nadia.item, amount: 50_000 }],
      entryKey: 'one-entry',
    }
    expect((await karim.visits.send('POST', '/api/v1/payments', payment)).status).toBe(422)
    // With a task about that customer in the own hands, it is of the own portfolio.
    await nadia.visits.send('POST', '/api/v1/tasks', {
      kind: 'call',
      title: 'Appeler',
      customerId: nadia.customer,
      dueOn: '2026-11-24',
      assigneeId: karim.person,
      note: null,
    })
    expect((await karim.visits.send('POST', '/api/v1/payments', payment)).body).toMatchObject({
      id: expect.any(Number),
    })
    const { rows } = await database.owner.query<{ received: string }>(
      `select received from quittance.promise where organization_id = $1 and id = $2`,
      [organization, kept],
    )
    expect(Number(rows[0]?.received)).toBe(50_000)
  })
})

const everything = async () =>
  (
    await database.owner.query(
      `select (select json_agg(t order by t.id) from quittance.promise t where organization_id = $1) as promises,
        (select json_agg(t order by t.id) from quittance.payment_plan t where organization_id = $1) as plans,
        (select json_agg(t order by t.id) from quittance.dispute t where organization_id = $1) as disputes,
        (select json_agg(t order by t.id) from quittance.dispute_event t where organization_id = $1) as events,
        (select json_agg(t order by t.id) from quittance.extra_delay t where organization_id = $1) as delays`,
      [organization],
    )
  ).rows[0]

describe('what is written to every customer', () => {
  it.each([
    ['PUT', '/api/v1/message-templates/friendly/fr', { subject: null, body: null }],
    ['POST', '/api/v1/scenarios', { name: 'Le mien', preset: 'standard' }],
    ['PUT', '/api/v1/scenario-rules', { rules: [] }],
    ['PUT', '/api/v1/message-languages/de', { fallback: 'fr' }],
  ] as const)('is not a sales rep’s to change: %s %s', async (method, url, body) => {
    expect((await karim.visits.send(method, url, body)).status).toBe(403)
    expect((await owner.send(method, url, body)).status).toBe(200)
  })

  it('is theirs to read', async () => {
    for (const url of ['/api/v1/message-templates', '/api/v1/scenarios', '/api/v1/scenario-rules'])
      expect((await karim.visits.get(url)).status).toBe(200)
  })
})
