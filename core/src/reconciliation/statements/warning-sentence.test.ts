import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../money/money.ts'
import type { StatementWarningCode } from './statement-file.ts'
import { differenceSentence, statementWarningSentence } from './warning-sentence.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('what was passed over in a statement, in a sentence', () => {
  it('begins with its line and ends with the next move', () => {
    const warning = { code: 'dateUnreadable', line: 14, value: '300226' } as const
    expect(plain(statementWarningSentence(warning, 'fr'))).toBe(
      'Ligne 14 : la date « 300226 » n’existe pas. Cette ligne n’est pas entrée : entrez-la à la main, ou demandez à votre banque un relevé corrigé.',
    )
    expect(statementWarningSentence(warning, 'en')).toMatch(
      /^Line 14: the date “300226” does not exist\. This line did not/,
    )
  })

  it('begins with a capital where it has no line, and never shows an empty place', () => {
    expect(statementWarningSentence({ code: 'repairedText' }, 'fr')).toMatch(/^Des caractères/)
    expect(plain(statementWarningSentence({ code: 'detailsDoNotAddUp', line: 3, value: '' }, 'fr'))).toContain(
      '(référence —)',
    )
  })

  const codes: readonly StatementWarningCode[] = [
    'amountUnreadable',
    'amountMissing',
    'impossiblePrecision',
    'amountTooLarge',
    'dateUnreadable',
    'directionMissing',
    'lineUnreadable',
    'zeroLine',
    'notBooked',
    'otherCurrency',
    'valueDateUnreadable',
    'currencyAssumed',
    'accountMissing',
    'accountDiffers',
    'balanceUnreadable',
    'balancesDoNotJoin',
    'detailsDoNotAddUp',
    'negativeAmount',
    'signsSettled',
    'unknownQualifier',
    'recordTooLong',
    'repairedText',
    'skippedFile',
  ]

  it.each(codes)('%s is a whole sentence in both languages, and says which line did not come in', (code) => {
    const isLeftOut = codes.indexOf(code) < codes.indexOf('valueDateUnreadable')
    for (const language of ['fr', 'en'] as const) {
      const sentence = statementWarningSentence({ code, line: 7, value: 'X' }, language)
      expect(sentence).toMatch(/^(?:Ligne 7\u00a0: |Line 7: )[^{}]{20,}\.$/)
      expect(/n’est pas entrée|laissée? de côté|did not come in|left out/.test(sentence)).toBe(
        isLeftOut || code === 'recordTooLong' || code === 'skippedFile',
      )
    }
  })

  it('names the amount that balances and lines lack', () => {
    expect(plain(differenceSentence(-456, asCurrency('EUR'), 'fr'))).toMatch(
      /^Les soldes et les lignes ne se joignent pas : il manque −?-?4,56 €\./,
    )
  })
})
