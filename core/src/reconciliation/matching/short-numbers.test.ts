import { describe, expect, it } from 'vitest'
import { readField } from './read-text.ts'
import { cutNumbers, shortNumbers } from './short-numbers.ts'

const shorts = (text: string, whole: Parameters<typeof shortNumbers>[1] = []): string[] =>
  shortNumbers([readField('label', text, 1)], whole).map(({ digits }) => digits)
const cuts = (text: string): string[] => cutNumbers([readField('label', text, 1)]).map(({ key }) => key)

describe('figures that may be the end of an invoice number', () => {
  it('stand alone or in a list, after a word for invoices or after none', () => {
    expect(shorts('FACT 1374 75 78')).toEqual(['1374', '75', '78'])
    expect(shorts('NORDELEC 1374')).toEqual(['1374'])
  })

  it('are no years, no days, no amounts and nothing that is said to be something else', () => {
    expect(shorts('PRESTATIONS 2026')).toEqual([])
    expect(shorts('FACT DU 12/09/2026')).toEqual([])
    expect(shorts('MT 118,40 EUR')).toEqual([])
    expect(shorts('CLIENT 1374 CONTRAT 88120')).toEqual([])
  })

  it('are longer only where the text calls them an invoice: its software pads with zeros', () => {
    expect(shorts('FACT 0000001374')).toEqual(['0000001374'])
    expect(shorts('NORDELEC 0000001374')).toEqual([])
  })

  it('are no part of a number that is read whole', () => {
    expect(shorts('FACT 1374 88', [{ field: 'label', from: 5, to: 9 }])).toEqual(['88'])
  })

  it('say when a word announces them, and when they are the transfer’s own', () => {
    const [announced, bare] = shortNumbers([readField('label', 'FACT 1374 NORDELEC 1402', 1)], [])
    expect([announced?.announced, bare?.announced]).toEqual([true, false])
    expect(shortNumbers([readField('endToEnd', '1374', 1)], [])[0]?.isOwn).toBe(true)
  })
})

describe('a text that ends within a number', () => {
  it('gives all that the number may begin with', () => {
    expect(cuts('NORDELEC INDUSTRIE FACT F-2026-084')).toContain('F2026084')
  })

  it('is none where it is short or ends in a word', () => {
    expect(cuts('FACT F-2026-084')).toEqual([])
    expect(cuts('NORDELEC INDUSTRIE F-2026-084 MERCI')).toEqual([])
  })
})
