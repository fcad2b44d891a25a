import { describe, expect, it } from 'vitest'
import { accountName } from './account-name.ts'

describe('the name of an account that nobody named', () => {
  it.each([
    ['FR1420041010050500013M02606', '', 'La Banque Postale ··2606'],
    ['FR7699999000011234567890189', '', 'Compte bancaire ··0189'],
    ['DE89370400440532013000', '', 'Compte bancaire ··3000'],
    [null, '25040066/0123456789', 'Compte bancaire ··6789'],
    [null, ' ', 'Compte bancaire'],
  ])('%s, written "%s": %s', (iban, text, name) => {
    expect(accountName({ iban, text }, 'fr')).toBe(name)
  })

  it('speaks the language of who brings it', () => {
    expect(accountName({ iban: null, text: '0000888899H' }, 'en')).toBe('Bank account ··899H')
  })
})
