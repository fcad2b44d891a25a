import { expect, it } from 'vitest'
import { writeSize } from './write-size.ts'

it('a size is in the unit a person reads, and a small file is not nothing', () => {
  expect(writeSize(86_016, 'fr').replace(/\s/, ' ')).toBe('84 ko')
  expect(writeSize(12, 'en')).toBe('1 kB')
  expect(writeSize(1_572_864, 'fr').replace(/\s/, ' ')).toBe('1,5 Mo')
})
