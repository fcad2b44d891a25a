import { parsePaymentTerm } from '@quittance/core/invoices/parse-payment-term.ts'
import {
  type CustomerFacts,
  contactEmailsOf,
  customersOfCodes,
  type FilledCustomer,
  insertCustomers,
  insertInvoicingContacts,
  lockCustomerFacts,
  type NewContact,
  writeCustomerFacts,
} from '../../customers/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import type { ChangeMade } from '../changes-made.ts'
import { type Directory, isMadeCode } from '../planning/directory.ts'
import type { Planned } from '../planning/plan-batch.ts'

/** What the rows of a batch say of one customer: the first that says something is believed. */
interface Said {
  readonly facts: CustomerFacts
  readonly code: string | null
  readonly contacts: ReadonlyMap<string, Omit<NewContact, 'customerId'>>
}

export interface CustomersWritten {
  readonly created: readonly number[]
  readonly contacts: readonly number[]
  readonly filled: readonly ChangeMade[]
}

/** Creates the customers that are new, fills what is empty at those known, adds the mailboxes nobody had. */
export async function writeCustomers(
  db: Db,
  directory: Directory,
  planned: readonly Planned[],
): Promise<CustomersWritten> {
  const said = sayings(directory, planned)
  const unmade = [...said].filter(([customer]) => customer < 0)
  const created = await create(db, directory, unmade)
  const known = [...said].filter(([customer]) => customer > 0)
  const filled = await fill(db, directory, known)
  const contacts = await addContacts(db, directory, said)
  return { created, contacts, filled }
}

const factNames = [
  'siren',
  'vatNumber',
  'paymentTerms',
  'addressLine1',
  'addressLine2',
  'postcode',
  'city',
  'phone',
  'salesRepId',
] as const satisfies readonly (keyof CustomerFacts)[]

function sayings(directory: Directory, planned: readonly Planned[]): Map<number, Said> {
  const said = new Map<number, Said>()
  for (const { customer, rows, salesRep } of planned) {
    const id = directory.idOf(customer)
    for (const { row } of rows) {
      const before = said.get(id)
      const facts = { ...factsOf(row.customer, row.paymentTerms), salesRepId: salesRep }
      const contacts = new Map(before?.contacts)
      const { invoicingEmail, contactName, phone } = row.customer
      if (invoicingEmail && !contacts.has(invoicingEmail.toLowerCase()))
        contacts.set(invoicingEmail.toLowerCase(), {
          email: invoicingEmail,
          lastName: contactName ?? null,
          phone: phone ?? null,
        })
      said.set(id, {
        facts: before ? merge(before.facts, facts) : facts,
        code: before?.code ?? row.customer.code ?? null,
        contacts,
      })
    }
  }
  return said
}

const factsOf = (
  customer: Planned['row']['customer'],
  terms: string | undefined,
): Omit<CustomerFacts, 'salesRepId'> => ({
  siren: customer.siren ?? null,
  vatNumber: customer.vatNumber ?? null,
  paymentTerms: terms !== undefined && parsePaymentTerm(terms).ok ? terms : null,
  addressLine1: customer.addressLine1 ?? null,
  addressLine2: customer.addressLine2 ?? null,
  postcode: customer.postcode ?? null,
  city: customer.city ?? null,
  phone: customer.phone ?? null,
})

/** What stands first stays; an address is taken whole or not at all. */
function merge(first: CustomerFacts, then: CustomerFacts): CustomerFacts {
  const hasAddress = [first.addressLine1, first.addressLine2, first.postcode, first.city].some((part) => part !== null)
  return {
    siren: first.siren ?? then.siren,
    vatNumber: first.vatNumber ?? then.vatNumber,
    paymentTerms: first.paymentTerms ?? then.paymentTerms,
    addressLine1: hasAddress ? first.addressLine1 : then.addressLine1,
    addressLine2: hasAddress ? first.addressLine2 : then.addressLine2,
    postcode: hasAddress ? first.postcode : then.postcode,
    city: hasAddress ? first.city : then.city,
    phone: first.phone ?? then.phone,
    salesRepId: first.salesRepId ?? then.salesRepId,
  }
}

