import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatementLine } from '../statement.ts'
import type { StatementFile } from '../statement-file.ts'
import { balanceRecord, complementRecord, movementRecord } from '../testing/cfonb-records.ts'
import { complementOf, remittanceOf } from './complements.ts'
import { readCfonb } from './read-cfonb.ts'

const read = (cents: number, movement: string, complements: readonly string[]): StatementFile => {
  const records = [balanceRecord('01', '220326', 0), movement, ...complements, balanceRecord('07', '230326', cents)]
  const found = readCfonb(records.join('\n'))
  if ('problem' in found) throw new Error(JSON.stringify(found.problem))
  return found
}

type Written = readonly [qualifier: string, text: string]

const lineWith = (cents: number, operation: string, ...complements: readonly Written[]): StatementLine | undefined =>
  read(
    cents,
    movementRecord({ amount: cents, operation, label: 'OPERATION' }),
    complements.map(([qualifier, text]) => complementRecord(qualifier, text)),
  ).statements[0]?.statement.lines[0]

const credit = (...complements: readonly Written[]) => lineWith(10_000, '05', ...complements)
const debit = (...complements: readonly Written[]) => lineWith(-10_000, '06', ...complements)
const returned = (...complements: readonly Written[]) => lineWith(-10_000, 'B3', ...complements)

describe('what a complement says of a credit', () => {
  it('LIB: free words, as often as it comes', () => {
    expect(credit(['LIB', 'FACTURE 12'], ['LIB', 'ET 13'])).toMatchObject({
      label: 'OPERATION FACTURE 12 ET 13',
      remittance: 'FACTURE 12 ET 13',
    })
  })

  it('NPY: who paid, all seventy characters of the name', () => {
    const name = 'SOCIETE ANONYME DES TRAVAUX PUBLICS ET CARRIERES DE LA VALLEE DE LOIRE'
    expect(name).toHaveLength(70)
    expect(credit(['NPY', name])?.otherName).toBe(name)
  })

  it('NPO: for whom it was paid', () => {
    expect(credit(['NPY', 'CENTRALE'], ['NPO', 'MAGASIN DE TOURS'])).toMatchObject({
      otherName: 'CENTRALE',
      otherUltimateName: 'MAGASIN DE TOURS',
    })
  })

  it('LCC and LC2: what the payer wrote, and the free words of the bank are not it', () => {
    expect(credit(['LIB', 'WORDS OF THE BANK'], ['LCC', 'FACTURE 12'], ['LC2', 'MERCI'])?.remittance).toBe(
      'FACTURE 12 MERCI',
    )
  })

  it('LCS: the reference of the creditor, its first thirty-five characters', () => {
    expect(credit(['LCS', `${'RF18539007547034'.padEnd(35)}X`])?.creditorReference).toBe('RF18539007547034')
  })

  it('RCN: the end-to-end reference, and not the purpose behind it', () => {
    expect(credit(['RCN', `${'F2026-031'.padEnd(35)}SUPP`])?.endToEndId).toBe('F2026-031')
    expect(credit(['RCN', `${'NOTPROVIDED'.padEnd(35)}SUPP`])?.endToEndId).toBeNull()
    expect(credit(['RCN', `${''.padEnd(35)}SUPP`])?.endToEndId).toBeNull()
  })

  it('RUM: the mandate, and not the sequence behind it', () => {
    expect(credit(['RUM', `${'MDT-2026-7'.padEnd(35)}RCUR`])?.mandate).toBe('MDT-2026-7')
  })

  it('MMO: the amount in the currency of the order, with the decimals it names', () => {
    expect(credit(['MMO', 'USD200000000123456'])?.original).toEqual({ amount: 123_456, currency: 'USD' })
    expect(credit(['MMO', 'JPY000000000012345'])?.original).toEqual({ amount: 12_345, currency: 'JPY' })
    expect(credit(['MMO', 'TND300000000012345'])?.original).toEqual({ amount: 12_345, currency: 'TND' })
  })

  it('MMO: nothing where the amount is no whole number of its smallest unit', () => {
    expect(credit(['MMO', 'USD300000000123456'])?.original).toBeNull()
    expect(credit(['MMO', 'US'])?.original).toBeNull()
  })

  it('FEE: what the bank kept', () => {
    expect(credit(['FEE', 'EUR200000000001500'])?.charges).toBe(1500)
    expect(credit()?.charges).toBeNull()
  })

  it('CPY: the account of who paid, without its blanks; anything else is no account', () => {
    expect(credit(['CPY', 'FR76 3000 6000 0112 3456 7890 189'])?.otherIban).toBe('FR7630006000011234567890189')
    expect(credit(['CPY', '12345678901'])?.otherIban).toBeNull()
  })

  it('IPY, IPO, REF, PDO: identifiers are kept from the words a person reads', () => {
    const line = credit(['IPY', '73282932000074'], ['IPO', '987'], ['REF', 'LOT 7'], ['PDO', 'FR'], ['NPY', 'DUPONT'])
    expect(line).toMatchObject({ label: 'OPERATION DUPONT', remittance: '' })
  })

  it('NBE and CBE: ourselves, so not the other side', () => {
    expect(credit(['NBE', 'NOUS'], ['CBE', 'FR7630006000011234567890189'])).toMatchObject({
      otherName: null,
      otherIban: null,
    })
  })
})

