import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import type { Language } from '../money/format-money.ts'
import { asCurrency, money } from '../money/money.ts'
import { decideStep } from './decide-step.ts'
import {
  type Decision,
  type Exclusion,
  type ExclusionReason,
  exclusionReasons,
  type Hold,
  type HoldReason,
  holdReasons,
  type Rest,
  type Take,
} from './decision.ts'
import { explain, explainCancelled, explainExclusions, explainNext, holdLabel } from './explain.ts'
import type { CancelReason } from './recheck.ts'
import type { Channel, Step, Tone } from './scenario.ts'
import { channels, tones } from './scenario.ts'
import type { SentenceFacts } from './sentences.ts'
import type { Situation } from './situation.ts'
import { anOpenItem, aScenario, aSituation, theRules } from './testing/a-situation.ts'

const languages: readonly Language[] = ['fr', 'en']
const facts: SentenceFacts = { customerName: 'Menuiseries Castel', invoiceOf: (item) => `F-${item}` }
const nameless: SentenceFacts = { customerName: 'Menuiseries Castel', invoiceOf: () => null }
const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const EUR = asCurrency('EUR')

const step = (channel: Channel, tone: Tone, delayDays = 30): Step => ({
  key: 'k',
  delayDays,
  channel,
  tone,
  assignee: 'collector',
  active: true,
})
const excluded = (because: ExclusionReason, item = 1): Exclusion => ({
  item,
  because,
  until:
    because === 'tooSmall'
      ? null
      : because === 'dispute' || because === 'credit' || because === 'automaticMeans'
        ? 'furtherNotice'
        : asDate('2026-11-28'),
})
const hold = (because: HoldReason, words: Partial<Hold> = {}): Hold => ({
  kind: 'hold',
  because,
  until: asDate('2026-11-28'),
  step: step('email', 'firm'),
  carrying: 1,
  needs: null,
  late: [money(120_000, EUR)],
  excluded: [],
  ...words,
})
const take = (words: Partial<Take> = {}): Take => ({
  kind: 'take',
  because: 'stepDue',
  about: 'overdue',
  step: step('email', 'firm'),
  carrying: 1,
  items: [{ item: 1, daysLate: 30, amountDue: money(120_000, EUR), climbs: null }],
  credits: [],
  toPay: [money(120_000, EUR)],
  insteadOfEmail: null,
  late: [],
  excluded: [],
  ...words,
})
const rest = (because: Rest['because'], next: Rest['next'] = null): Rest => ({
  kind: 'rest',
  because,
  next,
  late: [],
  excluded: [],
})
const next = { on: asDate('2026-11-30'), step: step('email', 'neutral', 14), item: 2 }

/** Every decision there is, with everything known and with as little as may be. */
function everyDecision(): Decision[] {
  const items = take().items
  return [
    ...channels.flatMap((channel) => tones.map((tone) => take({ step: step(channel, tone) }))),
    take({ insteadOfEmail: 'letter' }),
    take({ items: [...items, ...items], toPay: [money(240_000, EUR), money(5_000, asCurrency('USD'))] }),
    take({
      about: 'upcoming',
      step: step('email', 'courtesy', -5),
      items: items.map((item) => ({ ...item, daysLate: -5 })),
    }),
    take({ about: 'upcoming', items: items.map((item) => ({ ...item, daysLate: 0 })) }),
    take({ about: 'upcoming', items: [...items, ...items] }),
    ...holdReasons.map((because) => hold(because)),
    ...channels.flatMap((channel) =>
      (['humanToday', 'decision'] as const).map((because) => hold(because, { step: step(channel, 'firm') })),
    ),
    hold('humanToday', { step: null, carrying: null }),
    hold('paused', { until: 'furtherNotice', carrying: null }),
    ...exclusionReasons.map((because) => hold(because, { excluded: [excluded(because)] })),
    ...exclusionReasons.map((because) =>
      hold(because, { excluded: [excluded(because), { ...excluded('dispute', 2), until: null }] }),
    ),
    hold('dispute', { excluded: [excluded('dispute'), excluded('promise', 2), excluded('plan', 3)] }),
    ...(['nothingOverdue', 'noStepDue', 'finished'] as const).flatMap((because) => [
      rest(because),
      rest(because, next),
    ]),
  ]
}

