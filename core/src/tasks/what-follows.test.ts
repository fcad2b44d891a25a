import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { type Told, whatFollows } from './what-follows.ts'

const french = (told: Told) => whatFollows(told, 'fr').join(' ').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const english = (told: Told) => whatFollows(told, 'en').join(' ')

describe('what follows, said before one confirms', () => {
  it('a promise says how much, and up to when nothing goes out', () => {
    const told: Told = {
      outcome: 'promises',
      promisedFor: asDate('2026-11-30'),
      amounts: [money(1_245_000, asCurrency('EUR'))],
    }
    expect(french(told)).toContain('Promesse de 12 450,00 € notée : rien ne part jusqu’au 30/11/2026 compris.')
    expect(english(told)).toContain('until 30 Nov 2026 included')
  })

  it('a payment plan says in how many dates, and what a missed one leads to', () => {
    const told: Told = { outcome: 'plan', amount: money(1_245_000, asCurrency('EUR')), dates: 3 }
    expect(french(told)).toBe(
      'Échéancier de 12 450,00 € en 3 dates : ces factures ne sont pas relancées tant que chaque date est réglée. Une date manquée : les relances reprennent, et un appel revient en tête.',
    )
    expect(english({ ...told, dates: 1 })).toContain('€12,450.00 in 1 date: these invoices')
  })

  it('a call nobody answered says when it comes back, and at the end that the next step goes on', () => {
    const next = { kind: 'again', attempt: 1, on: asDate('2026-11-25'), half: 'afternoon' } as const
    expect(french({ outcome: 'notReached', next, isStep: true })).toBe(
      'L’appel revient le 25/11/2026, l’après-midi. C’est l’essai n° 1 ; les relances attendent.',
    )
    const last = { kind: 'goOn', attempt: 3 } as const
    expect(french({ outcome: 'notReached', next: last, isStep: true })).toBe(
      '3 essais sans réponse : l’appel est clos et l’étape suivante du scénario continue.',
    )
    expect(french({ outcome: 'notReached', next: last, isStep: false })).not.toContain('étape')
    expect(english({ outcome: 'notReached', next: { kind: 'goOn', attempt: 1 }, isStep: true })).toMatch(/^One try/)
  })

  it('who says it is paid is left alone, and somebody looks for the money', () => {
    const told = { outcome: 'saysPaid', until: asDate('2026-11-30'), searcher: 'Claire Besson' } as const
    expect(french(told)).toContain('attendent le virement jusqu’au 30/11/2026.')
    expect(french(told)).toContain('confiée à Claire Besson')
    expect(french({ ...told, searcher: null })).toContain('confiée à la comptabilité')
  })

  it('a wrong contact does not end the call', () => {
    expect(french({ outcome: 'wrongContact', what: 'phone', corrector: null })).toContain('L’appel reste à faire.')
    expect(english({ outcome: 'wrongContact', what: 'person', corrector: null })).toContain('nothing is written')
  })

  it('a dispute of a part leaves the rest in the chase', () => {
    expect(french({ outcome: 'disputes', isPart: true })).toContain('le reste continue d’être relancé')
    expect(french({ outcome: 'disputes', isPart: false })).not.toContain('reste')
  })
})

describe('a copy of the invoices', () => {
  const copy = { attached: ['F-1', 'F-2'], missing: [], leaves: 'afterApproval' } as const

  it('waits for an approval, or leaves at once where sending is switched on', () => {
    expect(french({ outcome: 'wantsCopy', copy })).toContain('F-1 et F-2 est prête dans les relances')
    expect(french({ outcome: 'wantsCopy', copy: { ...copy, leaves: 'atOnce' } })).toContain('part tout de suite')
    expect(french({ outcome: 'wantsCopy', copy })).toContain('Ce n’est pas une relance')
  })

  it('says which PDF is missing, and promises no message when there is none', () => {
    const none = { attached: [], missing: ['F-1', 'F-2', 'F-3', 'F-4', 'F-5'], leaves: 'atOnce' } as const
    expect(french({ outcome: 'wantsCopy', copy: none })).toBe(
      'Aucun PDF ici pour F-1, F-2, F-3 et 2 autres : une action demande de l’envoyer.',
    )
    expect(english({ outcome: 'wantsCopy', copy: none })).toBe(
      'No PDF here for F-1, F-2, F-3 and 2 others: a task asks for it to be sent.',
    )
  })
})
