import { describe, expect, it } from 'vitest'
import { readTemplateSearch, searchOfTemplate, whichTemplate } from './template-search.ts'

describe('the address of a text', () => {
  it('is read back as it was written, for every way, tone and language', () => {
    for (const which of [
      { channel: 'email', tone: 'firm', language: 'fr' },
      { channel: 'sms', tone: 'courtesy', language: 'en' },
      { channel: 'call', tone: 'formalNotice', language: 'de' },
      { channel: 'call', tone: 'paymentNotFound', language: 'fr' },
    ] as const) {
      expect(whichTemplate(readTemplateSearch({ ...searchOfTemplate(which) }))).toEqual(which)
    }
  })

  it('of a payment that was not found is always that of a call', () => {
    expect(whichTemplate(readTemplateSearch({ ton: 'introuvable' }))).toMatchObject({ channel: 'call' })
    expect(searchOfTemplate({ channel: 'email', tone: 'paymentNotFound', language: 'fr' })).toEqual({ ton: 'cordial' })
  })

  it('falls back to the cordial e-mail in French', () => {
    expect(whichTemplate(readTemplateSearch({ ton: 'x', canal: 'fax', langue: 'english' }))).toEqual({
      channel: 'email',
      tone: 'friendly',
      language: 'fr',
    })
  })
})