describe('what a complement says of a debit', () => {
  it('NBE, NBU, CBE: who was paid, for whom, and on which account', () => {
    expect(
      debit(['NPY', 'NOUS'], ['NBE', 'EDF'], ['NBU', 'EDF LOIRE'], ['CBE', 'FR7630006000011234567890189']),
    ).toMatchObject({ otherName: 'EDF', otherUltimateName: 'EDF LOIRE', otherIban: 'FR7630006000011234567890189' })
  })

  it('NPY and NPO: the customer, where a direct debit came back', () => {
    expect(returned(['NBE', 'NOUS'], ['NPY', 'CLIENT MARTIN'], ['NPO', 'FILIALE'], ['RUM', 'MDT-7'])).toMatchObject({
      kind: 'returned',
      otherName: 'CLIENT MARTIN',
      otherUltimateName: 'FILIALE',
      mandate: 'MDT-7',
    })
  })
})

describe('the remittance of a payer', () => {
  it('is read whole however it was cut over the two lines', () => {
    const words = fc
      .array(fc.constantFrom('FACTURE', '2026-031', 'ET', 'AVOIR', '12', 'A'), { minLength: 1, maxLength: 20 })
      .map((all) => all.join(' ').slice(0, 140).trim())
    fc.assert(
      fc.property(words, (text) => {
        const lines = [text.slice(0, 70), text.slice(70)].filter(Boolean)
        const all = lines.map((line, index) => complementOf(complementRecord(index === 0 ? 'LCC' : 'LC2', line)))
        // A blank that fell on the cut is the one thing nobody can know from the first line alone.
        expect(remittanceOf(all).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        if (!/ /.test(text.slice(69, 71))) expect(remittanceOf(all)).toBe(text)
      }),
    )
  })
})

describe('a complement of the older layout', () => {
  const old = (text: string, amount = ''): string => {
    const head = complementRecord('', '').slice(0, 40)
    return `${head}${text}`.padEnd(90).concat(amount).padEnd(120)
  }

  it('is words up to the amount it repeats, which is not read with them', () => {
    expect(complementOf(old('VIREMENT DE MARTIN', '0000000010000{'))).toMatchObject({ qualifier: '' })
    const file = read(10_000, movementRecord({ amount: 10_000, label: 'VIR' }), [old('DE MARTIN', '0000000001000{')])
    expect(file.statements[0]?.statement.lines[0]?.label).toBe('VIR DE MARTIN')
    expect(file.warnings).toEqual([])
  })

  it('is words to its end where it repeats no amount', () => {
    const long = 'FACTURES DE MARS ET AVRIL PAYEES ENSEMBLE SELON NOTRE ACCORD DU MOIS DERNIER'
    expect(complementOf(old(long)).text.trim()).toBe(long)
  })
})

describe('a qualifier nobody knows', () => {
  it('is told once in a statement, and its words stay', () => {
    const file = read(10_000, movementRecord({ amount: 10_000 }), [
      complementRecord('ZZZ', 'UN'),
      complementRecord('ZZZ', 'DEUX'),
      complementRecord('Q12', 'TROIS'),
    ])
    expect(file.warnings).toEqual([
      { code: 'unknownQualifier', line: 2, value: 'ZZZ' },
      { code: 'unknownQualifier', line: 2, value: 'Q12' },
    ])
    expect(file.statements[0]?.statement.lines[0]?.label).toBe('UN DEUX TROIS')
    expect(file.statements[0]?.facts).toMatchObject({ detail_records: 3 })
  })
})
