import { describe, expect, it } from 'vitest'
import { returnAddress } from './return-address.ts'

describe('after signing in', () => {
  it('one is back on the page that was asked for, with its filters', () => {
    expect(returnAddress('/factures?vue=en-retard&retard=60#total')).toBe('/factures?vue=en-retard&retard=60#total')
  })

  it.each([
    undefined,
    12,
    '',
    'factures',
    '//ailleurs.example/a',
    '/\\ailleurs.example',
    'https://ailleurs.example',
    'javascript:alert(1)',
  ])('%s leads to the day, never to another site', (asked) => {
    expect(returnAddress(asked)).toBe('/a-faire')
  })

  it('one does not come back to the door', () => {
    expect(returnAddress('/connexion?retour=/factures')).toBe('/a-faire')
    expect(returnAddress('/bienvenue')).toBe('/a-faire')
  })

  it('no tab or line break smuggles a host in', () => {
    expect(returnAddress('/\t/ailleurs.example')).toBe('/a-faire')
  })
})
