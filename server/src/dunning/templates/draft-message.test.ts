import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { expect, it } from 'vitest'
import { draftMessage, keptIn } from './draft-message.ts'
import { renderMessage } from './render-message.ts'

const item = (number: string, cents: number): ReminderFacts['items'][number] => ({
  invoiceNumber: number,
  kind: 'invoice',
  issueDate: asDate('2026-09-05'),
  dueDate: asDate('2026-10-05'),
  daysLate: 49,
  amountDue: money(cents, asCurrency('EUR')),
  paid: [],
  waived: [],
})

const facts = (items: ReminderFacts['items']): ReminderFacts =>
  ({
    language: 'fr',
    today: asDate('2026-11-23'),
    customer: { name: 'Brasserie Saint-Aubin', category: 'company' },
    contact: null,
    legalEntity: {
      name: 'Atelier Vauquelin',
      legalForm: null,
      capital: null,
      siren: null,
      rcs: null,
      vatNumber: null,
      addressLines: [],
      city: null,
      phone: null,
      email: 'compta@vauquelin.example',
      iban: 'FR7630006000011234567890189',
      bic: null,
    },
    sender: { name: 'Claire Besson', signature: null },
    caller: null,
    items,
    credits: [],
    brokenPromise: null,
    history: [asDate('2026-11-02')],
    deadline: asDate('2026-12-02'),
    rates: [],
    contractRate: null,
    invoicesAttached: false,
    portal: null,
  }) as unknown as ReminderFacts

const two = prepareMessage(facts([item('F-2026-0851', 734_400), item('F-2026-0929', 361_200)]))
const one = prepareMessage(facts([item('F-2026-0851', 734_400)]))

it('the draft of every text of the house is the very message, once its variables are written', () => {
  for (const tone of ['friendly', 'neutral', 'firm'] as const) {
    for (const prepared of [one, two]) {
      const template = defaultMessages.fr[tone]
      const again = renderMessage(draftMessage(template, prepared, 'fr'), prepared, 'fr')
      const asked = renderMessage(template, prepared, 'fr')
      expect(again.subject).toBe(asked.subject)
      expect(again.text).toBe(asked.text)
      expect(again.html).toBe(asked.html)
    }
  }
})

it('states no amount that is owed: those are variables, whose values are told beside it', () => {
  const draft = draftMessage(defaultMessages.fr.friendly, one, 'fr')
  expect(`${draft.subject} ${draft.body}`).not.toContain('344')
  expect(keptIn(draft, one).map(({ value }) => value)).toContainEqual(expect.stringMatching(/7\s344,00\s€/u))
})

it('written under two invoices, says the truth about the one that is left', () => {
  const draft = draftMessage(defaultMessages.fr.neutral, two, 'fr')
  const { text } = renderMessage(draft, one, 'fr')
  expect(text).not.toContain('10\u202f956')
  expect(text).not.toContain('F-2026-0929')
})
