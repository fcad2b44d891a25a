import type { FastifyInstance } from 'fastify'
import type { Visitor } from '../../../main/testing/test-application.ts'
import type { TestDatabase } from '../../../platform/database/testing/test-database.ts'

/** A desk where customers known under two names can be made, told about and merged. */
export interface Desk {
  readonly claire: Visitor
  readonly app: FastifyInstance
  readonly database: TestDatabase
}

let serial = 0

export async function aCustomer({ claire }: Desk, fields: object = {}): Promise<number> {
  const code = `M-${++serial}`
  return accepted<{ id: number }>(await claire.send('POST', '/api/v1/customers', { code, name: code, ...fields })).id
}

export async function aContact(
  { claire }: Desk,
  customer: number,
  email: string,
  fields: object = {},
): Promise<number> {
  const body = { role: 'accountsPayable', email, ...fields }
  return accepted<{ id: number }>(await claire.send('POST', `/api/v1/customers/${customer}/contacts`, body)).id
}

export interface TestInvoice {
  readonly id: number
  readonly item: number
  readonly number: string
}

/** In one due line of 1,000.00 €, late since the day given. */
export async function anInvoice(
  { claire }: Desk,
  customer: number,
  { due = '2026-11-02', amount = 100_000, kind = 'invoice' } = {},
): Promise<TestInvoice> {
  const number = `F-${++serial}`
  const { id } = accepted<{ id: number }>(
    await claire.send('POST', '/api/v1/invoices', {
      customerId: customer,
      number,
      kind,
      issueDate: '2026-09-01',
      total: { amount, currency: 'EUR' },
      dueLines: [{ dueDate: due, amount }],
    }),
  )
  const { body } = await claire.get<{ rows: { id: number; invoice: { id: number } }[] }>(
    `/api/v1/open-items?view=all&customer=${customer}`,
  )
  const item = body.rows.find((row) => (row as { invoiceId?: number }).invoiceId === id || row.invoice?.id === id)
  return { id, item: item?.id ?? 0, number }
}

export async function aPayment(
  { claire }: Desk,
  customer: number,
  lines: readonly { readonly item: number; readonly amount: number }[],
  amount = lines.reduce((sum, line) => sum + line.amount, 0),
): Promise<number> {
  return accepted<{ id: number }>(
    await claire.send('POST', '/api/v1/payments', {
      customerId: customer,
      receivedOn: '2026-11-20',
      amount: { amount, currency: 'EUR' },
      means: 'transfer',
      reference: null,
      allocations: lines.map((line) => ({ openItemId: line.item, amount: line.amount })),
      entryKey: `two-names-${++serial}`,
    }),
  ).id
}

export const merge = ({ claire }: Desk, kept: number, other: number) =>
  claire.send<{ error?: { code: string; message: string } }>('POST', `/api/v1/customers/${kept}/merge`, {
    otherId: other,
  })

export const separate = ({ claire }: Desk, other: number) =>
  claire.send<{ error?: { code: string; message: string; details: { standing: { sentence: string }[] } } }>(
    'POST',
    `/api/v1/merged-customers/${other}/separation`,
  )

export function accepted<T>({ status, body }: { readonly status: number; readonly body: unknown }): T {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body as T
}

/** Logs that only grow: what was done and decided stays written. */
const logs = ['journal', 'decision', 'balance_to_count']
/** Sums kept as changes to add up. */
const sums = ['payment_tally', 'reminder_tally']

/** All rows of all tables, by table, as text; logs and changes to add up left out, the sums of the latter in. */
export async function allRows({ owner }: TestDatabase): Promise<Record<string, string[]>> {
  const tables = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'quittance' order by 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables.rows.filter((table) => !logs.includes(table.name) && !sums.includes(table.name))) {
    const { rows } = await owner.query<{ line: string }>(`select t::text as line from quittance."${name}" t order by 1`)
    all[name] = rows.map(({ line }) => line)
  }
  const added = await owner.query<{ line: string }>(`
    select concat_ws(' ', currency, sum(payments), sum(amount), sum(unallocated_payments), sum(unallocated)) as line
    from quittance.payment_tally group by currency
    union all
    select * from (
      select concat_ws(' ', state, tone, currency, sum(messages), sum(items), sum(amount)) as line
      from quittance.reminder_tally group by state, tone, currency
      having (sum(messages), sum(items), sum(amount)) <> (0, 0, 0)) r
    order by 1`)
  all.tallies = added.rows.map(({ line }) => line)
  return all
}
