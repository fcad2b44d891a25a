import { describe, expect, it } from 'vitest'
import { founder, testApplication } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const claire = await founder(app)
const session = await claire.get<{ person: { id: number }; legalEntities: { id: number }[] }>('/api/v1/session')
const me = session.body.person.id
const firm = session.body.legalEntities[0]?.id ?? 0

interface Item {
  readonly id: number
  readonly dueDate: string
  readonly part: { position: number; of: number } | null
  readonly amountDue: { amount: number }
  readonly isPaused: boolean
  readonly next: { kind: string; because: string; label: string } | null
  readonly owner: { id: number } | null
}
interface Invoice {
  readonly id: number
  readonly status: string
  readonly items: Item[]
  readonly why: { title: string; sentence: string }
  readonly history: { kind: string; on: string; title: string; planned: boolean }[]
  readonly [field: string]: unknown
}
interface Refusal {
  readonly error: { code: string; message: string }
}

let serial = 0

async function aCustomer(fields: object = {}): Promise<number> {
  const code = `C-${++serial}`
  const { body } = await claire.send<{ id: number }>('POST', '/api/v1/customers', { code, name: code, ...fields })
  return body.id
}

const enter = (customer: number, fields: object = {}) =>
  claire.send<{ id: number } & Refusal>('POST', '/api/v1/invoices', {
    customerId: customer,
    number: `F-2026-${++serial}`,
    issueDate: '2026-09-01',
    total: { amount: 100_000, currency: 'EUR' },
    ...fields,
  })

const due = (dueDate: string, amount = 100_000) => ({ dueLines: [{ dueDate, amount }] })

async function anInvoice(customer: number, fields: object = due('2026-10-01')): Promise<Invoice> {
  const { status, body } = await enter(customer, fields)
  expect(status).toBe(200)
  return page(body.id)
}

const page = async (id: number): Promise<Invoice> => (await claire.get<Invoice>(`/api/v1/invoices/${id}`)).body

const pay = (customer: number, item: number, fields: object = {}) =>
  claire.send<{ id: number }>('POST', '/api/v1/payments', {
    customerId: customer,
    receivedOn: '2026-11-20',
    amount: { amount: 24_900, currency: 'EUR' },
    means: 'transfer',
    reference: 'VIR CASTEL',
    allocations: [{ openItemId: item, amount: 24_900 }],
    entryKey: `invoices-test-${++serial}`,
    ...fields,
  })

describe('entering an invoice', () => {
  it('refuses what no invoice can be, with what to do instead', async () => {
    const customer = await aCustomer()
    const lines = (...dueLines: [dueDate: string, amount: number][]) => ({
      dueLines: dueLines.map(([dueDate, amount]) => ({ dueDate, amount })),
    })
    const refusals = await Promise.all(
      [
        { number: 'F\n1' },
        { total: { amount: 1, currency: 'XXQ' } },
        { issueDate: '9999-12-31' },
        { dueLines: [] },
        lines(['2026-10-01', 150_000], ['2026-11-01', -50_000]),
        lines(['2026-10-01', 100_000], ['2026-11-01', 0]),
        lines(['2026-08-31', 100_000]),
        { customerId: 987_654 },
        { legalEntityId: 987_654 },
      ].map((fields) => enter(customer, fields)),
    )
    expect(refusals.map(({ status, body }) => [status, body.error.message])).toEqual([
      [400, expect.stringContaining('une seule ligne')],
      [400, expect.stringContaining('ISO 4217')],
      [400, expect.stringContaining('entre 1900 et 2199')],
      [400, expect.stringContaining('indiquez-en au moins un')],
      [422, expect.stringContaining('saisissez à part un avoir')],
      [422, expect.stringContaining('saisissez à part un avoir')],
      [422, expect.stringContaining('avant la date de la facture')],
      [422, expect.stringContaining('choisissez-en un autre')],
      [422, expect.stringContaining('Réglages, Entreprise')],
    ])
    const deposit = await enter(customer, { kind: 'deposit', ...lines(['2026-08-31', 100_000]) })
    expect(deposit.status).toBe(200)
  })

  it('takes its due lines from its own terms, else the customer’s, else the firm’s', async () => {
    const plain = await aCustomer()
    const usual = await aCustomer({ paymentTerms: '45 jours net' })
    expect((await enter(plain)).body.error.code).toBe('termsUnknown')
    await claire.send('PATCH', `/api/v1/legal-entities/${firm}`, { defaultTerms: '30 jours net' })
    const dueDays = async (customer: number, fields: object) =>
      (await anInvoice(customer, fields)).items.map((item) => item.dueDate)
    expect(await dueDays(plain, {})).toEqual(['2026-10-01'])
    expect(await dueDays(usual, {})).toEqual(['2026-10-16'])
    expect(await dueDays(usual, { paymentTerms: '30 % à la commande, solde à 60 jours' })).toEqual([
      '2026-09-01',
      '2026-10-31',
    ])
  })

  it('refuses a number that is taken, due lines that do not add up and a negative invoice', async () => {
    const customer = await aCustomer()
    await anInvoice(customer, { number: 'F-1', ...due('2026-10-01') })
    const codeOf = async (fields: object) => {
      const { status, body } = await enter(customer, fields)
      return [status, body.error.code]
    }
    expect(await codeOf({ number: 'F-1', ...due('2026-10-01') })).toEqual([409, 'numberTaken'])
    expect(await codeOf(due('2026-10-01', 99_999))).toEqual([422, 'linesDoNotAddUp'])
    expect(await codeOf({ total: { amount: -1, currency: 'EUR' }, ...due('2026-10-01', -1) })).toEqual([
      422,
      'totalBelowZero',
    ])
  })

  it('takes a credit note typed without its sign as one', async () => {
    const note = await anInvoice(await aCustomer(), { kind: 'creditNote' })
    expect(note).toMatchObject({ amountDue: { amount: -100_000 }, items: [{ dueDate: '2026-09-01', next: null }] })
  })
})

