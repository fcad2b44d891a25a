import { describe, expect, it } from 'vitest'
import { aCustomer, anInvoice } from '../../customers/merging/testing/two-names.ts'
import { claire, founder, testApplication, visitor } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const owner = await founder(app)
const desk = { app, database, claire: owner }

interface Row {
  readonly invoiceId: number
  readonly end: string | null
  readonly next: { readonly kind: string; readonly because: string } | null
}
const rowsOf = async (customer: number, view = 'all') =>
  (
    await owner.get<{ rows: Row[]; total: { amount: number }[] }>(
      `/api/v1/open-items?view=${view}&customer=${customer}`,
    )
  ).body
const pageOf = async (customer: number) =>
  (
    await owner.get<{
      late: { amount: number }[]
      lateItems: number
      handedOverOn: string | null
      insolvencyOn: string | null
    }>(`/api/v1/customers/${customer}`)
  ).body
const lawOf = async (customer: number) =>
  (await owner.get<Record<string, unknown[]>>(`/api/v1/customers/${customer}/law`)).body

async function aLateCustomer() {
  const customer = await aCustomer(desk)
  const invoice = await anInvoice(desk, customer)
  return { customer, ...invoice }
}

const handover = (item: number) => ({
  items: [item],
  receiver: 'agency',
  receiverName: 'Recouv 44',
  handedOverOn: '2026-11-20',
})

describe('a letter or a call to do', () => {
  it.each([
    ['insolvencies', { kind: 'liquidation', judgedOn: '2026-11-03' }, 'legal'],
    ['handovers', null, 'handedOver'],
  ] as const)(
    'leaves the list with the %s, and nothing holds the customer once they end',
    async (way, told, because) => {
      const { customer, item } = await aLateCustomer()
      await database.owner.query(`
      insert into quittance.task (organization_id, kind, customer_id, legal_entity_id, open_item_id, step_key, delay_days, due_on)
      select organization_id, 'letter', customer_id, legal_entity_id, id, 'letter-60', 60, '2026-11-20'
      from quittance.open_item where id = ${item}`)
      const tasks = async () =>
        (
          await database.owner.query(
            `select state, because from quittance.task where customer_id = ${customer} and step_key = 'letter-60'`,
          )
        ).rows
      const path = `/api/v1/customers/${customer}/${way}`
      const { body } = await owner.send<{ id: number }>('POST', path, told ?? handover(item))
      expect(await tasks()).toEqual([{ state: 'dropped', because }])
      await owner.send('PUT', `/api/v1/${way}/${body.id}/end`, {})
      expect((await rowsOf(customer)).rows[0]?.next?.because).not.toBe(because)
    },
  )
})

describe('a customer who is handed over', () => {
  it('is left alone at once, and chased again when it comes back', async () => {
    const { customer, item } = await aLateCustomer()
    const { body, status } = await owner.send<{ id: number }>(
      'POST',
      `/api/v1/customers/${customer}/handovers`,
      handover(item),
    )
    expect(status).toBe(200)
    expect((await rowsOf(customer)).rows).toMatchObject([
      { end: 'handedOver', next: { kind: 'hold', because: 'handedOver' } },
    ])
    expect(await lawOf(customer)).toMatchObject({
      handovers: [{ receiverName: 'Recouv 44', endedOn: null, invoices: [{ amountDue: { amount: 100_000 } }] }],
    })
    expect((await owner.send('PUT', `/api/v1/handovers/${body.id}/end`, { reason: 'Accord' })).status).toBe(204)
    expect((await rowsOf(customer)).rows[0]?.end).toBeNull()
    expect((await rowsOf(customer)).rows[0]?.next?.because).not.toBe('handedOver')
    expect((await owner.send('DELETE', `/api/v1/handovers/${body.id}/end`)).status).toBe(204)
    expect((await pageOf(customer)).handedOverOn).toBe('2026-11-20')
    expect((await owner.send('DELETE', `/api/v1/handovers/${body.id}/end`)).status).toBe(404)
  })

  it('is not handed over on a day that has not come, nor with what is not its own', async () => {
    const [one, other] = [await aLateCustomer(), await aLateCustomer()]
    const send = (body: object) => owner.send('POST', `/api/v1/customers/${one.customer}/handovers`, body)
    expect((await send({ ...handover(one.item), handedOverOn: '2026-11-24' })).body).toMatchObject({
      error: { code: 'dayAhead' },
    })
    expect((await send(handover(other.item))).body).toMatchObject({ error: { code: 'notItsItems' } })
    expect((await pageOf(one.customer)).handedOverOn).toBeNull()
  })
})

