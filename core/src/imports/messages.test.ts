import { describe, expect, it } from 'vitest'
import { fieldLabel, fieldNames, isField, isNeeded } from './fields.ts'
import { fileKindSentence, missingNeedSentence, problemSentence } from './file-messages.ts'
import { refusalSentence, refusalTitle, warningSentence } from './messages.ts'
import type { Refusal } from './refusals.ts'

const aRefusal = (some: Partial<Refusal> = {}): Refusal => ({
  line: 97,
  field: 'totalAmount',
  column: 'Mt TTC',
  code: 'unreadableAmount',
  value: '1.248,OO',
  fix: { field: 'totalAmount', value: '1 248,00' },
  ...some,
})

const readable = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('a refusal', () => {
  it('is told with line, column, what is wrong, what to do and a correction', () => {
    expect(readable(refusalSentence(aRefusal(), 'fr'))).toBe(
      'Ligne 97, colonne « Mt TTC » : montant illisible : « 1.248,OO ». Saisissez le montant en chiffres. Proposition : 1 248,00.',
    )
    expect(refusalSentence(aRefusal(), 'en')).toBe(
      'Line 97, column “Mt TTC”: unreadable amount: “1.248,OO”. Type the amount in digits. Suggestion: 1 248,00.',
    )
  })

  it('has a short title for the list of rows to fix', () => {
    expect(readable(refusalTitle(aRefusal(), 'fr'))).toBe('Montant illisible : « 1.248,OO »')
    expect(readable(refusalTitle(aRefusal({ code: 'dueBeforeIssue', other: '20/05/2026' }), 'fr'))).toBe(
      'Échéance avant l’émission (20/05/2026)',
    )
  })

  it('names the field a correction goes to when it is another', () => {
    const refusal = aRefusal({ code: 'negativeInvoice', value: '-12,00', fix: { field: 'kind', value: 'avoir' } })
    expect(refusalSentence(refusal, 'en')).toContain('Type (invoice, credit note…) = avoir.')
  })

  it('without a column or a correction says neither', () => {
    const {
      column: _column,
      fix: _fix,
      ...bare
    } = aRefusal({ code: 'missingNumber', field: 'invoiceNumber', value: '' })
    expect(readable(refusalSentence(bare, 'fr'))).toBe(
      'Ligne 97 : numéro de facture manquant. Saisissez le numéro de la facture.',
    )
  })

  it('shows a cell as it is, also one that looks like a place to fill', () => {
    expect(refusalTitle(aRefusal({ value: '{other} ;' }), 'fr')).toContain('{other} ;')
  })
})

describe('sentences', () => {
  const french = [
    ...(['empty', 'pdf', 'json', 'quoteNeverClosed', 'webPage', 'oneColumn'] as const).map((code) =>
      problemSentence({ code, line: 3 }, 'fr'),
    ),
    ...(['bankStatement', 'payments', 'accountingJournal', 'salesLines', 'unknown'] as const).map((kind) =>
      fileKindSentence(kind, 'fr'),
    ),
    ...(['invoiceNumber', 'customer', 'dueDate', 'amount'] as const).map((need) => missingNeedSentence(need, 'fr')),
    warningSentence({ code: 'paidByStatus', value: 'Payée' }, 'fr'),
    refusalSentence(aRefusal(), 'fr'),
  ]

  it('in French keep their no-break spaces, say vous and do not shout', () => {
    for (const sentence of french) {
      expect(sentence, sentence).not.toMatch(/ [:;?!»]|« |[!]/)
      expect(sentence, sentence).not.toMatch(/\b(tu|ton|ta)\b/)
    }
  })

  it('name the line of a quote left open', () => {
    expect(problemSentence({ code: 'quoteNeverClosed', line: 12 }, 'fr')).toContain('ligne 12')
    expect(problemSentence({ code: 'unknownSheet', value: 'Ventes' }, 'en')).toContain('“Ventes”')
  })

  it('count in thousands, and leave a name as it is', () => {
    expect(problemSentence({ code: 'ledgerTooLarge', value: '1000000' }, 'fr')).toContain('1\u202f000\u202f000 lignes')
    expect(problemSentence({ code: 'tooManyFiles', value: '10000' }, 'en')).toContain('10,000 files')
    expect(problemSentence({ code: 'unknownSheet', value: '202611' }, 'en')).toContain('“202611”')
  })
})

describe('fields', () => {
  it('have a label in both languages and know whether they are needed', () => {
    for (const field of fieldNames)
      expect(fieldLabel(field, 'fr').length * fieldLabel(field, 'en').length).toBeGreaterThan(0)
    expect([isNeeded('invoiceNumber'), isNeeded('customerCode'), isNeeded('dueDate'), isNeeded('project')]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect([isField('dueDate'), isField('toString')]).toEqual([true, false])
  })
})
