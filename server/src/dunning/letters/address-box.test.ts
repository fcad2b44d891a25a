import { describe, expect, it } from 'vitest'
import { addressLines, explainAddress, type PostalAddress } from './address-box.ts'

const saintAubin: PostalAddress = {
  name: 'Brasserie Saint-Aubin',
  attention: 'Mme Inès Morel',
  line1: '4, place de l’Hôtel-de-Ville',
  line2: 'Bât. B',
  postcode: '35140',
  city: 'Saint-Aubin-du-Cormier',
  country: 'FR',
}
const french = { country: 'FR', language: 'fr' } as const
const linesOf = (over: Partial<PostalAddress>) => addressLines({ ...saintAubin, ...over }, french)

describe('the address in the window', () => {
  it('ends with three lines in capitals, without punctuation', () => {
    expect(linesOf({})).toEqual({
      kind: 'lines',
      lines: [
        'Brasserie Saint-Aubin',
        'Mme Inès Morel',
        'BÂT B',
        '4 PLACE DE L HÔTEL DE VILLE',
        '35140 SAINT AUBIN DU CORMIER',
      ],
    })
  })

  it('names the country only abroad', () => {
    expect(linesOf({ line2: null, country: 'DE' })).toMatchObject({ lines: expect.arrayContaining(['ALLEMAGNE']) })
    expect(linesOf({ line2: null })).not.toMatchObject({ lines: expect.arrayContaining(['FRANCE']) })
  })

  it('writes the postcode where the country of the addressee does', () => {
    const belfast = { line2: null, postcode: 'BT1 5GS', city: 'Belfast', country: 'GB' }
    expect(linesOf(belfast)).toMatchObject({ lines: expect.arrayContaining(['BELFAST BT1 5GS', 'ROYAUME UNI']) })
    const aachen = { line2: null, postcode: '52062', city: 'Aachen', country: 'DE' }
    expect(linesOf(aachen)).toMatchObject({ lines: expect.arrayContaining(['52062 AACHEN']) })
  })

  it('cuts a long name between two words, as long as six lines are enough', () => {
    const name = 'Société anonyme des brasseries et malteries réunies'
    expect(linesOf({ name })).toMatchObject({
      lines: expect.arrayContaining(['Société anonyme des brasseries et', 'malteries réunies']),
    })
    expect(linesOf({ name: `${name} de Saint-Aubin-du-Cormier et environs` })).toEqual({
      kind: 'unusable',
      because: 'tooLong',
    })
    expect(linesOf({ name: 'x'.repeat(39) })).toEqual({ kind: 'unusable', because: 'tooLong' })
  })

  it('refuses an address no postman could use, and says what to do', () => {
    expect(linesOf({ line1: ' ', line2: null })).toEqual({ kind: 'unusable', because: 'missingStreet' })
    expect(linesOf({ city: '' })).toEqual({ kind: 'unusable', because: 'missingTown' })
    expect(explainAddress('tooLong', 'fr')).toContain('abrégez-la')
    expect(explainAddress('missingStreet', 'en')).toContain('complete it')
  })
})
