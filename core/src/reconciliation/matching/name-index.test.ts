import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NameIndex, type NameMatch, openNameIndex } from './name-index.ts'
import { nameTokens } from './name-tokens.ts'

const crowd =
  'Perrin Valmont Daumas Bellevue Caron Girard Roussel Lemoine Dubois Fontaine Marchand Bernard Petit Renard Lambert'
    .split(' ')
    .map((name, at) => ({ customer: 900 + at, name: `Menuiserie ${name}`, isOther: false }))

const indexOf = (...names: readonly (readonly [number, string])[]): NameIndex => {
  const index = openNameIndex()
  for (const one of [...crowd, ...names.map(([customer, name]) => ({ customer, name, isOther: false }))]) index.add(one)
  return index
}
const matched = (index: NameIndex, name: string, isName = true): NameMatch[] => index.match(nameTokens(name), isName)
const first = (index: NameIndex, name: string, isName = true): number | undefined =>
  matched(index, name, isName)[0]?.entry.customer

describe('customers by their name', () => {
  const index = indexOf(
    [1, 'Nordelec Industrie SAS'],
    [2, 'Kerval Logistique'],
    [3, 'Établissements Vauquelin et Fils de Normandie'],
    [4, 'Société Provençale de Construction Mécanique'],
  )

  it('the whole name finds its customer, whatever its legal form, accents and case', () => {
    for (const name of [
      'NORDELEC INDUSTRIE',
      'sas nordelec industrie',
      'Nordélec Industrie SARL',
      'NORDELEC INDUSTRIES',
    ])
      expect([name, first(index, name), matched(index, name)[0]?.isWhole]).toEqual([name, 1, true])
  })

  it('a name written in one word is found', () => {
    expect(first(index, 'KERVALLOGISTIQUE')).toBe(2)
    expect(matched(index, 'KERVALLOGISTIQUE')[0]?.isWhole).toBe(true)
  })

  it('a name cut at 24, 31 or 35 characters still finds its customer', () => {
    for (const [customer, name] of [
      [3, 'ETABLISSEMENTS VAUQUELIN ET FILS DE NORMANDIE'],
      [4, 'SOCIETE PROVENCALE DE CONSTRUCTION MECANIQUE'],
    ] as const)
      for (const length of [24, 31, 35])
        expect([length, first(index, name.slice(0, length))]).toEqual([length, customer])
  })

  it('a word cut off is worth less than the word', () => {
    const whole = matched(index, 'KERVAL LOGISTIQUE')[0]?.weight ?? 0
    const cut = matched(index, 'KERVAL LOGIS')[0]?.weight ?? 0
    const half = matched(index, 'KERV')[0]?.weight ?? 0
    expect(whole).toBeGreaterThan(cut)
    expect(cut).toBeGreaterThan(half)
  })

  it('a mistyped word finds its customer, for less', () => {
    expect(first(index, 'NORDELCE INDUSTRIE')).toBe(1)
    expect(matched(index, 'NORDELCE INDUSTRIE')[0]?.weight).toBeLessThan(
      matched(index, 'NORDELEC INDUSTRIE')[0]?.weight ?? 0,
    )
  })

  it('a name stands anywhere in a label', () => {
    expect(first(index, 'PRESTATIONS HIVER VAUQUELIN NORMANDIE LOT', false)).toBe(3)
  })

  it('words too many speak against a name, and not against a label', () => {
    const [alone] = matched(index, 'KERVAL LOGISTIQUE')
    const [more] = matched(index, 'KERVAL LOGISTIQUE PAYSAGES HORTICOLES')
    const [label] = matched(index, 'KERVAL LOGISTIQUE PAYSAGES HORTICOLES', false)
    expect(more?.weight).toBeLessThan(alone?.weight ?? 0)
    expect(label?.weight).toBeGreaterThan(more?.weight ?? 0)
  })

  it('a stranger, a legal form alone and nothing at all find nobody', () => {
    expect(matched(index, 'Zephyr Holding')).toEqual([])
    expect(matched(index, 'SARL')).toEqual([])
    expect(index.match([], true)).toEqual([])
  })

  it('a rare word is worth more than one that many names have', () => {
    expect(matched(index, 'KERVAL')[0]?.weight).toBeGreaterThan(matched(index, 'MENUISERIE')[0]?.weight ?? 0)
  })

  it('the legal form tells two homonyms apart', () => {
    const homonyms = indexOf([1, 'Dupont Matériaux SARL'], [2, 'Dupont Matériaux SAS'])
    const [one, two] = matched(homonyms, 'LABEL DUPONT MATERIAUX SAS', false)
    expect(one?.entry.customer).toBe(2)
    expect(one?.weight).toBeGreaterThan(two?.weight ?? 0)
  })

  it('two of a network are told apart by what differs', () => {
    const network = indexOf([1, 'Nordelec Lyon'], [2, 'Nordelec Lille'], [3, 'Nordelec Nantes'])
    for (const [customer, name] of [
      [1, 'NORDELEC LYON'],
      [2, 'NORDELEC LILLE'],
      [3, 'NORDELEC NANTES'],
    ] as const)
      expect(first(network, name)).toBe(customer)
    const weights = matched(network, 'NORDELEC').map(({ weight }) => weight)
    expect(Math.max(...weights) - Math.min(...weights)).toBeLessThan(500)
  })

  it('a trade name or a name learnt finds the customer too, and each customer comes once', () => {
    const index = indexOf([1, 'SCI du Moulin'])
    index.add({ customer: 1, name: 'Hôtel Beauséjour', isOther: true })
    index.add({ customer: 1, name: 'Hôtel Beauséjour', isOther: true })
    const found = matched(index, 'HOTEL BEAUSEJOUR')
    expect(found.map(({ entry }) => entry.customer)).toEqual([1])
    expect(found[0]?.entry.isOther).toBe(true)
  })

  it('the order of the words and of the customers changes no answer', () => {
    const names: [number, string][] = [
      [1, 'Nordelec Lyon'],
      [2, 'Kerval Logistique'],
      [3, 'Vauquelin Normandie'],
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 3 }), (shuffled) => {
        for (const name of ['NORDELEC LYON', 'KERVAL', 'VAUQUELIN NORMANDIE', 'MENUISERIE CARON'])
          expect(first(indexOf(...shuffled), name)).toBe(first(indexOf(...names), name))
      }),
      { numRuns: 10 },
    )
    expect(first(index, 'LOGISTIQUE KERVAL', false)).toBe(2)
  })
})
