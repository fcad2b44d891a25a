import { describe, expect, it } from 'vitest'
import { findHeader } from './header-line.ts'

const found = (...lines: readonly string[]) => {
  const header = findHeader(lines.map((line) => line.split(';')))
  return header && [header.first, header.index, header.known]
}

describe('the line of headers', () => {
  it('is the one with most names we know, not a title nor a row', () => {
    expect(
      found(
        'Liste des factures au 22/11/2026',
        'Service;Comptabilité',
        'N° pièce;Client;Échéance;Montant TTC',
        'F-2026-0961;Brasserie Saint-Aubin;20/12/2026;2160,00',
      ),
    ).toEqual([2, 2, 4])
  })

  it('holds columns by age as well', () => {
    expect(found('Client;Facture;Échéance;Non échu;0-30;31-60;> 60', 'Brun;F-1;31/12/2026;;;;5,00')).toEqual([0, 0, 3])
  })

  it('takes two lines where they say more together', () => {
    expect(found(';Facture;;Montant;', 'Client;N°;Date;HT;TTC', 'Brun;F-1;31/12/2026;1,00;2,00')).toEqual([0, 1, 4])
  })

  it('takes two lines where the upper one names several columns alike', () => {
    const amounts = ['Montant;Montant;Montant', 'non échu;0-30;31-60'] as const
    expect(
      found(`;Date;Date;${amounts[0]}`, `N° pièce;facture;échéance;${amounts[1]}`, '411BRUN Brun & Fils;;;;;'),
    ).toEqual([0, 1, 3])
  })

  it('does not take a row for its second line because a word of it is one of headers', () => {
    expect(found('customer_id;name;city;category', 'C1;Alpha;Lyon;company', 'C2;Beta;Lille;individual')).toEqual([
      0, 0, 3,
    ])
    expect(found('Numéro;Date;Échéance;Montant', 'facture;facture;;TTC', 'F-1;1/10/2026;31/10/2026;9,00')).toEqual([
      0, 1, 4,
    ])
  })

  it('is missing where every line holds a day or an amount', () => {
    expect(found('F-1;Brun;31/12/2026;10,00', 'F-2;Castel;31/12/2026;20,00')).toBeUndefined()
  })
})
