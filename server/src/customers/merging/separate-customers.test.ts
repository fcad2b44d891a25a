import { describe, expect, it } from 'vitest'
import { founder, testApplication } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aContact, aCustomer, accepted, allRows, anInvoice, aPayment, merge, separate } from './testing/two-names.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const claire = await founder(app)
const desk = { app, claire, database }

const ownerOf = async (table: string, id: number): Promise<number | undefined> =>
  (await database.owner.query(`select customer_id from quittance.${table} where id = $1`, [id])).rows[0]?.customer_id
const post = async (url: string, body: object) => accepted<{ id: number }>(await claire.send('POST', url, body)).id
const promiseAbout = (customerId: number, items: number[]) =>
  post('/api/v1/promises', {
    customerId,
    items,
    promisedFor: '2026-12-01',
    amount: { amount: 1_000, currency: 'EUR' },
    note: null,
  })
const preview = async (other: number) =>
  accepted<{ back: object; since: object; stays: object; standing: { kind: string; sentence: string }[] }>(
    await claire.send('POST', `/api/v1/merged-customers/${other}/separation-preview`),
  )
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

describe('separating two customers later', () => {
  it('gives back what had come, and what was entered since about its due lines only; the rest stays', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    const [mine, theirs] = [await anInvoice(desk, kept), await anInvoice(desk, other)]
    await merge(desk, kept, other)
    const since = {
      payment: await aPayment(desk, kept, [{ item: theirs.item, amount: 40_000 }]),
      promise: await promiseAbout(kept, [theirs.item]),
      dispute: await post('/api/v1/disputes', { customerId: kept, items: [theirs.item], reason: 'amount', note: null }),
      exchange: await post(`/api/v1/customers/${kept}/exchanges`, {
        kind: 'note',
        summary: 'Vu',
        invoiceId: theirs.id,
      }),
    }
    const staying = {
      payment: await aPayment(desk, kept, [{ item: mine.item, amount: 10_000 }]),
      promise: await promiseAbout(kept, [mine.item]),
      invoice: (await anInvoice(desk, kept)).id,
      exchange: await post(`/api/v1/customers/${kept}/exchanges`, { kind: 'note', summary: 'Autre' }),
    }
    expect(await preview(other)).toMatchObject({
      back: { invoices: 1 },
      since: { payments: 1, promises: 1, disputes: 1, exchanges: 1 },
      stays: { invoices: 1, payments: 1, promises: 1 },
      standing: [],
    })
    accepted(await separate(desk, other))
    for (const [table, id] of Object.entries({ ...since, invoice: theirs.id, open_item: theirs.item }))
      expect([table, await ownerOf(table, id)]).toEqual([table, other])
    for (const [table, id] of Object.entries(staying)) expect([table, await ownerOf(table, id)]).toEqual([table, kept])
    const history = await claire.get<{ title: string }[]>(`/api/v1/customers/${other}/history`)
    expect(history.body.some(({ title }) => title.startsWith('Séparé de'))).toBe(true)
  })

  it('is refused, and says why, while what was entered since holds both together', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    const [mine, theirs] = [await anInvoice(desk, kept), await anInvoice(desk, other)]
    await merge(desk, kept, other)
    const payment = await aPayment(desk, kept, [
      { item: mine.item, amount: 10_000 },
      { item: theirs.item, amount: 20_000 },
    ])
    const promised = await promiseAbout(kept, [mine.item, theirs.item])
    const before = await allRows(database)
    const refused = await separate(desk, other)
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'standsBetween'])
    const told = refused.body.error?.details.standing.map(({ sentence }) => plain(sentence))
    expect(told?.[0]).toContain(
      `Le règlement du 20/11/2026 paie la facture ${theirs.number} de l’autre client (200,00 €)`,
    )
    expect(told?.[1]).toContain('La promesse notée le 23/11/2026')
    expect(await allRows(database)).toEqual(before)
    expect((await preview(other)).standing).toHaveLength(2)
    expect(await allRows(database)).toEqual(before)

    accepted(await claire.send('POST', `/api/v1/payments/${payment}/reversal`, { reason: 'mistake', note: null }))
    accepted(await claire.send('DELETE', `/api/v1/promises/${promised}`))
    expect((await preview(other)).standing).toEqual([])
    accepted(await separate(desk, other))
    expect(await ownerOf('open_item', theirs.item)).toBe(other)
  })

  it('keeps what somebody wrote since on the page of the one kept', async () => {
    const kept = await aCustomer(desk, { paymentTerms: '30 jours' })
    const other = await aCustomer(desk, { phone: '01', siren: '552 100 554' })
    await claire.send('PUT', `/api/v1/customers/${other}/pause`, { until: '2026-12-24', note: null })
    await merge(desk, kept, other)
    await claire.send('PATCH', `/api/v1/customers/${kept}`, { phone: '02' })
    await separate(desk, other)
    const page = (id: number) => claire.get(`/api/v1/customers/${id}`)
    expect((await page(kept)).body).toMatchObject({ phone: '02', siren: null, pause: null, paymentTerms: '30 jours' })
    expect((await page(other)).body).toMatchObject({ phone: '01', siren: '552100554', pause: { until: '2026-12-24' } })
  })

  it('writes to neither before the usual delay, when both were written to as one', async () => {
    const [kept, other] = [await aCustomer(desk), await aCustomer(desk)]
    for (const customer of [kept, other]) {
      await aContact(desk, customer, `c${customer}@castel.example`)
      await anInvoice(desk, customer)
    }
    await merge(desk, kept, other)
    await post(`/api/v1/customers/${kept}/exchanges`, { kind: 'call', summary: 'Appelé' })
    accepted(await separate(desk, other))
    const { rows } = await database.owner.query(
      `select customer_id, because from quittance.current_decision where customer_id in ($1, $2) order by 1`,
      [kept, other],
    )
    expect(rows).toEqual([
      { customer_id: kept, because: 'tooSoon' },
      { customer_id: other, because: 'tooSoon' },
    ])
  })
})

