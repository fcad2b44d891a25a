import { asDate, type CalendarDate } from '../../../calendar/calendar-date.ts'
import type { BankLine, BookedCustomer, BookedItem, Books } from '../books.ts'

export const day = (text: string): CalendarDate => asDate(text)

export const aCustomer = (id: number, more: Partial<BookedCustomer> = {}): BookedCustomer => ({
  id,
  code: `C-${String(id).padStart(4, '0')}`,
  name: `Firme ${id}`,
  otherNames: [],
  siren: null,
  city: null,
  country: 'FR',
  ibans: [],
  parent: null,
  earlyDiscount: null,
  ...more,
})

export const anItem = (id: number, customer: number, more: Partial<BookedItem> = {}): BookedItem => {
  const amount = more.amount ?? 10_000 + id * 137
  return {
    id,
    customer,
    invoiceNumber: `F-2026-${String(id).padStart(4, '0')}`,
    references: [],
    paymentReference: null,
    issueDate: day('2026-09-01'),
    dueDate: day('2026-10-01'),
    amount,
    amountDue: amount,
    isDeposit: false,
    ...more,
  }
}

export const aLine = (amount: number, label: string, more: Partial<BankLine> = {}): BankLine => ({
  id: 1,
  bookedOn: day('2026-10-05'),
  amount,
  kind: 'transfer',
  label,
  remittance: '',
  creditorReference: null,
  documents: [],
  endToEndId: null,
  payerName: null,
  ultimateName: null,
  payerIban: null,
  isBatch: false,
  original: null,
  charges: null,
  ...more,
})

/** Twenty firms that owe nothing stand around, so that names are as rare as they are in life. */
export function someBooks(more: Partial<Books>): Books {
  const strangers = [
    'Boulangerie Perrin',
    'Garage du Lac',
    'Transports Moreau',
    'Imprimerie Valmont',
    'Vignobles Daumas',
    'Hotel Bellevue',
    'Menuiserie Caron',
    'Pharmacie Centrale',
    'Plomberie Girard',
    'Cabinet Roussel',
    'Fonderie Lemoine',
    'Scierie Dubois',
    'Carrelage Fontaine',
    'Optique Marchand',
    'Laiterie Bernard',
    'Cordonnerie Moderne',
    'Assurances Bertin-Colas',
    'Serrurerie Petit',
    'Couverture Renard',
    'Jardins Lambert',
  ]
  return {
    items: [],
    settled: [],
    recorded: [],
    promises: [],
    learnt: [],
    ignored: [],
    ...more,
    customers: [...(more.customers ?? []), ...strangers.map((name, at) => aCustomer(9000 + at, { name }))],
  }
}
