import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalForms, nameStem, nameTokens, squeezed } from './name-tokens.ts'

const telling = (name: string): string[] => nameTokens(name).filter((word) => !legalForms.has(word))

describe('the words of a name', () => {
  it('are the same with accents, ligatures, capitals or none', () => {
    expect(nameTokens('Électricité Générale Cœur d’Île')).toEqual(nameTokens('ELECTRICITE GENERALE COEUR D ILE'))
    expect(nameTokens('Straße')).toEqual(['STRASSE'])
  })

  it('are the same with the legal form before, after or absent', () => {
    const bare = telling('Dupont Matériaux')
    for (const name of [
      'SARL Dupont Matériaux',
      'DUPONT MATERIAUX SAS',
      'Dupont Matériaux S.A.R.L.',
      'S A R L DUPONT MAT',
    ])
      expect([name, telling(name)]).toEqual([name, bare])
  })

  it('are the same when abbreviated as banks and firms do', () => {
    for (const [short, long] of [
      ['ETS MOREAU', 'Établissements Moreau'],
      ['STE NOUVELLE GIRARD', 'Société Nouvelle Girard'],
      ['CIE DES EAUX', 'Compagnie des Eaux'],
      ['TRANSP LEGRAND', 'Transports Legrand'],
      ['ENTR BATIM CARON', 'Entreprise Bâtiments Caron'],
      ['GRP IMMO SUD', 'Groupe Immobilier Sud'],
      ['DUPONT FRERES', 'Dupont Frère'],
      ['SERV TECH RENARD', 'Services Techniques Renard'],
    ] as const)
      expect([short, nameTokens(short)]).toEqual([short, nameTokens(long)])
  })

  it('lose their joining words, but for a name that is made of nothing else', () => {
    expect(nameTokens('Moreau et Fils de la Loire')).toEqual(['MOREAU', 'FILS', 'LOIRE'])
    expect(nameTokens('The Of')).toEqual(['THE', 'OF'])
  })

  it('initials stand together whether they have points, blanks or neither', () => {
    for (const name of ['S.N.C.F. Réseau', 'S N C F RESEAU', 'SNCF Réseau'])
      expect([name, nameTokens(name)]).toEqual([name, ['SNCF', 'RESEAU']])
  })

  it('an article with its apostrophe is dropped, straight or curved', () => {
    expect(nameTokens("L'Atelier d'Anne")).toEqual(nameTokens('L’Atelier d’Anne'))
    expect(nameTokens("L'Oréal")).toEqual(['OREAL'])
  })

  it('a plural is its singular, and a short word or a double s stays', () => {
    expect(nameStem('JARDINS')).toBe('JARDIN')
    expect(nameStem('GLASS')).toBe('GLASS')
    expect(nameStem('BOIS')).toBe('BOIS')
  })

  it('nothing at all has no words', () => {
    expect(nameTokens('')).toEqual([])
    expect(nameTokens(' - / ')).toEqual([])
    expect(squeezed('SARL')).toBe('')
  })

  it('do not change with blanks, points or hyphens between them', () => {
    const word = fc.constantFrom('DUPONT', 'MOREAU', 'MATERIAUX', 'NORDELEC', 'SARL', 'TRANSPORTS', 'ST', 'JEAN')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(' ', '  ', '-', ' / ', ', '),
        (words, mark) => {
          expect(nameTokens(words.join(mark).toLowerCase())).toEqual(nameTokens(words.join(' ')))
          expect(squeezed(words.join(mark))).toBe(
            squeezed(words.join('')).replaceAll('SARL', '') || squeezed(words.join(' ')),
          )
        },
      ),
    )
  })
})
