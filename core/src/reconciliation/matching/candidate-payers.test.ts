import { describe, expect, it } from 'vitest'
import type { BankLine, Books, LearntLine } from './books.ts'
import { areRelated, type Payer } from './candidate-payers.ts'
import { aCustomer, aLine, anItem } from './testing/some-books.ts'
import { layOpen } from './testing/some-case.ts'

const iban = 'FR7630006000011234567890189'
const otherIban = 'DE89370400440532013000'
const nordelec = aCustomer(1, { name: 'Nordelec Industrie SAS', ibans: ['FR76 3000 6000 0112 3456 7890 189'] })
const kerval = aCustomer(2, { name: 'Kerval Logistique', siren: '552100554', code: 'K-0442' })
const customers = [nordelec, kerval]

const payers = (line: BankLine, books: Partial<Books> = {}): readonly Payer[] =>
  layOpen({ customers, ...books }, line).payers
const payer = (customer: number, line: BankLine, books: Partial<Books> = {}): Payer | undefined =>
  payers(line, books).find((one) => one.customer.id === customer)

const learnt = (customer: number, more: Partial<BankLine>): LearntLine => ({
  line: aLine(5_000, 'VIR', more),
  customers: [customer],
  allocations: [{ invoiceNumber: 'F-1', customer, amount: 5_000 }],
  difference: null,
})

describe('who may have paid', () => {
  it('the owner of the account, however the IBAN is spaced', () => {
    for (const payerIban of [iban, 'fr76 3000 6000 0112 3456 7890 189'])
      expect(payers(aLine(5_000, 'VIR', { payerIban }))[0]).toMatchObject({ customer: { id: 1 }, iban: 'books' })
  })

  it('who paid from that account before, the surer the more often', () => {
    const line = aLine(5_000, 'VIR', { payerIban: otherIban })
    const once = payer(2, line, { learnt: [learnt(2, { payerIban: otherIban })] })
    const often = payer(2, line, { learnt: [1, 2, 3, 4, 5].map(() => learnt(2, { payerIban: otherIban })) })
    expect(once?.iban).toBe(1)
    expect(often?.iban).toBe(5)
    expect(often?.identified).toBeGreaterThan(once?.identified ?? 0)
  })

  it('an account that two share says less of each', () => {
    const line = aLine(5_000, 'VIR', { payerIban: iban })
    const shared = [nordelec, { ...kerval, ibans: [iban] }]
    expect(payer(1, line, { customers: shared })?.identified).toBeLessThan(payer(1, line)?.identified ?? 0)
    expect(payer(2, line, { customers: shared })?.iban).toBe('books')
  })

  it('who is named as payer, as last payer or in the label', () => {
    expect(payers(aLine(5_000, 'VIR', { payerName: 'KERVAL LOGISTIQUE' }))[0]?.customer.id).toBe(2)
    expect(payers(aLine(5_000, 'VIR', { ultimateName: 'KERVAL LOGISTIQUE' }))[0]?.customer.id).toBe(2)
    expect(payers(aLine(5_000, 'VIR SEPA RECU DE KERVAL LOGISTIQUE FACT 12'))[0]?.customer.id).toBe(2)
  })

  it('accents, case and legal forms of the name change nothing', () => {
    const weights = ['NORDELEC INDUSTRIE SAS', 'Nordélec Industrie SAS', 'nordelec industrie s.a.s.'].map(
      (payerName) => payer(1, aLine(5_000, 'VIR', { payerName }))?.weight,
    )
    expect(new Set(weights).size).toBe(1)
  })

  it('a trade name leads to its customer', () => {
    const one = aCustomer(3, { name: 'SCI 2B', otherNames: ['Hôtel Beauséjour'] })
    expect(payers(aLine(5_000, 'VIR HOTEL BEAUSEJOUR'), { customers: [one] })[0]?.customer.id).toBe(3)
  })

  it('who paid under these words before', () => {
    const line = aLine(5_000, 'VIR', { payerName: 'Trésorerie Val d’Arcy' })
    const known = payer(2, line, { learnt: [learnt(2, { payerName: 'TRESORERIE VAL D ARCY' })] })
    expect(known?.wording).toBe(1)
    expect(payer(2, line)).toBeUndefined()
  })

  it('whose code or company number is written, joined or in threes', () => {
    expect(payer(2, aLine(5_000, 'VIR CLIENT K0442'))?.code).toBe(true)
    for (const siren of ['552100554', '552 100 554', '55210055400013'])
      expect([siren, payer(2, aLine(5_000, `VIR SIRET ${siren}`))?.siren]).toEqual([siren, true])
  })

  it('whose invoice is quoted, though nothing else names him', () => {
    const items = [anItem(842, 2)]
    expect(payer(2, aLine(5_000, 'VIR F-2026-0842'), { items })).toMatchObject({ identified: 0 })
  })

  it('who owes that very amount, where few do', () => {
    const items = [anItem(842, 2, { amount: 43_210 })]
    expect(payer(2, aLine(43_210, 'VIR X'), { items })?.customer.id).toBe(2)
    const many = Array.from({ length: 30 }, (_, at) => aCustomer(100 + at, { name: `Nom${at}` }))
    const like = many.map(({ id }) => anItem(id, id, { amount: 43_210 }))
    expect(payers(aLine(43_210, 'VIR X'), { customers: many, items: like })).toEqual([])
  })

  it('the parent of whoever may have paid', () => {
    const group = [aCustomer(1, { name: 'Nordelec' }), aCustomer(2, { name: 'Kerval', parent: 1 })]
    expect(payers(aLine(5_000, 'VIR KERVAL'), { customers: group }).map(({ customer }) => customer.id)).toEqual([2, 1])
  })

  it('nobody, where the line says nothing', () => {
    expect(payers(aLine(5_000, 'VIR SEPA RECU'))).toEqual([])
    expect(payers(aLine(5_000, ''))).toEqual([])
  })

  it('a slip of cheques names nobody by its label', () => {
    const line = aLine(5_000, 'REMISE CHEQUES KERVAL LOGISTIQUE', { kind: 'chequeDeposit' })
    expect(payers(line)).toEqual([])
  })

  it('words of banks and months are nobody’s name', () => {
    const one = aCustomer(3, { name: 'Virement Septembre Facture' })
    expect(payers(aLine(5_000, 'VIREMENT FACTURE SEPTEMBRE'), { customers: [one] })).toEqual([])
  })

  it('at most fourteen, best first', () => {
    const network = Array.from({ length: 40 }, (_, at) => aCustomer(100 + at, { name: `Nordelec Agence ${at + 10}` }))
    const found = payers(aLine(5_000, 'NORDELEC AGENCE 31', { payerName: 'NORDELEC AGENCE 31' }), {
      customers: network,
    })
    expect(found.length).toBeLessThanOrEqual(14)
    expect(found[0]?.customer.id).toBe(121)
    expect(found.map(({ weight }) => weight)).toEqual(found.map(({ weight }) => weight).toSorted((a, b) => b - a))
  })

  it('account and name together are surer than either alone', () => {
    const both = payer(1, aLine(5_000, 'VIR', { payerIban: iban, payerName: 'NORDELEC INDUSTRIE' }))
    const account = payer(1, aLine(5_000, 'VIR', { payerIban: iban }))
    const name = payer(1, aLine(5_000, 'VIR', { payerName: 'NORDELEC INDUSTRIE' }))
    expect(both?.identified).toBeGreaterThan(Math.max(account?.identified ?? 0, name?.identified ?? 0))
    expect(both?.identified).toBeLessThan((account?.identified ?? 0) + (name?.identified ?? 0))
  })
})

