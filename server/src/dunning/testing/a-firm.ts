import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Db, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/testing/test-database.ts'
import type { InTransaction } from '../run/daily-run.ts'
import { addDefaultScenarios } from '../scenarios/use-cases.ts'

/** An organisation with one firm, its default scenarios and one accountant, for tests of the database side. */
export interface TestFirm {
  readonly organization: number
  readonly entity: number
  readonly claire: number
  readonly inTransaction: InTransaction
}

export async function aFirm(database: TestDatabase, name = 'Atelier Vauquelin'): Promise<TestFirm> {
  const nobody = { organization: null, person: null, rights: 'none' } as const
  const { id: organization } = await transaction(database.app, nobody, (db) =>
    db.one<{ id: number }>(sql`select found_organization(${name}, false) as id`),
  )
  const inTransaction: InTransaction = (work) =>
    transaction(database.app, { organization, person: null, rights: 'all' }, work)
  return inTransaction(async (db) => {
    const { id: entity } = await db.one<{ id: number }>(sql`
      insert into legal_entity (organization_id, name, email, iban) values (current_organization(), ${name}, 'compta@vauquelin.example', 'FR7630006000011234567890189') returning id`)
    const { id: claire } = await db.one<{ id: number }>(sql`
      insert into person (organization_id, name, email, role) values (current_organization(), 'Claire Besson', 'claire@vauquelin.example', 'accountant') returning id`)
    await addDefaultScenarios(db, 'fr')
    return { organization, entity, claire, inTransaction }
  })
}

interface CustomerGiven {
  readonly name?: string
  readonly email?: string | null
  readonly hasAddress?: boolean
}

/** A customer with one contact that receives reminders, unless `email` is null. */
export async function aCustomer(db: Db, given: CustomerGiven = {}): Promise<number> {
  const { name = 'Menuiseries Castel', email = 'compta@castel.example', hasAddress = false } = given
  const { id } = await db.one<{ id: number }>(sql`
    insert into customer (organization_id, code, name, address_line1, postcode, city)
    values (current_organization(), ${name}, ${name}, ${hasAddress ? '1 rue des Lilas' : null}, ${hasAddress ? '71100' : null}, ${hasAddress ? 'Chalon' : null}) returning id`)
  if (email !== null) {
    await db.run(sql`
      insert into contact (organization_id, customer_id, civility, last_name, role, email)
      values (current_organization(), ${id}, 'Mme', 'Gauthier', 'accountsPayable', ${email})`)
  }
  return id
}

interface InvoiceGiven {
  readonly customer: number
  readonly entity: number
  readonly number: string
  readonly due: string
  /** Cents. */
  readonly amount: number
}

/** An invoice in one due line, issued thirty days before; the id is that of the due line. */
export async function anInvoice(db: Db, { customer, entity, number, due, amount }: InvoiceGiven): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    with made as (
      insert into invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount)
      values (current_organization(), ${entity}, ${customer}, ${number}, ${amount < 0 ? 'creditNote' : 'invoice'}, ${due}::date - 30, 'EUR', ${amount}) returning id)
    insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
    select current_organization(), id, ${entity}, ${customer}, 'EUR', ${due}::date - 30, ${due}, ${amount} from made returning id`)
  return id
}

/** A payment allocated to one item. */
export async function aPayment(
  db: Db,
  given: { customer: number; entity: number; item: number; amount: number; on: CalendarDate },
): Promise<void> {
  await db.run(sql`
    with paid as (
      insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
      values (current_organization(), ${given.entity}, ${given.customer}, ${given.on}, 'EUR', ${given.amount}, 'transfer') returning id)
    insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
    select current_organization(), ${given.item}, id, ${given.amount}, ${given.on} from paid`)
}

export async function aMailServer(db: Db, entity: number, port: number): Promise<void> {
  await db.run(sql`
    insert into smtp_settings (organization_id, legal_entity_id, host, port, security, from_name, from_address)
    values (current_organization(), ${entity}, '127.0.0.1', ${port}, 'none', 'Claire Besson', 'compta@vauquelin.example')`)
}
