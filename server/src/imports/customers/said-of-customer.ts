import { customerCodeKey } from '@quittance/core/imports/customer-name.ts'
import type { CustomerRow } from '@quittance/core/imports/customers/customer-row.ts'
import { describePaymentTerm } from '@quittance/core/invoices/describe-payment-term.ts'
import type { CustomerCard } from '../../customers/customer-cards.ts'
import { countryCode } from '../planning/country-code.ts'
import { isMadeCode } from '../planning/directory.ts'
import type { Session } from '../planning/plan-batch.ts'

/** What a row says of its customer, as the card keeps it. */
export interface Said {
  readonly facts: Partial<Omit<CustomerCard, 'id' | 'parentId'>>
  readonly parentIsNew: boolean
  readonly ibans: readonly string[]
}

/** Of a customer merged into another one: its accounts are the other's, its name and terms are not. */
export const saidNothing = ({ ibans }: CustomerRow): Said => ({ facts: {}, parentIsNew: false, ibans })

interface Around {
  readonly session: Pick<Session, 'directory' | 'language'>
  /** null: it is still to be made. */
  readonly knownCode: string | null
  readonly parents: ReadonlyMap<string, string>
}

/** What is empty in the file says nothing. A code replaces only one that Quittance made. */
export function said(row: CustomerRow, { session, knownCode, parents }: Around): Said {
  const { customer, discount, terms, parentCode, ibans } = row
  const country = customer.country && countryCode(customer.country)
  const rep = customer.salesRep ? session.directory.personOf(customer.salesRep) : null
  const { siren, vatNumber, language, addressLine1, addressLine2, postcode, city, phone } = customer
  const key = customerCodeKey(knownCode ?? customer.code ?? '')
  const parentIsNew = parentCode !== undefined && parents.get(key) !== customerCodeKey(parentCode)
  const facts: { -readonly [F in keyof Said['facts']]: Said['facts'][F] | undefined } = {
    code: knownCode !== null && isMadeCode(knownCode) ? customer.code : undefined,
    name: row.isNamed ? customer.name : undefined,
    tradeName: row.tradeName,
    category: row.category,
    siren,
    vatNumber,
    language,
    currency: row.currency,
    country: country || undefined,
    addressLine1,
    addressLine2,
    postcode,
    city,
    phone,
    accountCode: row.accountCode,
    salesRepId: rep ?? undefined,
    paymentTerms: terms && describePaymentTerm(terms, session.language),
    awaitedParentCode: parentIsNew ? parentCode : undefined,
    ...(discount && { earlyDiscountBasisPoints: discount.basisPoints || null, earlyDiscountDays: discount.days }),
  }
  const told = Object.entries(facts).filter(([, value]) => value !== undefined)
  return { facts: Object.fromEntries(told) as Said['facts'], parentIsNew, ibans }
}
