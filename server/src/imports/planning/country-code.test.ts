import { expect, it } from 'vitest'
import { countryCode } from './country-code.ts'

it('a country is known by its name in French or English, and by its two letters', () => {
  expect(['Belgique', 'BELGIUM', 'be', ' Côte d’Ivoire ', 'Etats-Unis', 'UK', 'Allemagne'].map(countryCode)).toEqual([
    'BE',
    'BE',
    'BE',
    'CI',
    'US',
    'GB',
    'DE',
  ])
  expect(['', 'Pays de Loire', '391', 'zz'].map(countryCode)).toEqual(Array(4).fill(undefined))
})