describe('the page of an invoice', () => {
  it('says what is left, what came, what happens next and why, with everything that happened', async () => {
    const customer = await aCustomer({ name: 'Menuiseries Castel' })
    const invoice = await anInvoice(customer, {
      total: { amount: 149_400, currency: 'EUR' },
      ...due('2026-09-10', 149_400),
    })
    const [item] = invoice.items
    await pay(customer, item?.id ?? 0)
    const shown = await page(invoice.id)
    expect(shown).toMatchObject({
      status: 'partiallyPaid',
      total: { amount: 149_400 },
      paid: { amount: 24_900 },
      amountDue: { amount: 124_500 },
      daysLate: 74,
      allocations: [{ amount: { amount: 24_900 }, source: 'payment', label: 'VIR CASTEL', isReversed: false }],
      // 71 days on 1 494.00 and 3 on 1 245.00 at the 12.40 % of the law: shown though nobody chose a rate.
      lateInterest: { interest: { amount: 3730 }, recoveryFee: { amount: 4000 }, rate: 1240, missing: null },
    })
    expect(shown.why.sentence).toMatch(/\.$/)
    // 'change' is the entry of the invoice itself, dated by the clock of the database.
    const told = shown.history.filter(({ planned, kind }) => !planned && kind !== 'change')
    expect(told.map(({ kind, on }) => [kind, on])).toEqual([
      ['payment', '2026-11-20'],
      ['due', '2026-09-10'],
      ['issued', '2026-09-01'],
    ])
    expect((await claire.get('/api/v1/invoices/999999')).status).toBe(404)
  })

  it('counts the days before the due date, not as due today', async () => {
    const customer = await aCustomer()
    const invoice = await anInvoice(customer, due('2026-12-01'))
    expect((await page(invoice.id)).daysLate).toBe(-8)
  })

  it('is blocked by a dispute, then held by a promise, and says which', async () => {
    const customer = await aCustomer()
    const invoice = await anInvoice(customer)
    const items = invoice.items.map(({ id }) => id)
    const dispute = await claire.send<{ id: number }>('POST', '/api/v1/disputes', {
      customerId: customer,
      items,
      reason: 'notReceived',
      note: null,
    })
    const disputed = await page(invoice.id)
    expect(disputed).toMatchObject({ isDisputed: true, disputes: [{ reason: 'notReceived', resolvedOn: null }] })
    expect(disputed.next).toMatchObject({ kind: 'hold', because: 'dispute' })
    expect(disputed.why.title).toBe('Pourquoi rien ne part')
    await claire.send('PUT', `/api/v1/disputes/${dispute.body.id}/resolution`, { resolution: 'Renvoyée' })
    await claire.send('POST', '/api/v1/promises', {
      customerId: customer,
      promisedFor: '2026-11-27',
      amount: { amount: 100_000, currency: 'EUR' },
      items,
      note: null,
    })
    const promised = await page(invoice.id)
    expect(promised.next).toMatchObject({ kind: 'hold', because: 'promise', on: '2026-11-27' })
    expect(promised.promises).toMatchObject([{ state: 'pending', promisedFor: '2026-11-27' }])
    await pay(customer, items[0] ?? 0, {
      receivedOn: '2026-11-23',
      amount: { amount: 100_000, currency: 'EUR' },
      allocations: [{ openItemId: items[0], amount: 100_000 }],
    })
    expect(await page(invoice.id)).toMatchObject({ status: 'paid', promises: [{ state: 'kept' }] })
  })

  it('shows what the parent paid for it and a payment that was taken back', async () => {
    const parent = await aCustomer()
    const invoice = await anInvoice(await aCustomer({ parentId: parent }))
    const { body } = await pay(parent, invoice.items[0]?.id ?? 0)
    await claire.send('POST', `/api/v1/payments/${body.id}/reversal`, { reason: 'undone' })
    const shown = await page(invoice.id)
    expect(shown).toMatchObject({ status: 'open', allocations: [{ isReversed: true }] })
    expect(shown.history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['payment', 'reversal']))
  })
})

