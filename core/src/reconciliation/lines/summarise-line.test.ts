import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { asCurrency } from '../../money/money.ts'
import { type SummarisedLine, summariseLine, type Taken, type TakenItem } from './summarise-line.ts'

const item = (fields: Partial<TakenItem> = {}): TakenItem => ({
  invoiceNumber: 'F-2026-0949',
  amount: 696_000,
  left: 0,
  dueDate: asDate('2026-11-29'),
  promisedFor: null,
  ...fields,
})
const pays = (items: readonly TakenItem[], fields: Partial<Taken> = {}): Taken => ({
  kind: 'paysItems',
  customer: 'Groupe scolaire Sainte-Odile',
  items,
  payments: 0,
  credit: 0,
  ...fields,
})

/** Title and subtitle, with plain blanks. */
function said(fields: Partial<SummarisedLine>): [string, string] {
  const line: SummarisedLine = {
    label: 'VIR SEPA RECU OGEC SAINTE ODILE F20260949',
    otherName: 'OGEC SAINTE ODILE',
    amount: 696_000,
    currency: asCurrency('EUR'),
    confidence: 'almostCertain',
    taken: null,
    isSettled: false,
    isUnfound: false,
    ...fields,
  }
  const { title, subtitle } = summariseLine(line, { today: asDate('2026-11-23'), language: 'fr' })
  return [title, subtitle.replace(/[\u00a0\u202f]/g, ' ')]
}

describe('what the list of the bank says of a line', () => {
  it.each<[string, Partial<SummarisedLine>, string, string]>([
    ['one invoice', { taken: pays([item()]) }, 'Groupe scolaire Sainte-Odile', 'F-2026-0949'],
    [
      'a promise',
      { taken: pays([item({ promisedFor: asDate('2026-11-27') })]) },
      'Groupe scolaire Sainte-Odile',
      'F-2026-0949, promis pour le 27/11',
    ],
    [
      'long before its due date',
      { taken: pays([item({ dueDate: asDate('2026-12-05') })]) },
      'Groupe scolaire Sainte-Odile',
      'F-2026-0949, en avance',
    ],
    [
      'two invoices',
      { taken: pays([item(), item({ invoiceNumber: 'F-2' })]) },
      'Groupe scolaire Sainte-Odile',
      '2 factures, au centime',
    ],
    [
      'a part only',
      { confidence: 'probable', taken: pays([item({ left: 1_200 })]) },
      'Groupe scolaire Sainte-Odile',
      'F-2026-0949, il manque 12,00 €',
    ],
    [
      'a credit note deducted, probably',
      { confidence: 'probable', taken: pays([item(), item({ amount: -24_000 })]) },
      'Groupe scolaire Sainte-Odile',
      'F-2026-0949, moins un avoir ?',
    ],
    [
      'more than is due',
      { taken: pays([item()], { credit: 4_000 }) },
      'Groupe scolaire Sainte-Odile',
      'F-2026-0949, et 40,00 € d’avance',
    ],
    [
      'somebody whom only the amount speaks for: the bank’s words stay',
      {
        otherName: 'TRESORERIE VAL D ARCY',
        confidence: 'probable',
        taken: pays([item()], { customer: 'Communauté de communes' }),
      },
      'TRESORERIE VAL D ARCY',
      'Communauté de communes ?',
    ],
    [
      'somebody to check',
      {
        otherName: null,
        label: 'VIR INST M ROUSSEL P',
        confidence: 'toCheck',
        taken: pays([item()], { customer: 'Cabinet Roussel' }),
      },
      'VIR INST M ROUSSEL P',
      'Cabinet Roussel ?',
    ],
    [
      'nobody of that name',
      { otherName: 'SCI BEAUMARCHAIS', confidence: 'toCheck' },
      'SCI BEAUMARCHAIS',
      'Aucune facture ouverte à ce nom',
    ],
    [
      'nobody found under the name the bank gives',
      {
        otherName: 'SCI BEAUMARCHAIS',
        confidence: 'toCheck',
        isUnfound: true,
        taken: pays([], { kind: 'notACustomer', customer: null }),
      },
      'SCI BEAUMARCHAIS',
      'Aucune facture ouverte à ce nom',
    ],
    [
      'nothing at all',
      { otherName: null, label: 'VIRT 774120 DIVERS', confidence: 'toSearch' },
      'VIRT 774120 DIVERS',
      'Aucune piste',
    ],
    [
      'cheques entered before',
      {
        otherName: null,
        label: 'REMISE CHQ 0048821',
        confidence: 'toCheck',
        taken: pays([], { kind: 'alreadyRecorded', customer: null, payments: 3 }),
      },
      'REMISE CHQ 0048821',
      '3 règlements déjà saisis',
    ],
    [
      'what concerns no customer',
      { otherName: 'URSSAF', confidence: 'toCheck', taken: pays([], { kind: 'notACustomer', customer: null }) },
      'URSSAF',
      'Ne concerne pas un client',
    ],
    [
      'a line that a person settled, however unsure it had been',
      { confidence: 'toSearch', isSettled: true, taken: pays([item({ dueDate: asDate('2027-01-05') })]) },
      'Groupe scolaire Sainte-Odile',
      'F-2026-0949',
    ],
  ])('%s', (_what, fields, title, subtitle) => {
    expect(said(fields)).toEqual([title, subtitle])
  })

  it('says the same in English', () => {
    const line = {
      label: 'X',
      otherName: null,
      amount: 1,
      currency: asCurrency('EUR'),
      confidence: 'toSearch',
      taken: null,
      isSettled: false,
      isUnfound: false,
    } as const
    expect(summariseLine(line, { today: asDate('2026-11-23'), language: 'en' }).subtitle).toBe('Nothing found')
    const promised = {
      ...line,
      otherName: 'SAINTE ODILE',
      confidence: 'almostCertain',
      taken: pays([item({ promisedFor: asDate('2026-11-27') })]),
    } as const
    expect(summariseLine(promised, { today: asDate('2026-11-23'), language: 'en' }).subtitle).toBe(
      'F-2026-0949, promised for 27 Nov',
    )
  })
})
