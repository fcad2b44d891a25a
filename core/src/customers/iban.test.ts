import { describe, expect, it } from 'vitest'
import { formatIban, readIban } from './iban.ts'

describe('an account number', () => {
  it('is read however it is spaced', () => {
    const expected = { iban: 'FR7630006000011234567890189', isSound: true }
    expect(readIban('FR76 3000 6000 0112 3456 7890 189')).toEqual(expected)
    expect(readIban('fr76-3000.6000 0112 3456 7890 189')).toEqual(expected)
  })

  it('is kept as doubtful when its check digits are wrong', () => {
    expect(readIban('FR7730006000011234567890189')).toEqual({ iban: 'FR7730006000011234567890189', isSound: false })
    expect(readIban('DE89370400440532013000')?.isSound).toBe(true)
  })

  it.each(['', 'FR76', '30006000011234567890189', 'Virement', 'FR76 3000 6000 0112 3456 7890 189 FR76'.repeat(2)])(
    '%j is none',
    (text) => expect(readIban(text)).toBeUndefined(),
  )

  it('is shown in groups of four', () => {
    expect(formatIban('FR7630006000011234567890189')).toBe('FR76 3000 6000 0112 3456 7890 189')
  })
})
