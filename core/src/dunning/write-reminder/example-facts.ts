import { asDate } from '../../calendar/calendar-date.ts'
import type { Language } from '../../money/format-money.ts'
import { asCurrency, money } from '../../money/money.ts'
import { lateInterestRates } from '../late-interest-rates.ts'
import type { ReminderFacts } from './reminder-facts.ts'

const EUR = asCurrency('EUR')

/** An invented customer with two late invoices: what a template is shown on when there is no real one. */
export const exampleFacts = (language: Language): ReminderFacts => ({
  language,
  today: asDate('2026-11-23'),
  customer: { name: 'Brasserie Saint-Aubin', category: 'company' },
  contact: { civility: 'Mme', firstName: 'Inès', lastName: 'Morel' },
  legalEntity: {
    name: 'Atelier Vauquelin',
    legalForm: 'SARL',
    capital: language === 'fr' ? '20 000 €' : '€20,000',
    siren: '552 100 554',
    rcs: 'RCS Nantes',
    vatNumber: 'FR 96 552100554',
    addressLines: ['12 rue des Forges', '44000 Nantes'],
    city: 'Nantes',
    phone: '03 53 01 40 00',
    email: 'compta@vauquelin.example',
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
  },
  sender: { name: 'Claire Besson', signature: null },
  caller: 'Karim Haddad',
  items: [
    {
      invoiceNumber: 'F-2026-0851',
      kind: 'invoice',
      issueDate: asDate('2026-09-05'),
      dueDate: asDate('2026-10-05'),
      daysLate: 49,
      amountDue: money(734_400, EUR),
      paid: [],
    },
    {
      invoiceNumber: 'F-2026-0929',
      kind: 'invoice',
      issueDate: asDate('2026-10-10'),
      dueDate: asDate('2026-11-09'),
      daysLate: 14,
      amountDue: money(361_200, EUR),
      paid: [],
    },
  ],
  credits: [],
  history: [asDate('2026-10-12'), asDate('2026-10-19')],
  deadline: asDate('2026-12-08'),
  lateInterest: { kind: 'statutory', reading: 'segmented' },
  rates: lateInterestRates,
  invoicesAttached: true,
  portal: null,
})
