import { describe, expect, it } from 'vitest'
import { founder, testApplication, visitor } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aProgram, type BatchAnswer, euros, type Result } from './testing/a-program.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const admin = await founder(app)
const calls = visitor(app, '10.2.0.1')
const program = await aProgram({ admin, calls })

let numbers = 0
const nextNumber = () => `F-${++numbers}`

const anInvoice = (said: Record<string, unknown> = {}) => ({
  number: nextNumber(),
  customer: { code: 'CASTEL', name: 'Menuiseries Castel' },
  issueDate: '2026-09-15',
  dueDate: '2026-10-15',
  total: euros(120_000),
  ...said,
})

const put = (externalId: string, invoice: object) =>
  program.send<Result & { error: { code: string; message: string; details: Result } }>(
    'PUT',
    `/api/v1/invoices/${encodeURIComponent(externalId)}`,
    invoice,
  )
const putAll = (invoices: readonly unknown[]) =>
  program.send<BatchAnswer>('PUT', '/api/v1/invoices', { invoices: [...invoices] })

/** One line a due line: customer, number, days, amounts. */
async function ledger(): Promise<string[]> {
  const { rows } = await database.owner.query<{ line: string }>(`
    select concat_ws(' ', c.name, i.number, i.kind, o.issue_date, o.due_date, o.amount, o.amount_due, o.currency) as line
    from invoice i join open_item o on o.organization_id = i.organization_id and o.invoice_id = i.id
    join customer c on c.organization_id = i.organization_id and c.id = o.customer_id
    order by i.id, o.position`)
  return rows.map(({ line }) => line)
}
const ofNumber = async (number: string) => (await ledger()).filter((line) => line.includes(` ${number} `))

/** Every fact of business, without the day's file and the day the key was used. */
async function facts(): Promise<string> {
  const texts: string[] = []
  for (const table of [
    ...['customer', 'contact', 'invoice', 'open_item', 'payment', 'allocation', 'invoice_identifier', 'import_change'],
    ...['journal', 'decision', 'current_decision', 'reminder', 'task'],
  ]) {
    const { rows } = await database.owner.query<{ line: string }>(`select t::text as line from ${table} t order by 1`)
    texts.push(...rows.map(({ line }) => `${table} ${line}`))
  }
  return texts.join('\n')
}

