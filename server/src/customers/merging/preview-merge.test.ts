import { describe, expect, it } from 'vitest'
import { founder, testApplication } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aContact, aCustomer, accepted, allRows, anInvoice, aPayment, merge } from './testing/two-names.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const claire = await founder(app)
const desk = { app, claire, database }

interface Preview {
  readonly warnings: string[]
  readonly fields: { field: string; kept: string | null; other: string | null; becomes: string | null }[]
  readonly moves: Record<string, number>
  readonly together: { outstanding: { amount: number; currency: string } }[]
  readonly [part: string]: unknown
}
const preview = async (kept: number, other: number) =>
  accepted<Preview>(await claire.send('POST', `/api/v1/customers/${kept}/merge-preview`, { otherId: other }))

describe('before two customers are merged', () => {
  it('one sees what stays, what moves and what both owe, to the cent; nothing is written', async () => {
    const kept = await aCustomer(desk, { name: 'Castel', siren: '552 100 554', paymentTerms: '30 jours' })
    const other = await aCustomer(desk, { name: 'CASTEL SARL', siren: '404 833 048', phone: '01', currency: 'CHF' })
    await aContact(desk, kept, 'a@castel.example')
    await aContact(desk, other, 'A@castel.example')
    await anInvoice(desk, kept, { amount: 33_333 })
    const { item } = await anInvoice(desk, other, { amount: 66_668, due: '2027-01-01' })
    await aPayment(desk, other, [{ item, amount: 1 }], 501)
    await claire.get(`/api/v1/customers/${kept}`)
    const before = await allRows(database)
    const said = await preview(kept, other)
    expect(await allRows(database)).toEqual(before)
    expect(said).toMatchObject({
      kept: { name: 'Castel', balances: [{ outstanding: { amount: 33_333 }, late: { amount: 33_333 } }] },
      other: {
        name: 'CASTEL SARL',
        balances: [{ outstanding: { amount: 66_667 }, late: { amount: 0 }, inHand: { amount: 500 } }],
      },
      together: [
        { outstanding: { amount: 100_000, currency: 'EUR' }, late: { amount: 33_333 }, inHand: { amount: 500 } },
      ],
      moves: { invoices: 1, payments: 1, contacts: 1, promises: 0 },
      sharedContacts: 1,
      warnings: ['differentSiren', 'differentCurrency'],
    })
    expect(said.fields).toContainEqual({ field: 'phone', kept: null, other: '01', becomes: '01' })
    expect(said.fields).toContainEqual({ field: 'siren', kept: '552100554', other: '404833048', becomes: '552100554' })
    expect(said.fields.map(({ field }) => field)).not.toContain('language')
    accepted(await merge(desk, kept, other))
    expect((await claire.get(`/api/v1/customers/${kept}`)).body).toMatchObject({ outstanding: [{ amount: 100_000 }] })
  })
})

describe('customers that look like one', () => {
  it('are suggested by SIREN, VAT number or name, until somebody says that they are not', async () => {
    const doubles = async () =>
      (
        await claire.get<{ pairs: { by: string; customers: { id: number }[] }[]; count: number }>(
          '/api/v1/customer-doubles',
        )
      ).body
    const pairs = async () => (await doubles()).pairs.map(({ by, customers }) => [by, ...customers.map(({ id }) => id)])
    const known = (await doubles()).count
    const [a, b] = [
      await aCustomer(desk, { name: 'Brun & Fils' }),
      await aCustomer(desk, { name: 'SARL BRUN ET FILS' }),
    ]
    const [c, d] = [
      await aCustomer(desk, { name: 'Un', vatNumber: 'FR 12 345678901' }),
      await aCustomer(desk, { name: 'Deux', vatNumber: 'fr12345678901' }),
    ]
    const e = await aCustomer(desk, { name: 'Trois', siren: '732829320' })
    const f = await aCustomer(desk, { name: 'Trois SAS', siren: '732829320' })
    await aCustomer(desk, { name: 'Trois', siren: '404833048' })
    const found = await pairs()
    expect(found).toEqual(
      expect.arrayContaining([
        ['name', a, b],
        ['vatNumber', c, d],
        ['siren', e, f],
      ]),
    )
    expect((await doubles()).count).toBe(known + 3)
    accepted(await claire.send('PUT', `/api/v1/customers/${b}/not-double-of/${a}`))
    expect((await doubles()).count).toBe(known + 2)
    accepted(await claire.send('DELETE', `/api/v1/customers/${a}/not-double-of/${b}`))
    expect((await doubles()).count).toBe(known + 3)
    accepted(await merge(desk, a, b))
    expect((await doubles()).count).toBe(known + 2)
  })
})
