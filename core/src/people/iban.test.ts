import { describe, expect, it } from 'vitest'
import { readIban } from './iban.ts'

describe('an IBAN', () => {
  it.each([
    ['FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189'],
    ['fr14 2004 1010 0505 0001 3m02 606', 'FR1420041010050500013M02606'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['GB29-NWBK-6016-1331-9268-19', 'GB29NWBK60161331926819'],
  ])('%s is read without its spaces', (typed, read) => {
    expect(readIban(typed)).toBe(read)
  })

  it.each([
    'FR76 3000 6000 0112 3456 7890 188',
    'FR76 3000 6000 0112 3456 7809 189',
    'FR76 3000 6000 0112 3456 7890 18',
    'FR76',
    '',
    'not an account',
  ])('%s is refused as mistyped', (typed) => {
    expect(readIban(typed)).toBe(undefined)
  })
})