describe('an invoice pushed under the identifier of a program', () => {
  it('keeps no sign that nobody sees, and no day out of reach', async () => {
    const number = nextNumber()
    await put(
      'unseen',
      anInvoice({
        number: `${number}\u202e`,
        customer: { code: 'C\u00071', name: 'Cas\u202etel' },
        subject: 'a\u0007b',
      }),
    )
    expect(await ofNumber(number)).toEqual([expect.stringContaining(`Castel ${number} invoice`)])
    const far = await put('far', anInvoice({ dueDate: '9999-12-31' }))
    expect(far.body.error.details).toMatchObject({ refusals: [{ field: 'dueDate', code: 'dateTooFar' }] })
  })

  it('is created, then left alone, then changed, as the same body or another says', async () => {
    const invoice = anInvoice({ amountDue: euros(45_000) })
    const first = await put('8412', invoice)
    expect(first).toMatchObject({ status: 200, body: { externalId: '8412', result: 'created', refusals: [] } })
    expect(await ofNumber(invoice.number)).toEqual([
      `Menuiseries Castel ${invoice.number} invoice 2026-09-15 2026-10-15 120000 45000 EUR`,
    ])
    const before = await facts()
    expect((await put('8412', invoice)).body.result).toBe('unchanged')
    expect(await facts()).toBe(before)
    const later = { ...invoice, dueDate: '2026-10-31', amountDue: euros(20_000) }
    expect((await put('8412', later)).body.result).toBe('changed')
    expect(await ofNumber(invoice.number)).toEqual([
      `Menuiseries Castel ${invoice.number} invoice 2026-09-15 2026-10-31 120000 20000 EUR`,
    ])
  })

  it('is taken over, not doubled, when its number came by hand or from a file', async () => {
    const invoice = anInvoice()
    await put('first program', invoice)
    const other = await aProgram({ admin, calls }, { name: 'Its successor' })
    const answer = await other.send<Result>('PUT', '/api/v1/invoices/77', invoice)
    expect(answer.body.result).toBe('unchanged')
    expect(await ofNumber(invoice.number)).toHaveLength(1)
    const again = await other.send<Result>('PUT', '/api/v1/invoices/77', { ...invoice, total: euros(130_000) })
    expect(again.body.result).toBe('changed')
  })

  it('keeps its identifier: another number under it, or another identifier for it, is refused', async () => {
    const [one, two] = [anInvoice(), anInvoice()]
    await put('A', one)
    const swapped = await put('A', two)
    expect(swapped).toMatchObject({ status: 422, body: { error: { code: 'refused' } } })
    expect(swapped.body.error.details.refusals).toMatchObject([{ field: 'number', code: 'identifierTaken' }])
    const held = await put('B', { ...one, total: euros(1) })
    expect(held.body.error.details.refusals).toMatchObject([{ field: 'number', code: 'numberHeld' }])
    expect(held.body.error.message).toBe(
      `La facture ${one.number} a déjà l’identifiant «\u00a0A\u00a0». Envoyez-la sous celui-là, ou corrigez son numéro.`,
    )
    expect(await ofNumber(one.number)).toEqual([expect.stringContaining('120000 120000')])
    expect(await ofNumber(two.number)).toEqual([])
  })

  it('goes by any identifier of a hundred characters', async () => {
    for (const externalId of ['2026/118', 'é'.repeat(100), 'a b?c#d%20', '☃']) {
      expect((await put(externalId, anInvoice())).body).toMatchObject({ externalId, result: 'created' })
    }
    expect((await put('x'.repeat(101), anInvoice())).status).toBe(400)
    expect((await put(' ', anInvoice())).status).toBe(400)
  })

  it('has several due lines, each with what is left of it', async () => {
    const { dueDate: _none, ...invoice } = anInvoice()
    const dueLines = [
      { dueDate: '2026-10-31', amount: euros(40_000), amountDue: euros(0) },
      { dueDate: '2026-11-30', amount: euros(80_000) },
    ]
    expect((await put('C', { ...invoice, dueLines })).body).toMatchObject({ result: 'created', warnings: [] })
    expect(await ofNumber(invoice.number)).toEqual([
      `Menuiseries Castel ${invoice.number} invoice 2026-09-15 2026-10-31 40000 0 EUR`,
      `Menuiseries Castel ${invoice.number} invoice 2026-09-15 2026-11-30 80000 80000 EUR`,
    ])
    const before = await facts()
    expect((await put('C', { ...invoice, dueLines })).body.result).toBe('unchanged')
    expect(await facts()).toBe(before)
  })

  it('is refused by the rules of a file, with field, code, sentence and suggestion', async () => {
    const answer = await put('D', anInvoice({ dueDate: '2026-02-30' }))
    expect(answer.body.error).toMatchObject({
      code: 'refused',
      message:
        'Date qui n’existe pas\u00a0: «\u00a02026-02-30\u00a0». Corrigez la date, ou l’ordre jour/mois du fichier.',
      details: { externalId: 'D', result: 'refused', refusals: [{ field: 'dueDate', code: 'noSuchDay' }] },
    })
  })

  it('is refused when it says something that is not asked for, or twice', async () => {
    const typo = await put('E', anInvoice({ amountdue: euros(1) }))
    expect([typo.status, typo.body.error.message]).toEqual([400, 'Ces champs n’existent pas : amountdue.'])
    const dueLines = [{ dueDate: '2026-10-31', amount: euros(120_000) }]
    const twice = await put('E', anInvoice({ dueLines }))
    expect([twice.status, twice.body.error.message]).toEqual([
      400,
      'dueDate : retirez-le, ou dites-le sur chaque échéance de dueLines.',
    ])
  })

  it('is not touched by what a person entered: a payment stands, and what contradicts it is refused', async () => {
    const invoice = anInvoice()
    await put('G', invoice)
    const { rows } = await database.owner.query<{ id: number; customer: number }>(
      `select o.id::int as id, o.customer_id::int as customer from open_item o
       join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id where i.number = $1`,
      [invoice.number],
    )
    const [item] = rows
    const paid = await admin.send('POST', '/api/v1/payments', {
      customerId: item?.customer,
      receivedOn: '2026-11-20',
      amount: euros(100_000),
      means: 'transfer',
      reference: null,
      differences: [],
      allocations: [{ openItemId: item?.id, amount: 100_000 }],
      entryKey: 'push-test',
    })
    expect(paid.status).toBe(200)
    expect((await put('G', invoice)).body.result).toBe('unchanged')
    const less = await put('G', { ...invoice, total: euros(50_000) })
    expect(less.body.error.details.refusals).toMatchObject([{ field: 'total', code: 'paymentsStand' }])
    expect(await ofNumber(invoice.number)).toEqual([expect.stringContaining('120000 20000')])
  })
})

