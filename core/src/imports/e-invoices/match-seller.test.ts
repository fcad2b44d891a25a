import { describe, expect, it } from 'vitest'
import { isBoughtByUs, matchSeller, sellerCell } from './match-seller.ts'
import { aParty } from './testing/an-e-invoice.ts'

const ours = { name: 'Atelier Vauquelin', siren: '812345678', vatNumber: 'FR40812345678' }
const sister = { name: 'Vauquelin Travaux', siren: '552100554', vatNumber: null }
const unnumbered = { name: 'Atelier Vauquelin', siren: null, vatNumber: null }

const said = (name: string | null, legalId: string | null = null, vatId: string | null = null): string =>
  sellerCell(aParty(name, { legalId, vatId }))

describe('the seller of an invoice', () => {
  it.each([
    ['its SIREN, whatever its name', said('AV SARL', '812 345 678')],
    ['its SIRET', said('AV', '81234567800012')],
    ['its VAT number, which holds the SIREN', said('AV', null, 'FR40 812345678')],
    ['its name, where it has no number', said('ATELIER VAUQUELIN S.A.R.L.')],
    ['a name that a person typed', 'Atelier Vauquelin'],
  ])('is our firm by %s', (_, cell) => {
    expect(matchSeller(cell, ours, [sister])).toEqual({ kind: 'ours' })
  })

  it('is another firm of ours, or nobody of ours, even under our name', () => {
    expect(matchSeller(said('VT', '552100554'), ours, [sister])).toEqual({ kind: 'sister', name: 'Vauquelin Travaux' })
    expect(matchSeller(said('Atelier Vauquelin', '732829320'), ours, [sister])).toEqual({ kind: 'other' })
    expect(matchSeller(said('Lieferant GmbH', null, 'DE123456789'), ours, [])).toEqual({ kind: 'other' })
    expect(matchSeller('', ours, [])).toEqual({ kind: 'other' })
  })

  it('is not known where our firm has no number', () => {
    expect(matchSeller(said('Lieferant GmbH', null, 'DE123456789'), unnumbered, [])).toEqual({ kind: 'unproven' })
    expect(matchSeller(said('Atelier Vauquelin', '732829320'), unnumbered, [])).toEqual({ kind: 'ours' })
    expect(matchSeller(said('VT', '552100554'), unnumbered, [sister])).toMatchObject({ kind: 'sister' })
  })

  it('sold it to us where we are the buyer', () => {
    expect(isBoughtByUs({ name: 'AV', siren: '812345678' }, ours)).toBe(true)
    expect(isBoughtByUs({ name: 'Atelier Vauquelin' }, unnumbered)).toBe(true)
    expect(isBoughtByUs({ name: 'Farine & Cie', siren: '552100554' }, ours)).toBe(false)
  })
})