const cancelReasons: readonly CancelReason[] = ['paid', 'noLongerDue', 'otherStep', ...holdReasons]

describe.each(languages)('every sentence in %s', (language) => {
  const sentences = [facts, nameless, { ...facts, assignee: 'Karim Haddad' }].flatMap((known) => [
    ...everyDecision().map((decision) => explain(decision, language, known)),
    ...explainExclusions(
      hold('dispute', { excluded: exclusionReasons.map((because) => excluded(because)) }),
      language,
      known,
    ),
    explainNext(next, language, known),
    ...channels.map((channel) => explainNext({ ...next, step: step(channel, 'firm') }, language, known)),
    ...cancelReasons.map((because) => explainCancelled(because, language, known)),
  ])

  it('is one full sentence in plain words', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z«][^.]*(\.[^ .][^.]*)*\.$/)
      expect(sentence).not.toMatch(/undefined|null|NaN|furtherNotice|\[object|!| {2}|[a-z][A-Z]/)
    }
  })

  it('blames nobody', () => {
    for (const sentence of sentences) expect(sentence).not.toMatch(/impayé|mauvais|débiteur|debtor|unpaid|default/i)
  })

  it('keeps the typography of its language', () => {
    for (const sentence of sentences) {
      if (language === 'fr') expect(sentence).not.toMatch(/[^\u00a0][:;?!»€]|'|«[^\u00a0]/)
      else expect(sentence).not.toMatch(/[\s\u00a0][:;?!]|'/)
    }
  })

  it('differs from one reason to the next', () => {
    const waiting = (because: HoldReason) => step(because === 'decision' ? 'decision' : 'call', 'firm')
    const byReason = holdReasons.map((because) => explain(hold(because, { step: waiting(because) }), language, facts))
    expect(new Set(byReason).size).toBe(holdReasons.length)
    expect(new Set(holdReasons.map((because) => holdLabel(because, language))).size).toBe(holdReasons.length)
  })
})

