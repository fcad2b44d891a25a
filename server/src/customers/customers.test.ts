import { describe, expect, it } from 'vitest'
import { founder, testApplication } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const claire = await founder(app)

interface Customer {
  readonly id: number
  readonly name: string
  readonly late: { amount: number }[]
  readonly outstanding: { amount: number }[]
  readonly [field: string]: unknown
}

interface Refusal {
  readonly error: { readonly message: string }
}

let serial = 0

async function aCustomer(fields: object = {}): Promise<Customer> {
  const code = `C-${++serial}`
  const { status, body } = await claire.send<Customer>('POST', '/api/v1/customers', { code, name: code, ...fields })
  expect(status).toBe(200)
  return body
}

async function anInvoice(customer: number, fields: object = {}): Promise<number> {
  const { status, body } = await claire.send<{ id: number }>('POST', '/api/v1/invoices', {
    customerId: customer,
    number: `F-${++serial}`,
    issueDate: '2026-09-01',
    total: { amount: 100_000, currency: 'EUR' },
    dueLines: [{ dueDate: '2026-10-01', amount: 100_000 }],
    ...fields,
  })
  expect(status).toBe(200)
  return body.id
}

const itemsOf = async (customer: number) => {
  const { body } = await claire.get<{ rows: { id: number; dueDate: string }[] }>(
    `/api/v1/open-items?view=all&customer=${customer}`,
  )
  return body.rows
}

async function pay(customer: number, item: number, amount: number, receivedOn = '2026-11-20'): Promise<number> {
  const { status, body } = await claire.send<{ id: number }>('POST', '/api/v1/payments', {
    customerId: customer,
    receivedOn,
    amount: { amount, currency: 'EUR' },
    means: 'transfer',
    reference: 'VIR CASTEL',
    allocations: [{ openItemId: item, amount }],
    entryKey: `customers-test-${++serial}`,
  })
  expect(status).toBe(200)
  return body.id
}

const page = async (id: number) => (await claire.get<Customer>(`/api/v1/customers/${id}`)).body
const history = async (id: number) =>
  (
    await claire.get<{ kind: string; title: string; detail: string | null; on: string; planned: boolean }[]>(
      `/api/v1/customers/${id}/history`,
    )
  ).body
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null

describe('the page of a customer', () => {
  it('shows what is owed, late and in hand, and how this customer pays', async () => {
    const { id } = await aCustomer({ name: 'Menuiseries Castel', creditLimit: 3_000_000 })
    for (const [due, paid] of [
      ['2026-06-30', '2026-07-12'],
      ['2026-07-31', '2026-08-22'],
      ['2026-08-31', '2026-09-25'],
    ]) {
      await anInvoice(id, { issueDate: '2026-06-01', dueLines: [{ dueDate: due, amount: 100_000 }] })
      const [item] = (await itemsOf(id)).filter(({ dueDate }) => dueDate === due)
      await pay(id, item?.id ?? 0, 100_000, paid)
    }
    await anInvoice(id, {
      dueLines: [
        { dueDate: '2026-09-10', amount: 40_000 },
        { dueDate: '2026-12-15', amount: 60_000 },
      ],
    })
    await claire.send('POST', '/api/v1/payments', {
      customerId: id,
      receivedOn: '2026-11-20',
      amount: { amount: 500, currency: 'EUR' },
      means: 'cheque',
      reference: null,
      allocations: [],
      entryKey: 'in-hand-castel',
    })
    expect(await page(id)).toMatchObject({
      outstanding: [{ amount: 100_000, currency: 'EUR' }],
      outstandingItems: 2,
      late: [{ amount: 40_000, currency: 'EUR' }],
      lateItems: 1,
      daysLate: 74,
      unallocatedCredit: [{ amount: 500, currency: 'EUR' }],
      averageDelay: 20,
      habit: [{ daysAfterDue: 12 }, { daysAfterDue: 22 }, { daysAfterDue: 25 }],
      counts: { invoices: 4, payments: 4, exchanges: 0, contacts: 0 },
    })
  })

  it('does not exist for a number nobody has', async () => {
    expect((await claire.get('/api/v1/customers/999999')).status).toBe(404)
    expect((await claire.get('/api/v1/customers/999999/history')).status).toBe(404)
  })
})

