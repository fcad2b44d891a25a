import { describe, expect, it } from 'vitest'
import {
  addressesFrom,
  addressesIn,
  copiesOf,
  countFrom,
  hourFrom,
  hourText,
  namedIn,
  sumFrom,
  sumText,
} from './delivery-words.ts'

describe('what is typed of a step', () => {
  it('reads hours as people write them, and nothing as the hour of the organisation', () => {
    expect(['10:30', '9h', '9', ' 08h05 ', ''].map(hourFrom)).toEqual([630, 540, 540, 485, null])
    expect(['24:00', '10:75', 'midi'].map(hourFrom)).toEqual([undefined, undefined, undefined])
    expect([hourText(485), hourText(null)]).toEqual(['08:05', ''])
  })

  it('reads sums and counts to the hundredth, not below', () => {
    expect(['12,5', '1 500', '15.00 €', ''].map(sumFrom)).toEqual([1250, 150_000, 1500, null])
    expect(['1,234', '-3', 'x'].map(sumFrom)).toEqual([undefined, undefined, undefined])
    expect([sumText(1250, 'fr'), sumText(1500, 'fr'), sumText(null, 'fr')]).toEqual(['12,50', '15', ''])
    expect([sumText(1250, 'en'), sumFrom(sumText(1250, 'en'))]).toEqual(['12.50', 1250])
    expect(['7', '', 'x'].map(countFrom)).toEqual([7, null, undefined])
  })

  it('parts copies into those it names and addresses, and puts them together again', () => {
    const copies = [{ ours: 'salesRep' }, { role: 'escalation' }, { address: 'a@b.fr' }] as const
    expect([namedIn([...copies]), addressesIn([...copies])]).toEqual([['salesRep', 'contact:escalation'], ['a@b.fr']])
    expect(copiesOf(namedIn([...copies]), addressesIn([...copies]))).toEqual(copies)
    expect(copiesOf([], [])).toEqual([])
  })

  it('reads addresses as people write them, each once, and nothing else', () => {
    expect(addressesFrom('a@b.fr; c@d.fr,\na@b.fr')).toEqual(['a@b.fr', 'c@d.fr'])
    expect(addressesFrom(' ')).toEqual([])
    expect(['direction', 'a@b', 'a@b.fr, <c@d.fr>'].map(addressesFrom)).toEqual([undefined, undefined, undefined])
  })
})
