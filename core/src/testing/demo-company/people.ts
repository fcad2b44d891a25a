import type { DemoPerson } from './shapes.ts'

/** Claire is the account that opened the example. */
export const people: readonly DemoPerson[] = [
  person('claire', 'Claire Besson', 'admin', '03 53 01 40 01'),
  person('sophie', 'Sophie Lemaire', 'director', '03 53 01 40 02'),
  person('karim', 'Karim Haddad', 'sales', '03 53 01 40 03'),
  person('nadia', 'Nadia Fournier', 'sales', '03 53 01 40 04'),
  person('julien', 'Julien Perrot', 'project', '03 53 01 40 05'),
]

function person(key: DemoPerson['key'], name: string, role: DemoPerson['role'], phone: string): DemoPerson {
  return { key, name, email: `${key}@vauquelin.example`, phone, role }
}

/** The firm that invoices. The IBAN is the textbook example; the rate, a contract's. */
export const firm = {
  name: 'Atelier Vauquelin',
  legalForm: 'SAS',
  capital: '80 000 €',
  siren: '552 100 554',
  rcs: 'Chalon-sur-Saône',
  vatNumber: 'FR 11 552100554',
  addressLine1: '14 rue des Tanneurs',
  postcode: '71100',
  city: 'Chalon-sur-Saône',
  phone: '03 53 01 40 00',
  email: 'compta@vauquelin.example',
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPLYO',
  defaultTerms: '30 jours',
  /** Hundredths of a percent a year. */
  lateInterestRate: 1215,
  /** Cents: what is left under it is not chased. */
  tolerance: 5000,
} as const