describe('changing a customer', () => {
  it('keeps the old and the new value in its history, and refuses a code that is taken', async () => {
    const first = await aCustomer({ paymentTerms: '30 jours' })
    const other = await aCustomer()
    const { status } = await claire.send('PATCH', `/api/v1/customers/${first.id}`, { paymentTerms: '45 jours' })
    expect(status).toBe(200)
    const change = (await history(first.id)).find(({ title }) => title === 'Fiche client modifiée')
    expect(plain(change?.detail ?? null)).toBe('Conditions de paiement : 30 jours → 45 jours')
    const refused = await claire.send<{ error: { code: string } }>('PATCH', `/api/v1/customers/${other.id}`, {
      code: first.code,
    })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'codeTaken'])
  })

  it('by two people at once makes no ring of parents and gives no code twice', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await aCustomer(), await aCustomer()]
      const tied = await Promise.all([
        claire.send<Refusal>('PATCH', `/api/v1/customers/${a.id}`, { parentId: b.id }),
        claire.send<Refusal>('PATCH', `/api/v1/customers/${b.id}`, { parentId: a.id }),
      ])
      expect(tied.map(({ status }) => status).sort()).toEqual([200, 422])
      const coded = await Promise.all(
        [a, b].map(({ id }) => claire.send<Refusal>('PATCH', `/api/v1/customers/${id}`, { code: `SAME-${round}` })),
      )
      expect(coded.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(coded.find(({ status }) => status === 409)?.body.error.message).toContain(`SAME-${round}`)
    }
  })

  it('refuses, with what to do instead, what cannot be read or is not there', async () => {
    const { id } = await aCustomer()
    const refusals = await Promise.all(
      [
        { name: 'A\nB' },
        { code: 'X\tY' },
        { currency: 'XXQ' },
        { country: 'Narnia' },
        { creditLimit: -1 },
        { customerSince: '0001-01-01' },
        { siren: '12 345' },
        { siren: '552 100 545' },
        { paymentTerms: 'quand on veut' },
        { paymentTerms: '45 jours fin de mois' },
        { parentId: 987_654 },
        { scenarioId: 987_654 },
        { salesRepId: 987_654 },
      ].map((fields) => claire.send<Refusal>('PATCH', `/api/v1/customers/${id}`, fields)),
    )
    expect(refusals.map(({ status, body }) => [status, body.error.message])).toEqual([
      [400, expect.stringContaining('une seule ligne')],
      [400, expect.stringContaining('une seule ligne')],
      [400, expect.stringContaining('ISO 4217')],
      [400, expect.stringContaining('deux majuscules')],
      [400, expect.stringContaining('0 ou plus')],
      [400, expect.stringContaining('entre 1900 et 2199')],
      [422, expect.stringContaining('9 chiffres')],
      [422, expect.stringContaining('erreur de frappe')],
      [422, expect.stringContaining('30 jours nets')],
      [422, expect.stringContaining('« 45 jours puis fin de mois » ou « fin de mois + 45 jours »')],
      [422, expect.stringContaining('maison mère')],
      [422, expect.stringContaining('scénario')],
      [422, expect.stringContaining('équipe')],
    ])
    const kept = await claire.send<Customer>('PATCH', `/api/v1/customers/${id}`, {
      siren: ' 552 100 554 ',
      name: ' Castel ',
      phone: '  ',
    })
    expect(kept.body).toMatchObject({ siren: '552100554', name: 'Castel', phone: null })
  })

  it('refuses parents that go round in a ring', async () => {
    const parent = await aCustomer()
    const child = await aCustomer({ parentId: parent.id })
    const refused = await claire.send<{ error: { code: string } }>('PATCH', `/api/v1/customers/${parent.id}`, {
      parentId: child.id,
    })
    expect(refused.body.error.code).toBe('parentInRing')
    expect((await page(parent.id)).children).toMatchObject([{ id: child.id }])
  })

  it('pauses until a day to come and resumes; the decision follows at once', async () => {
    const { id } = await aCustomer()
    await anInvoice(id)
    expect(
      (await claire.send('PUT', `/api/v1/customers/${id}/pause`, { until: '2026-11-23', note: null })).status,
    ).toBe(422)
    await claire.send('PUT', `/api/v1/customers/${id}/pause`, { until: '2026-12-01', note: 'Congés' })
    const paused = await page(id)
    expect(paused.pause).toMatchObject({ until: '2026-12-01', note: 'Congés' })
    expect(paused.next).toMatchObject({ kind: 'hold', because: 'paused', label: 'En pause jusqu’au 01/12' })
    const { body } = await claire.get<{ rows: Customer[]; views: { paused: number } }>('/api/v1/customers?view=paused')
    expect([body.rows.map((row) => row.id), body.views.paused]).toEqual([[id], 1])
    await claire.send('DELETE', `/api/v1/customers/${id}/pause`)
    const resumed = await page(id)
    expect(resumed.pause).toBeNull()
    expect((resumed.next as { because: string }).because).not.toBe('paused')
  })
})

