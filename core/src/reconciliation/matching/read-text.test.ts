import { describe, expect, it } from 'vitest'
import { findDates } from './find-dates.ts'
import { nameTokens, squeezed } from './name-tokens.ts'
import { isNearly, shapeOf } from './number-shape.ts'
import { readField } from './read-text.ts'

const telling = (text: string, amount = 1): string[] =>
  readField('label', text, amount)
    .atoms.filter(({ isDigits, noise }) => isDigits && !noise)
    .map(({ text: digits }) => digits)

describe('what a label says', () => {
  it('reads past accounts, companies, telephones, amounts and days', () => {
    expect(telling('FACT 1374 SIRET 55210055400013 TEL 06 12 34 56 78 DU 12/09/2025 1 234,56 EUR')).toEqual(['1374'])
    expect(telling('IBAN FR76 3000 6000 0112 3456 7890 189 FACT 42')).toEqual(['42'])
    expect(telling('REGLT 98000 FACT 75', 98_000)).toEqual(['75'])
  })

  it('keeps the place of each word, and reads a letter O among figures as zero', () => {
    const { atoms } = readField('label', 'Réf F2O26O842', 1)
    expect(atoms.map(({ text }) => text)).toEqual(['REF', 'F', '20260842'])
    expect(atoms.at(-1)).toMatchObject({ from: 5, to: 13 })
  })

  it('reads days and months in the manners of payers', () => {
    expect(findDates('FACT DU 12/09/25').map(({ day }) => day)).toEqual(['2025-09-12'])
    expect(findDates('fac 31/03/2025-30/04/2025').map(({ day }) => day)).toEqual(['2025-03-31', '2025-04-30'])
    expect(findDates('REGLT SEPT 25')).toMatchObject([{ month: 9, year: 2025, day: null, dayOfMonth: null }])
    expect(findDates('fact du 14.02')).toMatchObject([{ month: 2, year: null, dayOfMonth: 14 }])
    expect(findDates('FACT DU 31/02/2025')).toEqual([])
  })

  it('finds a number again whatever is lost of it', () => {
    const keys = shapeOf('FA-2025-01374').keys.map(({ key }) => key)
    expect(keys).toEqual([
      'FA202501374',
      '202501374',
      'FA2501374',
      '2501374',
      'FA1374',
      'FA01374',
      'FA20251374',
      '20251374',
    ])
    expect(shapeOf('FA-2025-01374').serial).toBe('1374')
  })

  it('knows one wrong figure, or two exchanged, from another number', () => {
    expect(isNearly('F20251374', 'F20251347')).toBe(true)
    expect(isNearly('F20251374', 'F20251384')).toBe(true)
    expect(isNearly('F20251374', 'F20251399')).toBe(false)
    expect(isNearly('F20251374', 'F20251374')).toBe(false)
  })

  it('compares names without abbreviations and plurals', () => {
    expect(nameTokens('Ets Transp. Moreau & Fils')).toEqual(nameTokens('ETABLISSEMENTS TRANSPORTS MOREAU ET FILS'))
    expect(squeezed('SARL Charpente du Marché 40')).toBe('CHARPENTEDUMARCHE40')
  })
})
