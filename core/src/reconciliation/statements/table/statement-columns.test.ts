import { describe, expect, it } from 'vitest'
import { detectStatementColumns, isEnough, sideOf } from './statement-columns.ts'

const detect = (headers: string, ...rows: readonly string[]) =>
  detectStatementColumns(
    headers.split(';'),
    rows.map((row) => row.split(';')),
  )

describe("the columns of a bank's list", () => {
  it.each([
    ['Date;Libellé;Montant', ['bookedOn', 'label', 'amount']],
    ['Date opération;Date valeur;Libellé;Débit;Crédit', ['bookedOn', 'valueOn', 'label', 'debit', 'credit']],
    ['DATE COMPTABLE;LIBELLÉ;DÉBIT EUROS;CRÉDIT EUROS', ['bookedOn', 'label', 'debit', 'credit']],
    ['Date;Description;Paid out;Paid in;Balance', ['bookedOn', 'label', 'debit', 'credit', 'balance']],
    ['Booking date;Value date;Details;Amount;Currency', ['bookedOn', 'valueOn', 'label', 'amount', 'currency']],
    ['Date de valeur;Libellé;Montant', ['bookedOn', 'label', 'amount']],
    ['Date;Nom;Référence;Montant', ['bookedOn', 'name', 'details', 'amount']],
    ['Date;Libellé;Libellé complémentaire;Montant;Catégorie', ['bookedOn', 'label', 'details', 'amount', null]],
  ])('are found by their headers: %s', (headers, columns) => {
    expect(detect(headers)).toEqual(columns)
  })

  it.each(['Date;Libellé', 'Libellé;Montant', 'Date;Montant', 'Date;Libellé;Débit', 'Client;Facture;Échéance'])(
    'are not those of a statement: %s',
    (headers) => {
      expect(detect(headers)).toBeUndefined()
    },
  )

  it('are not believed over cells of another sort, but where a few are misspelt', () => {
    expect(detect('Date;Libellé;Montant', 'hier;A;1,00', 'demain;B;2,00')).toBeUndefined()
    expect(detect('Date;Libellé;Montant', '23/03/2026;A;1,00', '30/02/2026;B;deux')).toBeDefined()
    expect(detect('Date;Libellé;Montant;Sens', '23/03/2026;A;1,00;D')).toContain('side')
    expect(detect('Date;Libellé;Montant;Sens', '23/03/2026;A;1,00;Nord')).not.toContain('side')
  })

  it('say a side in French or English', () => {
    expect(['D', 'Débit', 'DR', '-'].map(sideOf)).toEqual([-1, -1, -1, -1])
    expect(['C', 'Crédit', 'cr', '+'].map(sideOf)).toEqual([1, 1, 1, 1])
    expect(sideOf('X')).toBeUndefined()
  })
})

describe('columns that a person named', () => {
  it('are enough with a day, words and an amount in one column or two', () => {
    expect(isEnough(['bookedOn', null, 'label', 'amount'])).toBe(true)
    expect(isEnough(['bookedOn', 'label', 'details', 'details', 'debit', 'credit'])).toBe(true)
  })

  it('are not without one of them, or with one twice', () => {
    expect(isEnough(['label', 'amount'])).toBe(false)
    expect(isEnough(['bookedOn', 'amount'])).toBe(false)
    expect(isEnough(['bookedOn', 'label', 'debit'])).toBe(false)
    expect(isEnough(['bookedOn', 'label', 'label', 'amount'])).toBe(false)
    expect(isEnough([])).toBe(false)
  })
})