describe('the contacts of a customer', () => {
  it('are added, changed and removed; a new address clears the refusal of the old one', async () => {
    const { id } = await aCustomer()
    await anInvoice(id)
    const added = await claire.send<{ id: number }>('POST', `/api/v1/customers/${id}/contacts`, {
      civility: 'Mme',
      lastName: 'Gauthier',
      role: 'accountsPayable',
      email: ' compta@castel.example ',
    })
    expect(added.body).toMatchObject({ email: 'compta@castel.example', receivesReminders: true })
    await database.owner.query(`
      update contact set email_refused_on = '2026-11-20', email_refusal = '550 unknown' where id = ${added.body.id}`)
    const renamed = await claire.send('PATCH', `/api/v1/contacts/${added.body.id}`, { jobTitle: 'Comptable' })
    expect(renamed.body).toMatchObject({ jobTitle: 'Comptable', emailRefusal: '550 unknown' })
    const moved = await claire.send('PATCH', `/api/v1/contacts/${added.body.id}`, { email: 'achats@castel.example' })
    expect(moved.body).toMatchObject({ email: 'achats@castel.example', emailRefusedOn: null, emailRefusal: null })
    expect((await claire.send('DELETE', `/api/v1/contacts/${added.body.id}`)).status).toBe(204)
    expect((await page(id)).contacts).toEqual([])
    const titles = (await history(id)).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Contact ajouté', 'Contact modifié', 'Contact retiré']))
  })
})

describe('the address of a contact', () => {
  it.each([
    'a@x.example, b@x.example',
    'a@x.example;b@x.example',
    'A <a@x.example>',
    'a@x.example\r\nBcc: b@x.example',
    'a',
  ])('is one address: %j is refused', async (email) => {
    const { id } = await aCustomer()
    const refused = await claire.send('POST', `/api/v1/customers/${id}/contacts`, { lastName: 'G', email })
    expect(refused.status).toBe(422)
    const added = await claire.send<{ id: number }>('POST', `/api/v1/customers/${id}/contacts`, {
      email: 'émile@société.example',
    })
    expect(added.status).toBe(200)
    expect((await claire.send('PATCH', `/api/v1/contacts/${added.body.id}`, { email })).status).toBe(422)
  })
})