describe('who contradicts', () => {
  it('an invoice quoted on a line from the account of another', () => {
    const line = aLine(5_000, 'VIR F-2026-0842', { payerIban: iban })
    expect(payer(2, line, { items: [anItem(842, 2)] })?.contradicted).toBe('iban')
    expect(payer(1, line, { items: [anItem(842, 2)] })?.contradicted).toBeNull()
  })

  it('an invoice quoted under the name of another', () => {
    const line = aLine(5_000, 'VIR F-2026-0842', { payerName: 'NORDELEC INDUSTRIE' })
    expect(payer(2, line, { items: [anItem(842, 2)] })?.contradicted).toBe('name')
  })

  it('no parent contradicts a child, nor one child another', () => {
    const group = [
      aCustomer(1, { name: 'Nordelec Industrie', ibans: [iban] }),
      aCustomer(2, { name: 'Kerval Logistique', parent: 1 }),
      aCustomer(3, { name: 'Vauquelin', parent: 1 }),
    ]
    const line = aLine(5_000, 'VIR F-2026-0842', { payerIban: iban, payerName: 'NORDELEC INDUSTRIE' })
    expect(payer(2, line, { customers: group, items: [anItem(842, 2)] })?.contradicted).toBeNull()
    const byChild = aLine(5_000, 'VIR F-2026-0842', { payerName: 'VAUQUELIN' })
    expect(payer(2, byChild, { customers: group, items: [anItem(842, 2)] })?.contradicted).toBeNull()
  })

  it('relatives are parent, child and the children of one parent', () => {
    const parents: readonly (readonly [number, number | null])[] = [
      [1, null],
      [2, 1],
      [3, 1],
      [4, null],
    ]
    const all = new Map(parents.map(([id, parent]) => [id, aCustomer(id, { parent })]))
    expect([areRelated(1, 2, all), areRelated(3, 1, all), areRelated(2, 3, all), areRelated(4, 4, all)]).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect([areRelated(1, 4, all), areRelated(4, 2, all), areRelated(9, 8, all)]).toEqual([false, false, false])
  })
})
