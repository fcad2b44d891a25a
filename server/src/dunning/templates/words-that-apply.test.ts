import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Tone, tones } from '@quittance/core/dunning/scenario.ts'
import { allowedTone } from '@quittance/core/dunning/write-reminder/allowed-tone.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { describe, expect, it } from 'vitest'
import { renderMessage } from './render-message.ts'

const categories = ['company', 'publicBody', 'individual'] as const
type Change = (facts: ReminderFacts) => ReminderFacts
type Waived = NonNullable<ReminderFacts['items'][number]['waived']>

const givenUp = (facts: ReminderFacts, waived: Waived): ReminderFacts => ({
  ...facts,
  items: facts.items.map((item) => ({ ...item, waived })),
})

const items: readonly Change[] = [
  (facts) => facts,
  (facts) => ({ ...facts, items: facts.items.slice(0, 1) }),
  (facts) => ({
    ...facts,
    items: facts.items.map((item) => ({ ...item, dueDate: asDate('2026-12-05'), daysLate: -12 })),
  }),
]
const rates: readonly Change[] = [
  (facts) => facts,
  (facts) => ({ ...facts, lateInterest: { kind: 'contract', rate: 1215 } }),
  (facts) => ({ ...facts, lateInterest: null }),
  (facts) => givenUp(facts, ['fee']),
  (facts) => givenUp(facts, ['interest']),
  (facts) => ({ ...facts, lateInterest: { kind: 'statutory', reading: 'segmented' }, rates: [] as never }),
]
const histories: readonly Change[] = [
  (facts) => facts,
  (facts) => ({ ...facts, history: [], deadline: null, caller: null, stepFee: { fixed: 1_500, basisPoints: 250 } }),
]
const ends: readonly Change[] = [
  (facts) => facts,
  (facts) => ({ ...facts, onPaper: true, invoicesAttached: false }),
  (facts) => ({ ...facts, contact: null, legalEntity: { ...facts.legalEntity, iban: null, bic: null, phone: null } }),
  (facts) => ({
    ...facts,
    portal: { url: 'https://e.example/a', promiseUrl: 'https://e.example/b', disputeUrl: 'https://e.example/c' },
  }),
]

interface Case {
  readonly category: (typeof categories)[number]
  readonly language: 'fr' | 'en'
  readonly tone: Tone
  readonly facts: ReminderFacts
}

/** Every combination of whom, how, in which language, about what, at which rate and after what. */
function everyCase(): Case[] {
  const changes = items.flatMap((a) =>
    rates.flatMap((b) =>
      histories.flatMap((c) =>
        ends.map(
          (d): Change =>
            (facts) =>
              d(c(b(a(facts)))),
        ),
      ),
    ),
  )
  return categories.flatMap((category) =>
    (['fr', 'en'] as const).flatMap((language) =>
      tones.flatMap((tone) =>
        changes.map((change) => {
          const facts = change(exampleFacts(language))
          return { category, language, tone, facts: { ...facts, customer: { ...facts.customer, category } } }
        }),
      ),
    ),
  )
}

const write = ({ category, language, tone, facts }: Case) => {
  const said = allowedTone(tone, category)
  const message = renderMessage(defaultMessages[language][said], prepareMessage(facts), language)
  return { ...message, all: `${message.subject}\n${message.text}`.replaceAll('\u00a0', ' ') }
}

const claims =
  /441-10|L\. ?441|Frais de rappel|frais compris|reminder fee|with the fee|indemnité|pénalités|40 €|€40|late interest|recovery fee|fixed fee|commande publique|public procurement/i
const notice = /mise en demeure|mettons en demeure|juridiction|formal notice|competent court/i
const companyLaw = /441-10|code de commerce|French Commercial Code/i

describe('in every message that can be written', () => {
  const all = everyCase()

  it('there are enough of them to mean something', () => {
    expect(all.length).toBeGreaterThan(2000)
  })

  it('no consumer reads of penalties, fees or the law between firms', () => {
    for (const one of all.filter(({ category }) => category === 'individual'))
      expect(write(one).all).not.toMatch(claims)
  })

  it('no public body is given formal notice or reminded of the code of commerce', () => {
    for (const one of all.filter(({ category }) => category === 'publicBody')) {
      expect(write(one).all).not.toMatch(notice)
      expect(write(one).all).not.toMatch(companyLaw)
    }
  })

  it('nobody reads of a formal notice before its step, nor of penalties while nothing is late', () => {
    for (const one of all) {
      if (one.tone !== 'formalNotice') expect(write(one).all).not.toMatch(notice)
      if (one.facts.items.every((item) => item.daysLate <= 0))
        expect(write(one).all).not.toMatch(/pénalités|late interest/)
      // A fee of the contract may be asked for by any step after the due date.
      if (one.facts.stepFee && one.facts.items.some((item) => item.daysLate > 0)) continue
      if (one.tone === 'courtesy' || one.tone === 'friendly' || one.tone === 'neutral') {
        expect(write(one).all).not.toMatch(claims)
      }
    }
  })

  it('what a person gave up is not named, and what was not stands in a whole sentence', () => {
    const about = (waived: string) =>
      all.filter(({ facts }) => facts.items.every((item) => item.daysLate > 0 && item.waived?.join() === waived))
    expect(about('fee').length).toBeGreaterThan(100)
    for (const one of about('fee'))
      expect(write(one).all).not.toMatch(/40 €|€40|indemnité|fixed fee|recovery fee|0,00 €/i)
    for (const one of about('interest')) expect(write(one).all).not.toMatch(/pénalités|late interest/i)
    const firm = about('interest').filter(({ tone, category }) => tone === 'firm' && category === 'company')
    for (const one of firm) expect(write(one).all).toMatch(/rend exigible, dès|per invoice is due from/)
  })

  it('a letter speaks of itself, and of ways to answer a letter', () => {
    const letters = all.filter(({ facts }) => facts.onPaper)
    expect(letters.length).toBeGreaterThan(300)
    for (const one of letters)
      expect(write(one).all).not.toMatch(/message(?!s? (du|of) )|en réponse à|replying|jointe/i)
    const asking = letters.filter(({ tone, facts }) => tone === 'neutral' && facts.portal === null)
    for (const one of asking) expect(write(one).all).toMatch(/par téléphone au|by phone on/)
  })

  it('no hole is left, and no word of a program', () => {
    for (const one of all) {
      const { gap, all: text } = write(one)
      expect(gap).toBeNull()
      expect(text).not.toMatch(/[{}]|undefined|null|\[object|NaN|\p{Co}/u)
      expect(text).not.toMatch(/\( | {2}\)| ,|\(\)/)
    }
  })
})