describe('a chain of merges', () => {
  it('comes apart from either end', async () => {
    for (const first of ['a', 'b'] as const) {
      const [a, b, c] = [await aCustomer(desk), await aCustomer(desk), await aCustomer(desk)]
      const items = { a: await anInvoice(desk, a), b: await anInvoice(desk, b), c: await anInvoice(desk, c) }
      const owners = async () => [
        await ownerOf('invoice', items.a.id),
        await ownerOf('invoice', items.b.id),
        await ownerOf('invoice', items.c.id),
      ]
      await claire.get(`/api/v1/customers/${a}`)
      const before = await allRows(database)
      await merge(desk, b, a)
      await merge(desk, c, b)
      expect(await owners()).toEqual([c, c, c])
      for (const id of [a, b]) expect((await claire.get(`/api/v1/customers/${id}`)).body).toMatchObject({ id: c })
      accepted(await separate(desk, first === 'a' ? a : b))
      expect(await owners()).toEqual(first === 'a' ? [a, c, c] : [b, b, c])
      accepted(await separate(desk, first === 'a' ? b : a))
      expect(await owners()).toEqual([a, b, c])
      await claire.get(`/api/v1/customers/${a}`)
      const after = await allRows(database)
      for (const table of ['customer', 'invoice', 'open_item', 'contact', 'customer_alias', 'merged_row'])
        expect(after[table]).toEqual(before[table])
    }
  })

  it('gives back no row twice, after another merge of the same customer', async () => {
    const [a, b, c] = [await aCustomer(desk), await aCustomer(desk), await aCustomer(desk)]
    const invoice = await anInvoice(desk, a)
    await merge(desk, b, a)
    await merge(desk, c, b)
    await separate(desk, a)
    await merge(desk, c, a)
    accepted(await separate(desk, b))
    expect(await ownerOf('invoice', invoice.id)).toBe(c)
    accepted(await separate(desk, a))
    expect(await ownerOf('invoice', invoice.id)).toBe(a)
  })

  it('of parent and child leaves nobody above itself', async () => {
    const top = await aCustomer(desk)
    const parent = await aCustomer(desk, { parentId: top })
    const middle = await aCustomer(desk, { parentId: parent })
    const child = await aCustomer(desk, { parentId: middle })
    const parentOf = async (id: number) =>
      (await claire.get<{ parentId: number | null }>(`/api/v1/customers/${id}`)).body.parentId
    accepted(await merge(desk, child, parent))
    expect([await parentOf(child), await parentOf(middle)]).toEqual([top, child])
    accepted(await separate(desk, parent))
    expect([await parentOf(child), await parentOf(middle), await parentOf(parent)]).toEqual([middle, parent, top])
    accepted(await merge(desk, parent, child))
    accepted(await merge(desk, top, parent))
    accepted(await separate(desk, parent))
    expect([await parentOf(middle), await parentOf(parent)]).toEqual([parent, top])
  })
})
