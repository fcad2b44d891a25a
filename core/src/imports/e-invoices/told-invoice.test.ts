import { describe, expect, it } from 'vitest'
import { refusalSentence, refusalTitle } from '../messages.ts'
import { contradictionSentence, contradictionText, type ToldInvoice } from './told-invoice.ts'

const told = (some: Partial<ToldInvoice> = {}): ToldInvoice => ({
  file: 'BASIC.pdf',
  total: 67_115,
  amountDue: 47_015,
  currency: 'EUR',
  issueDate: '2026-11-13',
  dueDates: ['2026-12-13'],
  ...some,
})

const readable = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('two invoices of one number', () => {
  it('are told with their files, amounts and days', () => {
    const text = contradictionText(told(), [told({ file: 'b.xml', total: 94_030, amountDue: 94_030, dueDates: [] })])
    expect(readable(contradictionSentence(text, 'fr', true))).toBe(
      'Celle-ci (BASIC.pdf) : 671,15 € du 13/11/2026, 470,15 € à payer, échéance 13/12/2026. Une autre (b.xml) : 940,30 € du 13/11/2026',
    )
    expect(readable(contradictionSentence(text, 'en', true))).toBe(
      'This one (BASIC.pdf): €671.15 of 13 Nov 2026, €470.15 left to pay, due 13 Dec 2026. Another (b.xml): €940.30 of 13 Nov 2026',
    )
  })

  it('say which is there already, and the first and last of several due days', () => {
    const mine = told({ issueDate: null, dueDates: ['2026-12-13', '2027-01-13'] })
    const text = contradictionText(mine, [told({ file: null })])
    expect(readable(contradictionSentence(text, 'fr', true))).toBe(
      'Celle-ci (BASIC.pdf) : 671,15 €, 470,15 € à payer, échéance 13/12/2026 – 13/01/2027. Celle qui est là : 671,15 € du 13/11/2026, 470,15 € à payer, échéance 13/12/2026',
    )
  })

  it('count those that say the same once, and in a list say how many they are', () => {
    const others = ['1', '2', '3'].map((file) => told({ file, total: file === '3' ? 5_000 : 6_000 }))
    const text = contradictionText(told(), others)
    expect(contradictionSentence(text, 'fr', false).match(/Une autre/g)).toHaveLength(2)
    expect(contradictionSentence(text, 'fr', true)).toMatch(/échéance 13\/12\/2026\. 2 autres disent autre chose$/)
  })

  it('are a refusal that says what to do', () => {
    const refusal = {
      line: 2,
      field: 'invoiceNumber',
      code: 'namesakesDisagree',
      value: 'FA-1',
      other: contradictionText(told(), [told({ file: 'b.xml' })]),
      fix: { field: 'invoiceNumber', value: 'FA-1' },
    } as const
    expect(refusalTitle(refusal, 'fr')).toMatch(
      /^Plusieurs factures différentes sous ce numéro\. Celle-ci \(BASIC\.pdf\)/,
    )
    expect(refusalSentence(refusal, 'en')).toMatch(/type the number of one\.$/)
    expect(refusalTitle({ ...refusal, code: 'knownOtherwise' }, 'en')).toContain(
      'Another invoice has this number already',
    )
  })
})