describe('a procedure', () => {
  it('stops everything at the judgment and asks for the claim to be declared in time', async () => {
    const { customer, item } = await aLateCustomer()
    const told = { kind: 'liquidation', judgedOn: '2026-11-03', publishedOn: '2026-11-14', officeHolder: 'Me Duval' }
    const { body } = await owner.send<{ id: number }>('POST', `/api/v1/customers/${customer}/insolvencies`, told)
    expect((await rowsOf(customer)).rows).toMatchObject([{ end: 'insolvency', next: { because: 'legal' } }])
    expect(await lawOf(customer)).toMatchObject({
      insolvencies: [{ declareBy: '2027-01-14', declaredOn: null }],
      noNoticeBecause: 'insolvent',
    })
    const waiting = async () =>
      (
        await database.owner.query(
          `select title from quittance.task where customer_id = ${customer} and kind = 'other' and state = 'todo'`,
        )
      ).rows
    expect(await waiting()).toMatchObject([{ title: expect.stringContaining('14/01/2027') }])
    const notice = { items: [item], means: 'letter', sentOn: '2026-11-20' }
    expect((await owner.send('POST', `/api/v1/customers/${customer}/formal-notices`, notice)).status).toBe(422)
    await owner.send('PUT', `/api/v1/insolvencies/${body.id}/end`, {})
    expect(await waiting()).toEqual([])
    await owner.send('DELETE', `/api/v1/insolvencies/${body.id}/end`)
    expect(await waiting()).toHaveLength(1)
    expect((await owner.send('PATCH', `/api/v1/insolvencies/${body.id}`, { declaredOn: '2026-11-20' })).status).toBe(
      204,
    )
    expect(await waiting()).toEqual([])
    expect((await pageOf(customer)).insolvencyOn).toBe('2026-11-03')
  })
})

describe('an invoice that is written off', () => {
  it('is no longer expected nor chased, is shown, and comes back', async () => {
    const { customer, item, id } = await aLateCustomer()
    const kept = await anInvoice(desk, customer)
    const told = { items: [item], reason: 'tooCostly', note: null, writtenOffOn: '2026-11-20' }
    const { body } = await owner.send<{ ids: number[] }>('POST', `/api/v1/customers/${customer}/write-offs`, told)
    expect(await pageOf(customer)).toMatchObject({ late: [{ amount: 100_000 }], lateItems: 1 })
    expect((await rowsOf(customer, 'late')).rows.map((row) => row.invoiceId)).toEqual([kept.id])
    expect((await rowsOf(customer, 'late')).total).toMatchObject([{ amount: 100_000 }])
    expect((await rowsOf(customer, 'writtenOff')).rows).toMatchObject([
      { invoiceId: id, end: 'writtenOff', next: { because: 'writtenOff' } },
    ])
    expect((await rowsOf(customer)).rows).toHaveLength(2)
    expect((await owner.send('POST', `/api/v1/customers/${customer}/write-offs`, told)).status).toBe(409)
    // The books are not changed: it is still owed, and the projections hold.
    const { rows } = await database.owner.query(`select amount_due from quittance.open_item where id = ${item}`)
    expect(Number(rows[0].amount_due)).toBe(100_000)
    await owner.send('PUT', `/api/v1/write-offs/${body.ids[0]}/end`, {})
    expect(await pageOf(customer)).toMatchObject({ late: [{ amount: 200_000 }], lateItems: 2 })
    await owner.send('DELETE', `/api/v1/write-offs/${body.ids[0]}/end`)
    expect(await pageOf(customer)).toMatchObject({ lateItems: 1 })
  })
})

describe('the end of the road', () => {
  it('is for those who keep the accounts', async () => {
    const karim = visitor(app)
    const credentials = { email: 'karim@vauquelin.example', password: claire.password }
    await owner.send('POST', '/api/v1/people', { name: 'Karim', role: 'sales', ...credentials })
    await karim.send('POST', '/api/v1/session', credentials)
    const { customer, item } = await aLateCustomer()
    const { person } = (await karim.get<{ person: { id: number } }>('/api/v1/session')).body
    await owner.send('PATCH', `/api/v1/customers/${customer}`, { salesRepId: person.id })
    expect((await karim.send('POST', `/api/v1/customers/${customer}/handovers`, handover(item))).status).toBe(403)
    expect((await karim.send('PATCH', `/api/v1/customers/${customer}`, { insolvencyOn: '2026-11-20' })).status).toBe(
      403,
    )
    expect((await karim.send('PATCH', `/api/v1/customers/${customer}`, { phone: '02 40 00 00 00' })).status).toBe(200)
    expect((await karim.get(`/api/v1/customers/${customer}/law`)).status).toBe(200)
  })
})
