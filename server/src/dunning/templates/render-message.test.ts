import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { tones } from '@quittance/core/dunning/scenario.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { transferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { renderMessage } from './render-message.ts'

const portal = {
  url: 'https://espace.vauquelin.example/e/abc',
  promiseUrl: 'https://espace.vauquelin.example/e/abc?dater=1&de=mail',
  disputeUrl: 'https://espace.vauquelin.example/e/abc/signaler',
}

const one = (facts: ReminderFacts): ReminderFacts => ({ ...facts, items: facts.items.slice(1) })
const several = (facts: ReminderFacts): ReminderFacts => facts
const upcoming = (facts: ReminderFacts): ReminderFacts => ({
  ...facts,
  items: facts.items.map((item) => ({ ...item, dueDate: asDate('2026-11-28'), daysLate: -5 })),
  history: [],
})
const individual = (facts: ReminderFacts): ReminderFacts => ({
  ...facts,
  customer: { name: 'Mme Roy', category: 'individual' },
})
const bare = (facts: ReminderFacts): ReminderFacts => ({
  ...facts,
  contact: null,
  history: [],
  deadline: null,
  caller: null,
  invoicesAttached: false,
  lateInterest: null,
  legalEntity: { ...facts.legalEntity, iban: null, phone: null },
})
const withCreditAndDollars = (facts: ReminderFacts): ReminderFacts => ({
  ...facts,
  items: facts.items.map((item, index) => (index ? { ...item, amountDue: money(120_000, asCurrency('USD')) } : item)),
  credits: [
    { kind: 'creditNote', reference: 'A-12', date: asDate('2026-11-01'), amount: money(44_400, asCurrency('EUR')) },
  ],
})
const online = (facts: ReminderFacts): ReminderFacts => ({ ...facts, portal })

const remindedOnce = (facts: ReminderFacts): ReminderFacts => ({ ...facts, history: facts.history.slice(0, 1) })

const situations = { one, remindedOnce, several, upcoming, individual, bare, withCreditAndDollars, online }

const write = (facts: ReminderFacts, tone: (typeof tones)[number]) =>
  renderMessage(defaultMessages[facts.language][tone], prepareMessage(facts), facts.language)

const textOf = (html: string): string =>
  html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

describe('the messages of the house', () => {
  const cases = (['fr', 'en'] as const).flatMap((language) =>
    tones.flatMap((tone) => Object.entries(situations).map(([name, change]) => ({ language, tone, name, change }))),
  )

  it.each(cases)('$language $tone $name: text and HTML say the same words', ({ language, tone, change }) => {
    const message = write(change(exampleFacts(language)), tone)
    expect(words(textOf(message.html))).toEqual(words(message.text))
  })

  it.each(cases)('$language $tone $name: nothing is left open', ({ language, tone, change }) => {
    const { subject, text, html } = write(change(exampleFacts(language)), tone)
    for (const part of [subject, text, textOf(html)]) {
      expect(part).not.toMatch(/[{}]|undefined|null|\[object|NaN|\p{Co}/u)
    }
    for (const part of [subject, text]) expect(part).not.toMatch(/ {2,}[a-zà-ü]| [.,)]|\( |\.\./)
    expect(subject).not.toContain('\n')
  })

  it.each(['fr', 'en'] as const)('in %s are kept word for word', async (language) => {
    for (const tone of tones) {
      const facts = tone === 'courtesy' ? upcoming(exampleFacts(language)) : exampleFacts(language)
      const many = write(facts, tone)
      const single = write(remindedOnce(one(facts)), tone)
      const written = [single, many].map(({ subject, text }) => `${subject}\n\n${text}`).join('\n-----\n\n')
      await expect(written).toMatchFileSnapshot(`testdata/${language}-${tone}.txt`)
    }
  })

  it('have the HTML of the golden file', async () => {
    await expect(write(exampleFacts('fr'), 'neutral').html).toMatchFileSnapshot('testdata/fr-neutral.html')
  })

  it('never speak of L. 441-10 nor of 40 € to a private individual', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const tone of tones) {
        expect(write(individual(exampleFacts(language)), tone).text).not.toMatch(/441|40 €|€40|late interest \(/)
      }
    }
  })

  it('never point at a customer space that does not exist', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const tone of tones) expect(write(exampleFacts(language), tone).html).not.toMatch(/href|https?:/)
    }
  })

  it('link to the customer space once there is one, and to nothing else', () => {
    const { html } = write(online(exampleFacts('fr')), 'neutral')
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])
    expect(links).toEqual([
      'https://espace.vauquelin.example/e/abc?dater=1&amp;de=mail',
      'https://espace.vauquelin.example/e/abc/signaler',
    ])
  })

  it('carry the subject of the mock-up for two invoices', () => {
    const { subject } = write(exampleFacts('fr'), 'neutral')
    expect(subject.replaceAll('\u00a0', ' ')).toBe('Deux factures à régler : F-2026-0851 et F-2026-0929')
  })
})

