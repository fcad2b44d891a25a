import { describe, expect, it } from 'vitest'
import type { OpenItem } from './api.ts'
import { itemsCsv } from './items-csv.ts'

const titles = {
  customer: 'Client',
  number: 'Facture',
  issueDate: 'Émise le',
  dueDate: 'Échéance',
  daysLate: 'Retard',
  amount: 'Montant TTC',
  left: 'Reste à payer',
  currency: 'Devise',
  next: 'Prochaine étape',
  owner: 'Suivi',
}

const anItem = (change: Partial<OpenItem> = {}): OpenItem => ({
  id: 1,
  invoiceId: 1,
  invoiceNumber: 'F-2026-0764',
  kind: 'invoice',
  part: null,
  customer: { id: 1, name: 'Menuiseries Castel' },
  subject: null,
  project: null,
  issueDate: '2026-08-11',
  dueDate: '2026-09-10',
  isDueAssumed: false,
  daysLate: 74,
  amount: { amount: 1494000, currency: 'EUR' },
  amountDue: { amount: 1245005, currency: 'EUR' },
  status: 'partiallyPaid',
  isDisputed: false,
  disputedPart: null,
  delayedUntil: null,
  isPaused: false,
  promisedFor: null,
  lastReminder: null,
  next: null,
  owner: { id: 2, name: 'Claire Besson' },
  end: null,
  salesRep: null,
  ...change,
})

const linesOf = (csv: string) => csv.replace('\ufeff', '').split('\r\n')

describe('the selection as a file for a spreadsheet', () => {
  it('is read by a French spreadsheet: semicolons, decimal commas, cents always', () => {
    expect(linesOf(itemsCsv([anItem()], titles, 'fr'))[1]).toBe(
      'Menuiseries Castel;F-2026-0764;2026-08-11;2026-09-10;74;"14940,00";"12450,05";EUR;;Claire Besson',
    )
  })

  it('is read by an English one: commas and points', () => {
    expect(linesOf(itemsCsv([anItem()], titles, 'en'))[1]).toContain(',14940.00,12450.05,EUR,')
  })

  it('keeps a customer whose name holds quotes and separators on one line', () => {
    const [, line] = linesOf(itemsCsv([anItem({ customer: { id: 1, name: 'Durand; dit "Le Grand"' } })], titles, 'fr'))
    expect(line).toMatch(/^"Durand; dit ""Le Grand""";F-2026-0764/)
  })

  it.each(['=HYPERLINK(1)', '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '\n=1'])(
    'never hands the formula %j to the spreadsheet',
    (name) => {
      const csv = itemsCsv([anItem({ customer: { id: 1, name } })], titles, 'fr')
      expect(csv.split('Suivi\r\n')[1]?.replace(/^"/, '')).toMatch(/^'/)
    },
  )

  it('keeps the minus of a credit note as a number', () => {
    const credit = anItem({ amount: { amount: -12000, currency: 'EUR' } })
    expect(linesOf(itemsCsv([credit], titles, 'en'))[1]).toContain(',-120.00,')
  })
})
