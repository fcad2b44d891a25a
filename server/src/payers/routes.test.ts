import { usualPayerRules } from '@quittance/core/payers/payer-profile.ts'
import { expect, it } from 'vitest'
import { claire, founder, testApplication, visitor } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const owner = await founder(app)
const { body: session } = await owner.get<{ organization: { id: number } }>('/api/v1/session')

/** Somebody of the team, and one customer of that person. */
async function colleague(name: string, role: 'sales' | 'accountant') {
  const visits = visitor(app)
  const credentials = { email: `${name}@a.example`, password: claire.password }
  const { body } = await owner.send<{ id: number }>('POST', '/api/v1/people', { name, role, ...credentials })
  await visits.send('POST', '/api/v1/session', credentials)
  const { rows } = await database.owner.query<{ id: string }>(
    `insert into quittance.customer (organization_id, code, name, sales_rep_id) values ($1, $2, $2, $3) returning id`,
    [session.organization.id, name, body.id],
  )
  return { visits, customer: Number(rows[0]?.id) }
}

const karim = await colleague('Karim', 'sales')
const nadia = await colleague('Nadia', 'sales')
const slow = { profile: 'slow', note: 'Paie toujours le 10' }
const at = (customer: number) => `/api/v1/customers/${customer}/profile`

it('a sales rep chooses the profile of the own customers, and of no other', async () => {
  expect((await karim.visits.send('PUT', at(nadia.customer), slow)).status).toBe(404)
  expect((await karim.visits.send('DELETE', at(nadia.customer))).status).toBe(404)
  const chosen = await nadia.visits.send('PUT', at(nadia.customer), slow)
  expect(chosen).toMatchObject({
    status: 200,
    body: { profile: 'slow', reckoned: 'unknown', declared: { by: 'Nadia' } },
  })
})

it('a list of customers shows the profile, and is narrowed by it', async () => {
  await nadia.visits.send('PUT', at(nadia.customer), slow)
  const listed = async (query: string) =>
    (await owner.get<{ rows: { id: number; profile: string }[] }>(`/api/v1/customers?${query}`)).body.rows
  expect(await listed('profile=slow')).toMatchObject([{ id: nadia.customer, profile: 'slow' }])
  expect(await listed('profile=unknown')).toMatchObject([{ id: karim.customer, profile: 'unknown' }])
  await nadia.visits.send('DELETE', at(nadia.customer))
  expect(await listed('profile=slow')).toEqual([])
})

it('a profile somebody chose follows a customer who is merged, and goes back with it', async () => {
  await nadia.visits.send('PUT', at(nadia.customer), slow)
  const merged = await owner.send('POST', `/api/v1/customers/${karim.customer}/merge`, { otherId: nadia.customer })
  expect(merged.status).toBe(200)
  expect((await owner.get(at(karim.customer))).body).toMatchObject({ profile: 'slow', declared: { note: slow.note } })
  expect((await owner.send('POST', `/api/v1/merged-customers/${nadia.customer}/separation`)).status).toBe(200)
  expect((await owner.get(at(karim.customer))).body).toMatchObject({ profile: 'unknown', declared: null })
  expect((await owner.get(at(nadia.customer))).body).toMatchObject({ profile: 'slow', declared: { note: slow.note } })
})

it('the bands are for the direction to change, and every profile follows them', async () => {
  const accountant = await colleague('Claude', 'accountant')
  const rules = { ...usualPayerRules, linesNeeded: 1 }
  expect((await accountant.visits.send('PUT', '/api/v1/payer-rules', rules)).status).toBe(403)
  const paidLate = `
    with v as (
      insert into quittance.invoice (organization_id, legal_entity_id, customer_id, number, issue_date, currency, total_amount)
      select $1, (select min(id) from quittance.legal_entity where organization_id = $1), $2, 'F-1', '2026-09-01', 'EUR', 1000
      returning id, legal_entity_id),
    i as (
      insert into quittance.open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
      select $1, id, legal_entity_id, $2, 'EUR', '2026-09-01', '2026-10-01', 1000 from v returning id),
    p as (
      insert into quittance.payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
      select $1, legal_entity_id, $2, '2026-10-31', 'EUR', 1000, 'transfer' from v returning id)
    insert into quittance.allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
    select $1, i.id, p.id, 1000, '2026-10-31' from i, p`
  await database.owner.query(paidLate, [session.organization.id, karim.customer])
  expect((await owner.send('PUT', '/api/v1/payer-rules', rules)).status).toBe(200)
  expect((await owner.get('/api/v1/payer-rules')).body).toEqual(rules)
  expect((await owner.get(at(karim.customer))).body).toMatchObject({
    profile: 'slow',
    because: 'habit',
    typicalDays: 30,
  })
  const crossed = { ...rules, riskyDays: 10 }
  expect(await owner.send('PUT', '/api/v1/payer-rules', crossed)).toMatchObject({
    status: 400,
    body: { error: { code: 'payerBandsCross' } },
  })
})