describe('a message from a template somebody wrote', () => {
  const template = { subject: 'Facture {{ invoice.number }}', body: 'Bonjour,\n\nMerci de régler.\n\nCordialement' }
  const written = (facts: ReminderFacts, over = {}) =>
    renderMessage({ ...template, ...over }, prepareMessage(facts), facts.language)

  it('gets the table of several invoices even where it was forgotten, and only once', () => {
    const { blocks } = written(exampleFacts('fr'))
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'table', 'paragraph'])
    const twice = written(exampleFacts('fr'), { body: '{{ invoices.table }}\n\n{{ invoices.table }}' })
    expect(twice.blocks.map((block) => block.kind)).toEqual(['table'])
  })

  it('needs no table for one invoice', () => {
    expect(written(one(exampleFacts('fr'))).blocks.every((block) => block.kind === 'paragraph')).toBe(true)
  })

  it('takes a table in the middle of a sentence out of it', () => {
    const { blocks } = written(exampleFacts('fr'), { body: 'Voici {{ invoices.table }} à payer.' })
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'paragraph'])
  })

  it('puts the French no-break spaces that nobody types', () => {
    const { text } = written(one(exampleFacts('fr')), { body: 'Alors ? « Oui » : 5 %' })
    expect(text).toBe('Alors\u00a0? «\u00a0Oui\u00a0»\u00a0: 5\u00a0%\n')
  })

  it('shows markup in a name as the signs it is made of', () => {
    const name = `<img src=x onerror="alert(1)">&'{{ total.amountDue }}{% raw %}`
    const facts = exampleFacts('fr')
    const hostile = {
      ...facts,
      customer: { ...facts.customer, name },
      items: facts.items.map((item) => ({ ...item, invoiceNumber: name })),
      legalEntity: { ...facts.legalEntity, name },
    }
    const { html, text } = written(hostile, { body: 'Cher {{ customer.name }} https://voleur.example' })
    expect(html).not.toMatch(/<img|onerror="|href/)
    expect(text).toContain('{{ total.amountDue }}')
  })

  it('fetches nothing: no image, no style sheet, no script', () => {
    const { html } = written(exampleFacts('fr'))
    expect(html).not.toMatch(/<img|<link|<script|<style|url\(|src=|@import/i)
  })

  it('carries its SEPA code as a picture that comes with it, beside the written account and never without it', () => {
    const facts = exampleFacts('fr')
    const code = transferCode({ ...facts, customerCode: 'C-0142' })
    const render = (body: string) => renderMessage({ ...template, body }, prepareMessage(facts), 'fr', code)
    const { html, text } = render('Bonjour\n\n{{ bank.details }}')
    expect([...html.matchAll(/src="([^"]*)"/g)].map((match) => match[1])).toEqual(['cid:transfer-code'])
    expect(html.indexOf('IBAN')).toBeLessThan(html.indexOf('<img'))
    expect(html.replaceAll('\u00a0', ' ')).toContain('>Virement SEPA de 10 956,00 €, à scanner')
    expect(text.replaceAll('\u00a0', ' ')).toContain('FR76 3000 6000 0112 3456 7890 189')
    expect(render('Bonjour').html).not.toContain('<img')
  })

  it('cannot reach behind the variables', () => {
    expect(() => written(exampleFacts('fr'), { body: '{{ customer.constructor }}' })).toThrow()
    expect(() => written(exampleFacts('fr'), { body: '{{ __proto__ }}' })).toThrow()
  })
})
