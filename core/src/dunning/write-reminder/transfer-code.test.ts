import { describe, expect, it } from 'vitest'
import { asCurrency, money } from '../../money/money.ts'
import { exampleFacts } from './example-facts.ts'
import { transferCode } from './transfer-code.ts'

const facts = exampleFacts('fr')
const [first, second] = facts.items
const bytes = (text: string | undefined) => new TextEncoder().encode(text).length
type Over = Partial<Parameters<typeof transferCode>[0]>
const codeOf = (over: Over = {}) => transferCode({ ...facts, customerCode: 'C-0142', ...over })
const entity = (over: Partial<typeof facts.legalEntity>): Over => ({ legalEntity: { ...facts.legalEntity, ...over } })

describe('the code of a SEPA transfer', () => {
  it('says line by line who is paid, where, how much and for what (EPC069-12)', () => {
    expect(codeOf()).toEqual({
      amount: 1_095_600,
      text: [
        'BCD',
        '002',
        '1',
        'SCT',
        'AGRIFRPP',
        'Atelier Vauquelin',
        'FR7630006000011234567890189',
        'EUR10956.00',
        '',
        '',
        'C-0142 F-2026-0851 F-2026-0929',
      ].join('\n'),
    })
  })

  it('asks for what is left once credits are taken off, to the cent', () => {
    const credit = {
      kind: 'creditNote',
      reference: 'AV-1',
      date: facts.today,
      amount: money(1_095_595, asCurrency('EUR')),
    }
    expect(codeOf({ credits: [credit as never] })?.text).toContain('\nEUR0.05\n')
    expect(codeOf({ credits: [{ ...credit, amount: money(1_095_600, asCurrency('EUR')) } as never] })).toBeNull()
  })

  it('asks for euros only', () => {
    if (!first || !second) throw new Error('the example has two items')
    const dollars = { ...second, amountDue: money(99, asCurrency('USD')) }
    expect(codeOf({ items: [first, dollars] })?.text).toMatch(/\nEUR7344.00\n\n\nC-0142 F-2026-0851$/)
    expect(codeOf({ items: [dollars] })).toBeNull()
  })

  it('is not there for an account number that was mistyped or is not known', () => {
    expect(codeOf(entity({ iban: 'FR7630006000011234567890188' }))).toBeNull()
    expect(codeOf(entity({ iban: null }))).toBeNull()
    expect(codeOf(entity({ bic: 'AGRI' }))?.text).toContain('SCT\n\nAtelier')
  })

  it('stays within 331 bytes and 140 signs of reference, and cuts no invoice number', () => {
    const items = facts.items.flatMap((item) =>
      Array.from({ length: 30 }, (_, n) => ({ ...item, invoiceNumber: `${item.invoiceNumber}/${n}` })),
    )
    const name = 'Société coopérative de menuiserie et d’agencement « Vauquelin » et associés réunis'
    const text = codeOf({ items, ...entity({ name }) })?.text ?? ''
    expect(bytes(text)).toBeLessThanOrEqual(331)
    const lines = text.split('\n')
    expect([...(lines[5] ?? '')]).toHaveLength(70)
    expect(lines[10]?.length).toBeLessThanOrEqual(140)
    const numbers = (lines[10] ?? '').split(' ').slice(1)
    expect(numbers.length).toBeGreaterThan(5)
    expect(items.map((item) => item.invoiceNumber)).toEqual(expect.arrayContaining(numbers))
    const wide = codeOf({ customerCode: 'é'.repeat(60), items, ...entity({ name: '中'.repeat(80) }) })?.text
    expect(bytes(wide)).toBeLessThanOrEqual(331)
  })

  it('lets no line break of a name or a number make a line of its own', () => {
    if (!first) throw new Error('the example has items')
    const items = [{ ...first, invoiceNumber: 'F-1\nEUR1.00' }]
    const lines = codeOf({ items, ...entity({ name: 'Atelier\r\nVoleur' }) })?.text.split('\n')
    expect(lines).toHaveLength(11)
    expect(lines?.[5]).toBe('Atelier Voleur')
  })
})
