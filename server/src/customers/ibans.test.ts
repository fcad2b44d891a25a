import { describe, expect, it } from 'vitest'
import { founder, testApplication } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

const app = await testApplication({ database: await testDatabase() })
const claire = await founder(app)

interface Customer {
  readonly id: number
  readonly tradeName: string | null
  readonly ibans: readonly { readonly id: number; readonly iban: string; readonly learntFrom: string }[]
}

const send = async <T = Customer>(method: 'DELETE' | 'PATCH' | 'POST' | 'PUT', url: string, body?: object) =>
  claire.send<T>(method, url, body as never)

async function aCustomer(code: string, fields: object = {}): Promise<number> {
  return (await send('POST', '/api/v1/customers', { code, name: code, ...fields })).body.id
}

const shown = async (id: number): Promise<Customer> => (await claire.get<Customer>(`/api/v1/customers/${id}`)).body

const iban = 'FR7630006000011234567890189'

describe('the accounts a customer pays from', () => {
  it('are added once, shown, and removed', async () => {
    const id = await aCustomer('IB-1')
    for (const typed of ['FR76 3000 6000 0112 3456 7890 189', iban])
      expect((await send('POST', `/api/v1/customers/${id}/ibans`, { iban: typed })).status).toBe(204)
    const { ibans } = await shown(id)
    expect(ibans).toEqual([{ id: expect.any(Number), iban, learntFrom: 'person' }])
    expect((await send('DELETE', `/api/v1/customer-ibans/${ibans[0]?.id}`)).status).toBe(204)
    expect((await shown(id)).ibans).toEqual([])
  })

  it('are refused when they were mistyped', async () => {
    const id = await aCustomer('IB-2')
    const { status, body } = await send<{ error: { code: string } }>('POST', `/api/v1/customers/${id}/ibans`, {
      iban: 'FR7730006000011234567890189',
    })
    expect([status, body.error.code]).toEqual([422, 'notAnIban'])
  })

  it('go over to the customer kept by a merge, each once', async () => {
    const [kept, other] = [await aCustomer('IB-3'), await aCustomer('IB-4')]
    for (const [customer, one] of [
      [kept, iban],
      [other, iban],
      [other, 'DE89370400440532013000'],
    ] as const)
      await send('POST', `/api/v1/customers/${customer}/ibans`, { iban: one })
    expect((await send('POST', `/api/v1/customers/${kept}/merge`, { otherId: other })).status).toBeLessThan(300)
    expect((await shown(kept)).ibans.map((one) => one.iban)).toEqual([iban, 'DE89370400440532013000'])
  })
})

describe('the trade name of a customer', () => {
  it('finds it in the search and in the list', async () => {
    const id = await aCustomer('IB-5', { tradeName: 'Brasserie du Viaduc' })
    const { body } = await claire.get<{ customers: { id: number }[] }>('/api/v1/search?q=viaduc')
    expect(body.customers.map((one) => one.id)).toEqual([id])
    const list = await claire.get<{ rows: { id: number }[] }>('/api/v1/customers?q=viaduc')
    expect(list.body.rows.map((one) => one.id)).toEqual([id])
  })
})
