import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addCustomer } from '../../customers/change-customer.ts'
import type { FactsChanged } from '../../customers/facts-changed.ts'
import { type Founded, foundOrganization } from '../../people/found-organization.ts'
import type { Database } from '../../platform/database/connection.ts'
import { type Db, type Scope, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { addInvoice, type InvoiceInput } from '../add-invoice.ts'

/** Monday 23 November 2026, the day of the example company. */
export const today: CalendarDate = asDate('2026-11-23')

/** An organisation with one firm and one person, and short ways to give it customers and invoices. */
export interface Firm extends Founded {
  readonly scope: Scope
  /** Customers whose facts were said to have changed, in order. */
  readonly asked: number[]
  readonly factsChanged: FactsChanged
  work<T>(act: (db: Db) => Promise<T>): Promise<T>
  customer(fields?: Partial<Parameters<typeof addCustomer>[1]>): Promise<number>
  /** Answers the ids of its open items, in order. */
  invoice(fields: AnInvoice): Promise<number[]>
}

export interface AnInvoice {
  readonly customer: number
  readonly number?: string
  readonly kind?: InvoiceInput['kind']
  readonly issued?: string
  readonly due?: string
  readonly amount?: number
  readonly currency?: string
  /** Several due lines instead of one: due day and amount. */
  readonly lines?: readonly (readonly [string, number])[]
  readonly subject?: string
}

let serial = 0

export async function aFirm(database: Database, name = 'Atelier Vauquelin'): Promise<Firm> {
  const founder = {
    name: 'Claire Besson',
    email: `claire${++serial}@vauquelin.example`,
    role: 'admin' as const,
    phone: null,
    authUser: null,
  }
  const founded = await transaction(database.app, { organization: null, person: null, rights: 'all' }, (db) =>
    foundOrganization(db, {
      name,
      isDemo: false,
      language: 'fr',
      siren: null,
      person: founder,
      onNewOrganization: async () => undefined,
    }),
  )
  const scope: Scope = { organization: founded.organization, person: founded.person, rights: 'all', origin: 'web' }
  const work = <T>(act: (db: Db) => Promise<T>) => transaction(database.app, scope, act)
  const asked: number[] = []
  const factsChanged: FactsChanged = async (_db, customers) => {
    asked.push(...customers)
  }
  return {
    ...founded,
    scope,
    asked,
    factsChanged,
    work,
    customer: (fields = {}) => {
      const code = `C-${String(++serial).padStart(4, '0')}`
      return work((db) => addCustomer(db, { code, name: `Client ${code}`, ...fields }))
    },
    invoice: (fields) => work((db) => writeInvoice(db, fields, factsChanged)),
  }
}

async function writeInvoice(db: Db, fields: AnInvoice, factsChanged: FactsChanged): Promise<number[]> {
  const lines = fields.lines ?? [[fields.due ?? '2026-10-31', fields.amount ?? 100_000] as const]
  const total = lines.reduce((sum, [, amount]) => sum + amount, 0)
  const id = await addInvoice(db, {
    input: {
      customerId: fields.customer,
      number: fields.number ?? `F-2026-${String(++serial).padStart(4, '0')}`,
      kind: fields.kind ?? 'invoice',
      issueDate: fields.issued ?? ['2026-10-01', ...lines.map(([due]) => due)].toSorted()[0] ?? '2026-10-01',
      total: { amount: total, currency: fields.currency ?? 'EUR' },
      subject: fields.subject,
      dueLines: lines.map(([dueDate, amount]) => ({ dueDate, amount })),
    },
    factsChanged,
  })
  const items = await db.rows<{ id: number }>(sql`
    select id from open_item where organization_id = current_organization() and invoice_id = ${id} order by position`)
  return items.map((item) => item.id)
}
