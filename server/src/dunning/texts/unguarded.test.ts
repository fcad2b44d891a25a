import { tones } from '@quittance/core/dunning/scenario.ts'
import { smsMessages } from '@quittance/core/dunning/sms/sms-messages.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { mayBeEmpty, onlyConditions, variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { callScripts } from '@quittance/core/tasks/call-script.ts'
import { expect, it } from 'vitest'
import { unguardedIn } from './unguarded.ts'

it('finds what is written without a condition although it may have no value, and says its line', () => {
  expect(unguardedIn('Bonjour,\n\nPayez avant le {{ deadline.date }}.', 'neutral')).toMatchObject({
    line: 3,
    sentence: {
      fr: expect.stringContaining('« Date demandée »'),
      en: expect.stringContaining('{% if deadline.date %}'),
    },
  })
  expect(unguardedIn('{% if deadline.date %}Avant le {{ deadline.date }}.{% endif %}', 'neutral')).toBeNull()
})

it('knows that a firm message always gives a date, and a courtesy no days late', () => {
  expect(unguardedIn('Avant le {{ deadline.date }}.', 'firm')).toBeNull()
  expect(unguardedIn('{{ invoice.daysLate }}', 'friendly')).toBeNull()
  expect(unguardedIn('{{ invoice.daysLate }}', 'courtesy')).not.toBeNull()
})

it('finds exactly the variables that may be empty', () => {
  const found = variableNames.filter(({ name }) => unguardedIn(`{{ ${name} }}`, 'neutral') !== null)
  expect(new Set(found.map(({ name }) => name))).toEqual(new Set([...mayBeEmpty, ...onlyConditions]))
})

it('finds what stands behind the condition of something else', () => {
  const behind = (of: string, name: string) =>
    unguardedIn(`{% if ${of} %}{{ ${name} }}{% endif %}`, 'firm')?.sentence.fr
  expect(behind('history.dates', 'caller.name')).toContain('« Personne qui appellera »')
  expect(behind('recoveryFee.amount', 'lateInterest.amount')).toContain('« Pénalités à ce jour »')
  expect(behind('law.reference', 'lateInterest.rate')).toContain('« Taux des pénalités »')
  // Where there is interest there is a law that says so, and a rate.
  for (const name of ['law.reference', 'lateInterest.rate', 'recoveryFee.amount'])
    expect(behind('lateInterest.amount', name)).toBeUndefined()
})

it('lets a yes or no stand in a condition, and never be written', () => {
  expect(unguardedIn('{{ invoices.attached }}', 'neutral')?.sentence.fr).toContain('ne s’écrit pas')
  expect(unguardedIn('{% if invoices.attached %}{{ invoices.attached }}{% endif %}', 'neutral')).not.toBeNull()
  expect(unguardedIn('{% if invoices.attached %}Ci-joint.{% endif %}', 'neutral')).toBeNull()
})

it('finds nothing in the texts of the house', () => {
  for (const language of ['fr', 'en'] as const) {
    for (const tone of tones) {
      const { subject, body } = defaultMessages[language][tone]
      for (const text of [subject, body, smsMessages[language][tone], callScripts[language][tone]])
        expect(unguardedIn(text, tone)).toBeNull()
    }
  }
})