describe('words', () => {
  const say = (decision: Decision, language: Language, known = facts) => plain(explain(decision, language, known))

  it('name the last day of a promise, not the day after', () => {
    const promise = hold('promise', { excluded: [excluded('promise')], step: null })
    expect(say(promise, 'fr')).toBe('Rien ne part : une promesse de règlement court jusqu’au 27/11/2026.')
    expect(say(promise, 'en')).toBe('Nothing goes out: a promise to pay runs until 27 Nov 2026.')
  })

  it('name the invoice where others are kept out for other reasons', () => {
    const mixed = hold('dispute', { excluded: [excluded('dispute'), excluded('promise', 2), excluded('plan', 3)] })
    expect(say(mixed, 'fr')).toBe(
      'Rien ne part : un litige est ouvert (facture F-1), et 2 autres ne comptent pas non plus.',
    )
    const two = hold('dispute', { excluded: [excluded('dispute'), excluded('promise', 2)] })
    expect(say(two, 'en')).toBe(
      'Nothing goes out: a dispute is open (invoice F-1), and another one does not count either.',
    )
  })

  it('tell a paused customer from a paused invoice', () => {
    expect(say(hold('paused', { until: 'furtherNotice', carrying: null }), 'fr')).toBe(
      'Rien ne part : les relances de Menuiseries Castel sont en pause jusqu’à nouvel ordre.',
    )
    expect(say(hold('paused', { excluded: [excluded('paused')] }), 'fr')).toBe(
      'Rien ne part : les relances sont en pause et reprennent le 28/11/2026.',
    )
  })

  it('name what goes out, about what, how much and why', () => {
    expect(say(take(), 'fr')).toBe(
      'Un e-mail ferme part : la facture F-1 a 30 jours de retard, 1 200,00 € à régler (étape J+30 de la facture F-1).',
    )
    expect(say(take({ insteadOfEmail: 'letter' }), 'en')).toBe(
      'A firm letter is to be sent, for want of a usable e-mail address: invoice F-1 is 30 days late, €1,200.00 to pay (step D+30 of invoice F-1).',
    )
    const one = take({
      items: [{ item: 1, daysLate: 1, amountDue: money(100, EUR), climbs: null }],
      toPay: [money(100, EUR)],
    })
    expect(say(one, 'fr')).toContain('a 1 jour de retard')
    expect(say(one, 'en')).toContain('is 1 day late')
  })

  it('enumerate sums in several currencies', () => {
    const toPay = [money(240_000, EUR), money(100, asCurrency('GBP')), money(5_000, asCurrency('USD'))]
    expect(plain(explain(take({ toPay }), 'fr', facts))).toContain('2 400,00 €, 1,00 £GB et 50,00 $US à régler')
    expect(explain(take({ toPay }), 'en', facts)).toContain('€2,400.00, £1.00 and $50.00 to pay')
  })

  it('name the person a task waits for, and the last contact', () => {
    const call = hold('humanToday', { step: step('call', 'firm', 40) })
    expect(say(call, 'fr', { ...facts, assignee: 'Karim' })).toBe(
      'Rien d’autre ne part : un appel est à passer par Karim (étape J+40 de la facture F-1).',
    )
    expect(say(hold('tooSoon', { lastContactOn: asDate('2026-11-23') }), 'fr', facts)).toBe(
      'Rien ne part avant le 28/11/2026 : le dernier contact avec Menuiseries Castel date du 23/11/2026.',
    )
  })

  it('name the next step', () => {
    expect(plain(explainNext(next, 'fr', facts))).toBe(
      'Prochaine relance le 30/11/2026 : e-mail neutre (J+14) pour la facture F-2.',
    )
    expect(explainNext(next, 'en', facts)).toBe('Next reminder on 30 Nov 2026: neutral e-mail (D+14) for invoice F-2.')
  })

  it('name each invoice that does not count', () => {
    expect(
      explainExclusions(hold('dispute', { excluded: [excluded('dispute'), excluded('plan', 2)] }), 'fr', facts).map(
        plain,
      ),
    ).toEqual([
      'La facture F-1 ne compte pas : un litige est ouvert.',
      'La facture F-2 ne compte pas : un échéancier court, prochaine échéance le 27/11/2026.',
    ])
  })
})

describe('decisions as they are really made', () => {
  const today = asDate('2026-04-01')
  const made = (words: Partial<Situation>) =>
    plain(
      explain(
        decideStep(aSituation({ items: [anOpenItem({ due: '2026-03-02' })], ...words }), theRules, today),
        'fr',
        facts,
      ),
    )

  it('have their sentence', () => {
    expect(made({ items: [anOpenItem({ due: '2026-03-02', promisedFor: '2026-04-10' })] })).toBe(
      'Rien ne part : une promesse de règlement court jusqu’au 10/04/2026.',
    )
    expect(made({ items: [anOpenItem({ due: '2026-03-02', plannedFor: '2026-04-10' })] })).toContain(
      'prochaine échéance le 10/04/2026',
    )
    expect(made({ lastContactOn: today })).toContain('avant le 07/04/2026')
    expect(made({ openTask: { step: 'decision-75', item: 1, dueOn: today } })).toBe(
      'Rien d’autre ne part : une décision est attendue (étape J+75 de la facture F-1).',
    )
    expect(made({ scenario: aScenario([]) })).toBe(
      'Toutes les étapes du scénario sont passées ; la suite se décide à la main.',
    )
    const instalments = [
      anOpenItem({ due: '2026-03-02' }),
      anOpenItem({ id: 2, invoiceNumber: 'F-1', due: '2026-03-20' }),
    ]
    expect(made({ items: instalments })).toContain(' : plusieurs échéances de la facture F-1 sont en retard, 200,00 €')
    expect(made({ items: [anOpenItem({ due: '2026-03-02', plannedFor: '2026-03-20' })] })).toMatch(
      / \(étape J\+7 .*\)\. L’échéance du 20\/03\/2026 n’a pas été réglée en entier : l’échéancier ne retient plus les relances\.$/,
    )
    expect(made({ items: [] })).toBe('Aucune facture en retard ; aucune relance prévue.')
  })
})