describe('the history of a customer', () => {
  it('tells payments, reversals, promises, disputes and exchanges, latest first, what is planned on top', async () => {
    const { id } = await aCustomer({ addressLine1: '1 rue Haute', postcode: '71100', city: 'Chalon' })
    await anInvoice(id)
    const [item] = await itemsOf(id)
    const payment = await pay(id, item?.id ?? 0, 30_000)
    await claire.send('POST', `/api/v1/payments/${payment}/reversal`, { reason: 'rejected', on: '2026-11-21' })
    await claire.send('POST', `/api/v1/customers/${id}/exchanges`, { kind: 'call', summary: '« Virement le 30 »' })
    const promised = await claire.send<{ id: number }>('POST', '/api/v1/promises', {
      customerId: id,
      promisedFor: '2026-11-27',
      amount: { amount: 100_000, currency: 'EUR' },
      items: [item?.id],
      note: null,
    })
    const dispute = await claire.send<{ id: number }>('POST', '/api/v1/disputes', {
      customerId: id,
      items: [item?.id],
      reason: 'notReceived',
      note: 'Jamais arrivée',
    })
    await claire.send('PUT', `/api/v1/disputes/${dispute.body.id}/resolution`, { resolution: 'Renvoyée' })
    const told = await history(id)
    expect(told.map(({ on }) => on)).toEqual(
      told
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    )
    expect(
      told
        .filter(({ kind }) => kind !== 'change')
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(
      ['call', 'dispute', 'disputeResolved', 'issued', 'payment', 'promise', 'reversal']
        .concat(told[0]?.planned ? ['planned'] : [])
        .toSorted(),
    )
    const title = (kind: string) => plain(told.find((entry) => entry.kind === kind)?.title ?? null)
    expect(title('payment')).toBe('Règlement reçu : 300,00 €')
    expect(title('reversal')).toBe('Règlement rejeté : 300,00 €')
    expect(title('promise')).toBe('Promesse : 1 000,00 € pour le 27/11/2026')
    await claire.send('PUT', `/api/v1/promises/${promised.body.id}/withdrawal`, { because: null })
    expect((await history(id)).some((entry) => entry.title.endsWith(', retirée depuis'))).toBe(true)
  })

  it('tells a promise that was not kept on the day after it', async () => {
    const { id } = await aCustomer()
    await anInvoice(id)
    const [item] = await itemsOf(id)
    await database.owner.query(`
      with p as (
        insert into promise (organization_id, customer_id, promised_for, currency, amount, noted_on)
        select organization_id, id, '2026-10-30', 'EUR', 100000, '2026-10-20' from customer where id = ${id}
        returning organization_id, id)
      insert into promise_item (organization_id, promise_id, open_item_id) select organization_id, id, ${item?.id} from p`)
    const entry = (await history(id)).find(({ kind }) => kind === 'brokenPromise')
    expect(entry).toMatchObject({ on: '2026-10-31', title: 'Promesse non tenue' })
    expect(plain(entry?.detail ?? null)).toBe('1 000,00 € annoncés pour le 30/10/2026')
  })
})

describe('the list of customers', () => {
  it('pages through every customer once in each order, and totals the whole list', async () => {
    for (const name of ['Éts Perreau', 'éclair', 'Zola & Fils', 'Étoile']) {
      const { id } = await aCustomer({ name })
      if (name !== 'éclair')
        await anInvoice(id, {
          total: { amount: serial * 100, currency: 'EUR' },
          dueLines: [{ dueDate: '2026-11-01', amount: serial * 100 }],
        })
    }
    interface List {
      rows: Customer[]
      count: number
      late: { amount: number }[]
      nextCursor: string | null
      views: Record<string, number>
    }
    const all = (await claire.get<List>('/api/v1/customers?limit=200&sort=name&direction=asc')).body
    expect(all.rows).toHaveLength(all.count)
    expect(all.views).toMatchObject({ all: all.count, upToDate: all.count - (all.views.late ?? 0) })
    expect(all.late[0]?.amount).toBe(all.rows.reduce((sum, row) => sum + (row.late[0]?.amount ?? 0), 0))
    const names = all.rows.map((row) => row.name).filter((name) => /^[ézZÉ]/.test(name))
    expect(names).toEqual(['éclair', 'Étoile', 'Éts Perreau', 'Zola & Fils'])
    for (const sort of ['name', 'outstanding', 'late', 'daysLate']) {
      for (const direction of ['asc', 'desc']) {
        const seen: number[] = []
        for (let cursor = ''; ; ) {
          const { body } = await claire.get<List>(
            `/api/v1/customers?limit=3&sort=${sort}&direction=${direction}${cursor && `&cursor=${cursor}`}`,
          )
          seen.push(...body.rows.map((row) => row.id))
          if (body.nextCursor === null) break
          cursor = body.nextCursor
        }
        expect([sort, direction, seen.length, new Set(seen).size]).toEqual([sort, direction, all.count, all.count])
      }
    }
    expect((await claire.get<List>('/api/v1/customers?q=ets')).body.rows.map((row) => row.name)).toEqual([
      'Éts Perreau',
    ])
  })
})