describe('acts on several due lines', () => {
  it('pause, resume, assign and plan, and each says how many changed', async () => {
    const customers = [await aCustomer(), await aCustomer()]
    const invoices = await Promise.all(customers.map((customer) => anInvoice(customer)))
    const items = invoices.flatMap((invoice) => invoice.items.map(({ id }) => id))
    const act = async (given: object) => {
      const { status, body } = await claire.send<{ changed: number }>('POST', '/api/v1/open-items/actions', {
        items,
        act: given,
      })
      return [status, body.changed]
    }
    const shown = async () => Promise.all(invoices.map(async ({ id }) => (await page(id)).items[0]))
    expect(await act({ kind: 'pause', until: '2026-12-01', note: 'Vacances' })).toEqual([200, 2])
    expect(await shown()).toMatchObject([{ isPaused: true }, { isPaused: true, pause: { note: 'Vacances' } }])
    expect(await act({ kind: 'resume' })).toEqual([200, 2])
    expect(await act({ kind: 'resume' })).toEqual([200, 0])
    expect(await act({ kind: 'assign', personId: me })).toEqual([200, 2])
    expect(await shown()).toMatchObject([{ owner: { id: me } }, { owner: { id: me } }])
    expect(await act({ kind: 'task', title: 'Appeler', dueOn: '2026-11-23', assigneeId: me })).toEqual([200, 2])
    const tasks = await claire.get<{ rows: { title: string }[] }>('/api/v1/tasks')
    expect(tasks.body.rows.filter(({ title }) => title.includes('Appeler'))).toHaveLength(2)
    const journal = await claire.get<{ act: string }[]>('/api/v1/journal?limit=10')
    expect(journal.body.filter(({ act: what }) => what === 'task.added')).toHaveLength(2)
    const past = await claire.send('PUT', `/api/v1/open-items/${items[0]}/pause`, { until: '2026-11-23', note: null })
    expect(past.status).toBe(422)
  })
})

it('tells which tasks it planned, so that they can be taken back', async () => {
  const invoice = await anInvoice(await aCustomer())
  const { body } = await claire.send<{ tasks: number[] }>('POST', '/api/v1/open-items/actions', {
    items: invoice.items.map(({ id }) => id),
    act: { kind: 'task', title: 'Demander le bon de commande', dueOn: '2026-11-23', assigneeId: me },
  })
  const planned = async () =>
    (await claire.get<{ rows: { id: number }[] }>('/api/v1/tasks')).body.rows.filter(({ id }) =>
      body.tasks.includes(id),
    )
  expect(await planned()).toHaveLength(1)
  await claire.send('PUT', `/api/v1/tasks/${body.tasks[0]}/outcome`, { outcome: 'dropped', note: null })
  expect(await planned()).toEqual([])
})

describe('a payment plan', () => {
  it('holds its items, and they come back when it ends', async () => {
    const customer = await aCustomer()
    const invoice = await anInvoice(customer)
    const plan = await claire.send<{ id: number }>('POST', '/api/v1/payment-plans', {
      customerId: customer,
      items: invoice.items.map(({ id }) => id),
      instalments: [
        { dueOn: '2026-12-01', amount: { amount: 50_000, currency: 'EUR' } },
        { dueOn: '2027-01-01', amount: { amount: 50_000, currency: 'EUR' } },
      ],
      note: null,
    })
    expect((await page(invoice.id)).next).toMatchObject({ because: 'plan', on: '2026-12-01' })
    await claire.send('DELETE', `/api/v1/payment-plans/${plan.body.id}`)
    expect((await page(invoice.id)).next).not.toMatchObject({ because: 'plan' })
  })
})