async function create(db: Db, directory: Directory, unmade: readonly (readonly [number, Said])[]): Promise<number[]> {
  if (unmade.length === 0) return []
  const wanted = unmade.map(([customer, { facts }]) => ({ customer, ...directory.draftOf(customer), ...facts }))
  const inserted = await insertCustomers(
    db,
    wanted.map(({ customer: _customer, ...fields }) => fields),
  )
  const byCode = new Map(inserted.map(({ code, id }) => [code, id]))
  const missing = wanted.filter(({ code }) => !byCode.has(code))
  // Somebody made a customer of this code since the file was opened.
  for (const { code, id } of missing.length > 0
    ? await customersOfCodes(
        db,
        missing.map(({ code }) => code),
      )
    : [])
    byCode.set(code, id)
  for (const { customer, code } of wanted) {
    const id = byCode.get(code)
    if (id === undefined) throw new Error(`The customer of code ${code} was neither made nor found`)
    directory.made(customer, id)
  }
  return inserted.map(({ id }) => id)
}

const noFacts: CustomerFacts = {
  siren: null,
  vatNumber: null,
  paymentTerms: null,
  addressLine1: null,
  addressLine2: null,
  postcode: null,
  city: null,
  phone: null,
  salesRepId: null,
}

/** Customers that were named without anything else; their numbers are negative until they are made. Answers the new ones. */
export const createCustomers = (db: Db, directory: Directory, customers: readonly number[]): Promise<number[]> =>
  create(
    db,
    directory,
    customers.map((customer) => [customer, { facts: noFacts, code: null, contacts: new Map() }] as const),
  )

async function fill(db: Db, directory: Directory, known: readonly (readonly [number, Said])[]): Promise<ChangeMade[]> {
  const isTelling = (customer: number, { facts, code }: Said): boolean =>
    (code !== null && isMadeCode(directory.codeOf(customer))) || factNames.some((name) => facts[name] !== null)
  const telling = new Map(known.filter(([customer, said]) => isTelling(customer, said)))
  if (telling.size === 0) return []
  const before = await lockCustomerFacts(db, [...telling.keys()])
  const changed = before.flatMap((customer): [FilledCustomer, FilledCustomer][] => {
    const said = telling.get(customer.id)
    if (!said) return []
    const isBetter = said.code !== null && isMadeCode(customer.code) && !directory.isAliasCode(said.code)
    const code = isBetter && said.code !== null ? said.code : customer.code
    const after = { ...customer, ...merge(customer, said.facts), code }
    const isSame = code === customer.code && factNames.every((name) => after[name] === customer[name])
    return isSame ? [] : [[customer, after]]
  })
  await writeCustomerFacts(
    db,
    changed.map(([, after]) => after),
  )
  return changed.map(([customer, after]) => ({ thing: 'customer', id: customer.id, before: customer, after }))
}

/** Adds the mailboxes their customers do not have. Answers the new ones. */
export async function addContacts(
  db: Db,
  directory: Directory,
  said: ReadonlyMap<number, Pick<Said, 'contacts'>>,
): Promise<number[]> {
  const wanted = [...said].flatMap(([customer, { contacts }]) =>
    [...contacts].flatMap(([key, contact]) => {
      const customerId = directory.idOf(customer)
      return directory.isNewMailbox(customerId, key) ? [{ ...contact, key, customerId }] : []
    }),
  )
  if (wanted.length === 0) return []
  const there = await contactEmailsOf(db, [...new Set(wanted.map(({ customerId }) => customerId))])
  const known = new Set(there.map(({ customerId, email }) => `${customerId} ${email}`))
  const missing = wanted.filter(({ customerId, key }) => !known.has(`${customerId} ${key}`))
  return insertInvoicingContacts(db, missing)
}
