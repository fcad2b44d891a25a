import { describe, expect, it } from 'vitest'
import { isFromOwn, openOwnAccounts } from './own-accounts.ts'
import { aCustomer, aLine } from './testing/some-books.ts'

const iban = 'FR7612345678901234567890185'
const books = { own: { names: ['Valfonte Services SAS'], ibans: ['FR76 1234 5678 9012 3456 7890 185'] }, customers: [] }
const from = (more: Parameters<typeof aLine>[2], given: Parameters<typeof openOwnAccounts>[0] = books): boolean =>
  isFromOwn(aLine(100_000, 'VIR SEPA RECU', more), openOwnAccounts(given))

describe('money from the firm itself', () => {
  it('comes from one of its accounts, however written', () => {
    expect(from({ payerIban: iban })).toBe(true)
    expect(from({ payerIban: iban.toLowerCase() })).toBe(true)
    expect(from({ payerIban: 'FR7630006000011234567890189' })).toBe(false)
  })

  it('comes under its name, with its legal form or without', () => {
    expect(from({ payerName: 'VALFONTE SERVICES' })).toBe(true)
    expect(from({ payerName: 'SAS VALFONTE SERVICES' })).toBe(true)
    expect(from({ payerName: 'VALFONTE INDUSTRIE' })).toBe(false)
    expect(from({})).toBe(false)
  })

  it('is a customer’s where a customer is called so or has the account', () => {
    const customers = [aCustomer(1, { name: 'Valfonte Services', ibans: [iban] })]
    expect(from({ payerName: 'VALFONTE SERVICES' }, { ...books, customers })).toBe(false)
    expect(from({ payerIban: iban }, { ...books, customers })).toBe(false)
  })

  it('is nobody’s to tell where the books say nothing of the firm', () => {
    expect(from({ payerName: 'VALFONTE SERVICES', payerIban: iban }, { customers: [] })).toBe(false)
  })
})