describe('the export', () => {
  it('is the list as a file a French spreadsheet opens, and runs no formula of a customer’s name', async () => {
    const customer = await aCustomer({ name: '=CMD("x")' })
    await anInvoice(customer, { number: 'F-EXPORT', ...due('2026-11-02') })
    const { status, headers, body } = await claire.get<string>(`/api/v1/open-items/export.csv?customer=${customer}`)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toContain('factures-2026-11-23.csv')
    const [head, line, end] = String(body).split('\r\n')
    expect(head).toBe(
      '\uFEFFClient;Facture;Émise le;Échéance;Jours de retard;Montant TTC;Reste à payer;Devise;Prochaine étape;Suivi par',
    )
    expect(line).toMatch(/^"'=CMD\(""x""\)";F-EXPORT;01\/09\/2026;02\/11\/2026;21;1000,00;1000,00;EUR;/)
    expect(end).toBe('')
  })

  it.each(['=1+1', '+1+1', '-1+1', '@SUM(1)'])(
    'gives a customer or an invoice called %s an apostrophe',
    async (name) => {
      const customer = await aCustomer({ name })
      await anInvoice(customer, { number: `${name}/${customer}`, ...due('2026-11-02') })
      const { body } = await claire.get<string>(`/api/v1/open-items/export.csv?customer=${customer}`)
      expect(String(body).split('\r\n')[1]).toContain(`'${name};'${name}/`)
    },
  )

  it('holds what the list on screen holds, in its order', async () => {
    const customer = await aCustomer()
    await anInvoice(customer, { number: 'F-OLD', issueDate: '2026-07-01', ...due('2026-08-02') })
    await anInvoice(customer, { number: 'F-NEW', ...due('2026-11-02') })
    const numbers = async (filters: string) => {
      const { body } = await claire.get<string>(`/api/v1/open-items/export.csv?customer=${customer}${filters}`)
      return String(body)
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(';')[1])
    }
    expect(await numbers('')).toEqual(['F-OLD', 'F-NEW'])
    expect(await numbers('&direction=asc')).toEqual(['F-NEW', 'F-OLD'])
    expect(await numbers('&bucket=d1_30')).toEqual(['F-NEW'])
    expect(await numbers('&currency=USD')).toEqual([])
    expect(await numbers('&step=letter')).toEqual([])
  })

  it('holds the whole list, however long', async () => {
    const customer = await aCustomer()
    await database.owner.query(`
      with i as (
        insert into invoice (organization_id, legal_entity_id, customer_id, number, issue_date, currency, total_amount)
        select c.organization_id, ${firm}, c.id, 'L-' || n, '2026-09-01', 'EUR', 1000
        from customer c, generate_series(1, 450) n where c.id = ${customer} returning *)
      insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount, amount_due)
      select organization_id, id, legal_entity_id, customer_id, currency, issue_date, '2026-10-01', 1000, 1000 from i`)
    const { body } = await claire.get<string>(`/api/v1/open-items/export.csv?customer=${customer}`)
    expect(new Set(String(body).match(/L-\d+/g)).size).toBe(450)
  })
})

describe('the document of an invoice', () => {
  const upload = (id: number, content: string) => {
    const boundary = 'a-boundary'
    const lines = [
      `--${boundary}`,
      'content-disposition: form-data; name="file"; filename="F 764.pdf"',
      'content-type: application/pdf',
      '',
      content,
      `--${boundary}--`,
      '',
    ]
    return claire.send<Refusal>('PUT', `/api/v1/invoices/${id}/file`, Buffer.from(lines.join('\r\n')), {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    })
  }

  it('is attached as a PDF, shown with its name, and nothing else is taken', async () => {
    const invoice = await anInvoice(await aCustomer())
    expect((await upload(invoice.id, 'MZ not a pdf')).body.error.code).toBe('notAPdf')
    expect((await claire.get(`/api/v1/invoices/${invoice.id}/file`)).status).toBe(404)
    expect((await upload(invoice.id, '%PDF-1.7 hello')).status).toBe(204)
    expect((await page(invoice.id)).file).toEqual({ name: 'F 764.pdf' })
    const { headers, body } = await claire.get<string>(`/api/v1/invoices/${invoice.id}/file`)
    expect([headers['content-type'], body]).toEqual(['application/pdf', '%PDF-1.7 hello'])
  })
})
