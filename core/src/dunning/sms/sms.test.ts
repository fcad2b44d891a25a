import { describe, expect, it } from 'vitest'
import { mobileNumber, readableNumber } from './phone-number.ts'
import { smsMessages } from './sms-messages.ts'
import { plainForSms, smsSize } from './sms-parts.ts'

describe('the parts of an SMS', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
  ])('are of 160 signs alone and 153 each together: %#', (text, parts) => {
    expect(smsSize(text).parts).toBe(parts)
  })

  it.each([
    ['ê'.repeat(70), 1],
    ['ê'.repeat(71), 2],
    ['ê'.repeat(134), 2],
    ['ê'.repeat(135), 3],
    ['😀'.repeat(35), 1],
    ['😀'.repeat(36), 2],
  ])('are of 70 signs alone and 67 each as soon as one sign is not of the telephone’s alphabet: %#', (text, parts) => {
    expect(smsSize(text)).toMatchObject({ parts, costly: [...text][0] })
  })

  it('count the euro as two signs, and never cut it in the middle', () => {
    expect(smsSize('€'.repeat(80))).toMatchObject({ parts: 1, signs: 160, costly: null })
    expect(smsSize('€'.repeat(81)).parts).toBe(2)
    // 153 places hold 76 of them: the last place stays empty.
    expect(smsSize('€'.repeat(153)).parts).toBe(3)
  })

  it('are not made short by what a typesetter adds', () => {
    const typeset = '«\u00a0F-1\u00a0»\u00a0: 9\u202f744,00\u00a0€, dites-le-nous… l’été'
    expect(smsSize(typeset).costly).not.toBeNull()
    expect(smsSize(plainForSms(typeset)).costly).toBeNull()
    expect(plainForSms('l’été\u00a0?')).toBe("l'été ?")
    expect(plainForSms('un\r\nTo: +33600000000\u0000\u001b\tdeux')).toBe('un To: +33600000000 deux')
  })
})

describe('the number an SMS goes to', () => {
  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['07.12.34.56.78', '+33712345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['+49 151 23456789', '+4915123456789'],
    ['+262 692 12 34 56', '+262692123456'],
    ['0692 12 34 56', '+262692123456'],
    ['06 39 12 34 56', '+262639123456'],
    ['0690 12 34 56', '+590690123456'],
    ['0694 12 34 56', '+594694123456'],
    ['06 97 12 34 56', '+596697123456'],
    ['06 95 12 34 56', '+33695123456'],
  ])('is read as people type it: %s', (typed, number) => {
    expect(mobileNumber(typed)).toBe(number)
  })

  it.each(['01 53 01 40 00', '+33 3 53 01 40 00', '12345', '', 'poste 12', '+1', '+336123456789'])(
    'is not a line of an office, nor half a number: %s',
    (typed) => {
      expect(mobileNumber(typed)).toBeNull()
    },
  )
})

it('is shown in the groups in which it is said', () => {
  expect(readableNumber('+33612345678').replaceAll('\u00a0', ' ')).toBe('+33 6 12 34 56 78')
  expect(readableNumber('+4915123456789')).toBe('+4915123456789')
})

it('has words for every tone in both languages, without the law', () => {
  for (const texts of Object.values(smsMessages)) {
    expect(Object.keys(texts)).toHaveLength(5)
    // Nor of a letter that may not have been sent.
    for (const text of Object.values(texts)) expect(text).not.toMatch(/441|40 €|€40|pénalit|interest|courrier|letter/i)
  }
})