describe('a batch of invoices', () => {
  it('takes each item for itself: what is wrong is refused, the others go in', async () => {
    const [good, late] = [anInvoice(), anInvoice({ customer: { name: 'Brun & Fils', email: 'comptes@brun.example' } })]
    const answer = await putAll([
      { externalId: 'b1', ...good },
      { externalId: 'b2', ...anInvoice({ total: { amount: 1.5, currency: 'EUR' } }) },
      { externalId: 'b3', ...anInvoice({ customer: { email: 'not an address', name: 'X' } }) },
      'nonsense',
      { externalId: 'b4', ...anInvoice({ subject: 'a\u0000b' }) },
      { externalId: 'b5', ...late },
      { externalId: 'b1', ...anInvoice() },
      { externalId: 'b6', ...good },
    ])
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ created: 2, changed: 0, unchanged: 0, refused: 6 })
    expect(answer.body.results.map(({ result, refusals }) => [result, refusals[0]?.field, refusals[0]?.code])).toEqual([
      ['created', undefined, undefined],
      ['refused', 'total.amount', 'invalidRequest'],
      ['refused', 'customer.email', 'badEmail'],
      ['refused', '', 'invalidRequest'],
      ['refused', 'subject', 'invalidRequest'],
      ['created', undefined, undefined],
      ['refused', 'number', 'identifierTaken'],
      ['refused', 'number', 'numberHeld'],
    ])
    expect(await ofNumber(good.number)).toHaveLength(1)
  })

  it('is read to its last item, a thousand, and no further', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        externalId: `m${n}`,
        ...anInvoice({ number: `M-${n}`, customer: { code: `C${n % 40}`, name: `Client ${n % 40}` } }),
      }))
    expect((await putAll(many(1001))).status).toBe(400)
    expect((await putAll(many(1000))).body).toMatchObject({ created: 1000, refused: 0 })
    const before = await facts()
    expect((await putAll(many(1000))).body).toMatchObject({ unchanged: 1000, created: 0, changed: 0 })
    expect(await facts()).toBe(before)
  })

  it('has five thousand due lines at most, and makes nothing of a body that is deep', async () => {
    const dueLines = Array.from({ length: 200 }, (_, n) => ({
      dueDate: new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10),
      amount: euros(100),
    }))
    const { dueDate: _none, total: _total, ...invoice } = anInvoice()
    const many = Array.from({ length: 26 }, (_, n) => ({ ...invoice, externalId: `d${n}`, number: `D-${n}`, dueLines }))
    expect(await putAll(many)).toMatchObject({ status: 413, body: { error: { code: 'tooManyLines' } } })
    const deep = JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`) as unknown
    expect((await putAll([deep])).body).toMatchObject({ refused: 1, importId: null })
  })

  it('pushed twice at once makes each customer and invoice once', async () => {
    const invoices = Array.from({ length: 20 }, (_, n) => ({
      externalId: `p${n}`,
      ...anInvoice({ customer: { name: `Sans code ${n % 4}` } }),
    }))
    const answers = await Promise.all([putAll(invoices), putAll(invoices), putAll(invoices)])
    expect(answers.map(({ body }) => body.refused)).toEqual([0, 0, 0])
    expect(answers.map(({ body }) => body.created).sort()).toEqual([0, 0, 20])
    const { rows } = await database.owner.query(`select from customer where name like 'Sans code%'`)
    expect(rows).toHaveLength(4)
  })

  it('waits for a file that is on its way in', async () => {
    await database.owner.query(`
      insert into source_file (organization_id, id, legal_entity_id, name, sha256, size, state)
      select organization_id, 9001, id, 'x.csv', '', 1, 'importing' from legal_entity limit 1`)
    const answer = await putAll([{ externalId: 'w', ...anInvoice() }])
    await database.owner.query('delete from source_file where id = 9001')
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'anotherImportRuns' } } })
    expect(answer.headers['retry-after']).toBe('10')
  })

  it('decides at once for the customers concerned', async () => {
    await put('late', anInvoice({ number: 'LATE-1', customer: { code: 'LATE', name: 'Retardataire' } }))
    const { rows } = await database.owner.query(`
      select d.kind from current_decision d join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
      where c.code = 'LATE'`)
    expect(rows).toHaveLength(1)
  })
})
