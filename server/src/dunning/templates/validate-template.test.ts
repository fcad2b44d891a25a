import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { describe, expect, it } from 'vitest'
import { explainProblem } from './explain-problem.ts'
import { longestTemplate } from './template-engine.ts'
import { validateTemplate } from './validate-template.ts'

describe('a template somebody typed', () => {
  it('of the house has nothing to correct', () => {
    const texts = Object.values(defaultMessages).flatMap((byTone) =>
      Object.values(byTone).flatMap(({ subject, body }) => [subject, body]),
    )
    expect(texts).toHaveLength(20)
    for (const text of texts) expect(validateTemplate(text)).toEqual([])
  })

  it('with a variable that does not exist says where, and which was meant', () => {
    expect(validateTemplate('Bonjour,\n\nFacture {{ invoice.numero }} : {{ total.amountDu }}, {{ zzz.qqq }}')).toEqual([
      { kind: 'unknownVariable', line: 3, column: 12, name: 'invoice.numero', suggestion: 'invoice.number' },
      { kind: 'unknownVariable', line: 3, column: 35, name: 'total.amountDu', suggestion: 'total.amountDue' },
      { kind: 'unknownVariable', line: 3, column: 57, name: 'zzz.qqq', suggestion: null },
    ])
  })

  it('with an unknown variable in a condition or a whole group is refused too', () => {
    expect(validateTemplate('{% if portal.ur1 %}x{% endif %}')).toMatchObject([{ suggestion: 'portal.url' }])
    expect(validateTemplate('{{ invoice }}')).toMatchObject([{ kind: 'unknownVariable', name: 'invoice' }])
  })

  it.each([
    ['{{ today', 1, 1],
    ['Bonjour\n{% if today %}', 2, 1],
    ['{% for a in invoices %}{% endfor %}', 1, 1],
    ['{% include "secret" %}', 1, 1],
    ['{% assign a = 1 %}', 1, 1],
    ['{{ today | date: "%Y" }}', 1, 1],
  ])('%j cannot be read, at line %i', (text, line, column) => {
    expect(validateTemplate(text)).toMatchObject([{ kind: 'syntax', line, column }])
  })

  it('may not be longer than anybody would read', () => {
    expect(validateTemplate('a'.repeat(longestTemplate + 1))).toMatchObject([{ kind: 'tooLong' }])
  })

  it.each([
    ['{% for a in b %}', '« {% for %} » n’est pas permis. Un texte connaît if, unless et case.', 'A text knows if'],
    ['{{ today | date }}', '« | date » n’est pas permis. Un texte connaît capitalize', '“| date” is not allowed.'],
    ['{% if today %}', '« {% if today %} » n’est pas refermé. Refermez-le.', '“{% if today %}” is not closed.'],
    ['{{ today', '« {{ today » n’est pas refermé. Refermez-le.', '“{{ today” is not closed.'],
    ['{{ today["a }}', 'n’est pas refermé', 'is not closed'],
    ['{% if today == == %}a{% endif', 'Ligne 1, colonne', 'Line 1, column'],
  ])('says of %s what cannot be read, in the language of whoever writes', (text, fr, en) => {
    const [problem] = validateTemplate(text)
    if (!problem) throw new Error('a problem was expected')
    expect(explainProblem(problem, 'fr').replaceAll('\u00a0', ' ')).toContain(fr)
    expect(explainProblem(problem, 'en')).toContain(en)
    expect(explainProblem(problem, 'fr')).not.toMatch(/not (?:closed|found)|undefined filter/)
  })

  it('is explained in both languages', () => {
    const [problem] = validateTemplate('{{ invoice.numero }}')
    if (!problem) throw new Error('a problem was expected')
    expect(explainProblem(problem, 'fr').replaceAll('\u00a0', ' ')).toBe(
      'Ligne 1, colonne 4 : « invoice.numero » n’existe pas. Vouliez-vous « invoice.number » ?',
    )
    expect(explainProblem(problem, 'en')).toBe(
      'Line 1, column 4: “invoice.numero” does not exist. Did you mean “invoice.number”?',
    )
  })
})
