import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'

/** Euros and cents of the demo company, as a person writes them: 12450 or 6219.4. */
export const eur = (euros: number): Money => money(Math.round(euros * 100), asCurrency('EUR'))
export const day = asDate

export interface SampleRow {
  readonly id: number
  readonly customer: string
  readonly number: string
  readonly due: string
  readonly days: number
  readonly total: number
  readonly left: number
  readonly last: string
  readonly next: string
  readonly owner: string
}

const claire = 'Claire Besson'
const rows: readonly Omit<SampleRow, 'id'>[] = [
  {
    customer: 'Garage Perreau',
    number: 'F-2026-0689',
    due: '2026-08-10',
    days: 105,
    total: 6380,
    left: 4380,
    last: 'Courrier · 12/10',
    next: 'Échéancier : 01/12',
    owner: claire,
  },
  {
    customer: 'Groupe Hélianthe',
    number: 'F-2026-0718',
    due: '2026-08-24',
    days: 91,
    total: 9860,
    left: 9860,
    last: 'Mise en dem. · 05/11',
    next: '*À décider aujourd’hui',
    owner: 'Sophie Lemaire',
  },
  {
    customer: 'Menuiseries Castel',
    number: 'F-2026-0764',
    due: '2026-09-10',
    days: 74,
    total: 14940,
    left: 12450,
    last: 'Courrier · 10/11',
    next: '*Appel aujourd’hui',
    owner: claire,
  },
  {
    customer: 'Hôtel Le Clos Vauban',
    number: 'F-2026-0791',
    due: '2026-09-18',
    days: 66,
    total: 6219.4,
    left: 6219.4,
    last: 'Courrier · 17/11',
    next: 'En pause : échéancier',
    owner: claire,
  },
  {
    customer: 'Optique Marchetti',
    number: 'F-2026-0799',
    due: '2026-09-21',
    days: 63,
    total: 2480,
    left: 2480,
    last: 'Appel · 02/11',
    next: 'Courrier à relire',
    owner: claire,
  },
  {
    customer: 'Nordelec Industrie',
    number: 'F-2026-0842',
    due: '2026-09-30',
    days: 54,
    total: 18600,
    left: 18600,
    last: 'Appel · 09/11',
    next: 'Virement à pointer',
    owner: claire,
  },
  {
    customer: 'Brasserie Saint-Aubin',
    number: 'F-2026-0851',
    due: '2026-10-05',
    days: 49,
    total: 7344,
    left: 7344,
    last: 'E-mail 3 · 04/11',
    next: '*E-mail aujourd’hui',
    owner: claire,
  },
  {
    customer: 'Kerval Logistique',
    number: 'F-2026-0858',
    due: '2026-10-09',
    days: 45,
    total: 5712.9,
    left: 5712.9,
    last: 'Appel · 18/11',
    next: 'Promis pour le 27/11',
    owner: 'Nadia Ferhat',
  },
  {
    customer: 'Clinique des Ormes',
    number: 'F-2026-0866',
    due: '2026-10-14',
    days: 40,
    total: 6480,
    left: 6480,
    last: 'E-mail 3 · 13/11',
    next: '*Appel aujourd’hui',
    owner: claire,
  },
  {
    customer: 'Farine & Cie',
    number: 'F-2026-0871',
    due: '2026-10-20',
    days: 34,
    total: 5460,
    left: 2730,
    last: 'E-mail 3 · 19/11',
    next: 'Promis pour le 30/11',
    owner: 'Karim Haddad',
  },
  {
    customer: 'Librairie Les Quais',
    number: 'F-2026-0874',
    due: '2026-10-22',
    days: 32,
    total: 1452,
    left: 1452,
    last: 'E-mail 3 · échec',
    next: 'Adresse à corriger',
    owner: claire,
  },
  {
    customer: 'Groupe Hélianthe',
    number: 'F-2026-0902',
    due: '2026-10-24',
    days: 30,
    total: 11520,
    left: 11520,
    last: 'E-mail 2 · 09/11',
    next: 'En pause : décision',
    owner: 'Sophie Lemaire',
  },
  {
    customer: 'Menuiseries Castel',
    number: 'F-2026-0911',
    due: '2026-10-31',
    days: 23,
    total: 8208,
    left: 8208,
    last: 'E-mail 2 · 16/11',
    next: '*Appel aujourd’hui',
    owner: claire,
  },
  {
    customer: 'Transports Delmas-Ruiz',
    number: 'F-2026-0915',
    due: '2026-11-02',
    days: 21,
    total: 4896,
    left: 4896,
    last: 'E-mail 2 · 16/11',
    next: 'Litige : non reçue',
    owner: claire,
  },
  {
    customer: 'Cabinet Roussel Architectes',
    number: 'F-2026-0921',
    due: '2026-11-06',
    days: 17,
    total: 3180,
    left: 3180,
    last: 'E-mail 2 · 20/11',
    next: 'E-mail le 07/12',
    owner: 'Nadia Ferhat',
  },
  {
    customer: 'Domaine Corbin-Latour',
    number: 'F-2026-0926',
    due: '2026-11-09',
    days: 14,
    total: 9744,
    left: 9744,
    last: 'E-mail 1 · 16/11',
    next: '*E-mail aujourd’hui',
    owner: 'Karim Haddad',
  },
  {
    customer: 'Imprimerie Valmont',
    number: 'F-2026-0933',
    due: '2026-11-12',
    days: 11,
    total: 2256.3,
    left: 2256.3,
    last: 'E-mail 1 · 19/11',
    next: 'E-mail le 26/11',
    owner: 'Nadia Ferhat',
  },
]

export const sampleRows: readonly SampleRow[] = rows.map((row, index) => ({ id: index + 1, ...row }))
