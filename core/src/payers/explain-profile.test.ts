import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { explainDeclared, explainProfile, profileName } from './explain-profile.ts'
import { type PayerJudgement, payerProfiles, profileReasons, usualPayerRules } from './payer-profile.ts'

const today = asDate('2026-11-23')
const judged = (words: Partial<PayerJudgement> = {}): PayerJudgement => ({
  profile: 'forgetful',
  because: 'habit',
  habit: { lines: 9, typicalDays: 12 },
  brokenPromises: 0,
  lateSince: null,
  ...words,
})
const said = (words: Partial<PayerJudgement> = {}, language: 'fr' | 'en' = 'fr', rules = usualPayerRules) =>
  explainProfile(judged(words), { rules, today }, language).replaceAll('\u00a0', ' ')

describe('the sentence beside a profile', () => {
  it('tells the habit and what it rests on', () => {
    expect(said()).toBe('Paie en général 12 jours après l’échéance, sur 9 échéances réglées ces 6 derniers mois.')
    expect(said({ habit: { lines: 3, typicalDays: 0 } })).toBe(
      'Paie en général le jour de l’échéance, sur 3 échéances réglées ces 6 derniers mois.',
    )
    expect(said({ habit: { lines: 3, typicalDays: -1 } }, 'en', { ...usualPayerRules, windowMonths: 1 })).toBe(
      'Usually pays 1 day before the due date, over 3 due lines paid in the last month.',
    )
  })

  it('says how many lines are missing before there is a habit', () => {
    expect(said({ because: 'tooFew', habit: { lines: 0, typicalDays: null } })).toBe(
      'Pas encore d’historique : aucune échéance réglée ces 6 derniers mois.',
    )
    expect(said({ because: 'tooFew', habit: { lines: 1, typicalDays: 40 } })).toBe(
      '1 échéance réglée ces 6 derniers mois : il en faut 3 pour dire une habitude.',
    )
  })

  it('says what makes somebody at risk or in difficulty, then the habit where there is one', () => {
    const late = { because: 'late', lateSince: asDate('2026-09-10') } as const
    expect(said(late)).toBe(
      'Une échéance attend depuis 74 jours, soit plus de 60. Paie en général 12 jours après l’échéance, sur 9 échéances réglées ces 6 derniers mois.',
    )
    expect(said({ ...late, habit: { lines: 2, typicalDays: 1 } }, 'en')).toBe(
      'A due line has waited for 74 days, more than 60.',
    )
    expect(said({ because: 'brokenPromises', brokenPromises: 2 })).toMatch(
      /^2 promesses non tenues ces 6 derniers mois\./,
    )
    expect(said({ because: 'plan' })).toMatch(/^Un échéancier est en cours\. Paie/)
    expect(said({ because: 'insolvency' }, 'en')).toMatch(/^Insolvency proceedings are under way\. Usually/)
  })

  it('is whole in both languages for every reason', () => {
    for (const because of profileReasons) {
      for (const lines of [0, 1, 2, 9]) {
        const habit = { lines, typicalDays: lines === 0 ? null : 5 }
        if (because === 'habit' && lines < usualPayerRules.linesNeeded) continue
        expect(said({ because, habit })).toMatch(/^[0-9A-ZÀÉ].*\.$/)
        expect(said({ because, habit }, 'en')).toMatch(/^[0-9A-Z].*\.$/)
      }
    }
  })

  it('says who chose a profile, why, and what payments would say', () => {
    const declared = { by: 'Claire Besson', on: asDate('2026-11-02'), note: 'A toujours fini par payer.' }
    expect(explainDeclared(declared, 'risky', 'fr').replaceAll('\u00a0', ' ')).toBe(
      'Choisi par Claire Besson le 02/11/2026 : « A toujours fini par payer. » Les règlements diraient : À risque.',
    )
    expect(explainDeclared({ ...declared, by: null }, 'unknown', 'en')).toMatch(/^Chosen on .*: New\.$/)
  })
})

it('each profile has a name of its own in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    expect(new Set(payerProfiles.map((profile) => profileName(profile, language))).size).toBe(payerProfiles.length)
  }
})
