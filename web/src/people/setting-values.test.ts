import { describe, expect, it } from 'vitest'
import { readCount, readRate, readTimeOfDay, writeIban, writeRate, writeTimeOfDay } from './setting-values.ts'

describe('a rate of late interest', () => {
  it.each([
    ['12,15', 1215],
    ['12.15 %', 1215],
    [' 10 ', 1000],
    ['0', 0],
    ['100', 10_000],
    ['', null],
  ])('« %s » is read as %s hundredths of a percent', (typed, read) => {
    expect(readRate(typed)).toBe(read)
  })

  it.each(['douze', '12,155', '100,01', '-3', '1e1'])('« %s » is not one', (typed) => {
    expect(readRate(typed)).toBe(undefined)
  })

  it('is written as it is read', () => {
    expect(writeRate(1215, 'fr')).toBe('12,15')
    expect(writeRate(1210, 'en')).toBe('12.1')
    expect(writeRate(null, 'fr')).toBe('')
  })
})

describe('a time of day', () => {
  it.each([
    ['10:00', 600],
    ['10h', 600],
    ['8 h 30', 510],
    ['08.30', 510],
    ['1730', 1050],
    ['9', 540],
    ['00:00', 0],
  ])('« %s » is minute %s of the day', (typed, minute) => {
    expect(readTimeOfDay(typed)).toBe(minute)
  })

  it.each(['', '24:00', '10:60', 'midi', '10:5', '-1'])('« %s » is not one', (typed) => {
    expect(readTimeOfDay(typed)).toBe(undefined)
  })

  it('is written with two digits', () => {
    expect(writeTimeOfDay(510)).toBe('08:30')
    expect(writeTimeOfDay(1050)).toBe('17:30')
  })
})

describe('a number of days or messages', () => {
  it('stays within its limits', () => {
    expect(readCount('5', { least: 0, most: 60 })).toBe(5)
    expect(readCount('1 000', { least: 1, most: 1_000_000 })).toBe(1000)
    for (const typed of ['61', '-1', '2,5', '', 'cinq']) {
      expect(readCount(typed, { least: 0, most: 60 })).toBe(undefined)
    }
  })
})

it('an IBAN stands in groups of four', () => {
  expect(writeIban('FR7630006000011234567890189')).toBe('FR76 3000 6000 0112 3456 7890 189')
  expect(writeIban(null)).toBe('')
})
