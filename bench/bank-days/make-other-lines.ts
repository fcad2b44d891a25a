import { addDays, type CalendarDate, civilOf, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import { bankLetters } from './bank-names.ts'
import type { Dice } from './dice.ts'
import { familyName, personName } from './firm-names.ts'
import { someIban } from './iban.ts'
import type { Span } from './make-invoices.ts'
import type { Movement } from './make-receipts.ts'
import type { Payer } from './payer-habits.ts'
import type { AmountClass, YearInvoice, YearLine } from './year.ts'

export interface Around {
  readonly span: Span
  readonly payers: readonly Payer[]
  readonly receipts: readonly Movement[]
  readonly invoices: readonly YearInvoice[]
  readonly firmName: string
  readonly firmIban: string
  readonly firmSavings: string
  readonly firmSiren: string
}

export interface Said {
  readonly operation?: YearLine['operation']
  readonly payerName?: string
  readonly payerIban?: string
  readonly remittance?: string
  readonly endToEndId?: string
}

export const noTruth = { customers: [], allocations: [], writeoff: null } as const

export const someDay = (dice: Dice, { from, to }: Span): CalendarDate =>
  workingDayFrom(addDays(from, dice.below(daysBetween(from, to))))

export function movement(day: CalendarDate, amount: number, amountClass: AmountClass, said: Said): Movement {
  return {
    day,
    amount,
    operation: said.operation ?? 'transfer',
    payerName: said.payerName ?? '',
    payerIban: said.payerIban ?? '',
    remittance: (said.remittance ?? '').slice(0, 140),
    endToEndId: said.endToEndId ?? 'NOTPROVIDED',
    documents: [],
    truth: noTruth,
    told: [],
    amountClass,
    textClass: 'other',
    whoClass: 'nobody',
  }
}

const suppliers = [
  'EDF',
  'ORANGE',
  'ENGIE',
  'AMAZON EU SARL',
  'REXEL FRANCE',
  'POINT P',
  'TOTALENERGIES',
  'SFR',
  'LA POSTE',
  'MANUTAN',
  'UGAP',
] as const
const insurers = ['AXA FRANCE IARD', 'MAAF ASSURANCES', 'GROUPAMA', 'ALLIANZ IARD', 'MMA IARD'] as const

/** Mostly any amount; one in seven is to the cent what a customer owes: luck is no proof. */
export function someAmount(dice: Dice, { invoices }: Around, day: CalendarDate): number {
  const recent = dice.inThousand(150)
    ? invoices.filter(({ issueDate, amount }) => amount > 0 && issueDate < day && daysBetween(issueDate, day) < 70)
    : []
  return recent.length > 0 ? dice.of(recent).amount : dice.between(1_000, 400_000)
}

/** Others number their invoices as we do: theirs may be called like one of ours. */
const numberLikeOurs = (dice: Dice, { invoices }: Around, day: CalendarDate): string => {
  const known = invoices.filter(({ issueDate }) => issueDate < day && daysBetween(issueDate, day) < 60)
  return known.length > 0 ? dice.of(known).id : dice.digits(5)
}

/** An order under which something may well be invoiced already: what is paid now is the next delivery. */
const orderOf = (dice: Dice, { invoices }: Around, payer: Payer, day: CalendarDate): string => {
  const known = invoices.filter(
    ({ customer, poNumber, issueDate }) => customer === payer.customer.id && poNumber !== '' && issueDate < day,
  )
  return known.at(-1)?.poNumber ?? dice.digits(5)
}

/** Credits that concern no customer at all. */
export function foreignToTheBooks(dice: Dice, around: Around, count: number): Movement[] {
  return Array.from({ length: count }, () => {
    const day = someDay(dice, around.span)
    const { year, month } = civilOf(day)
    const amount = someAmount(dice, around, day)
    const said = dice.weighted<() => Said>([
      [
        5,
        () => ({
          payerName: dice.of(suppliers),
          remittance: dice.of([
            `REMBOURSEMENT AVOIR ${year}-${dice.digits(4)}`,
            `REMB TROP PERCU ${dice.digits(8)}`,
            `AVOIR A${dice.digits(5)}`,
            `RBT FACT ${dice.digits(6)}`,
            `AVOIR SUR FACTURE ${numberLikeOurs(dice, around, day)}`,
          ]),
        }),
      ],
      [
        2,
        () => ({
          payerName: 'DGFIP',
          remittance: `REMB CREDIT TVA ${String(month).padStart(2, '0')}${year}`,
          endToEndId: dice.digits(20),
        }),
      ],
      [
        4,
        () => ({
          operation: 'internal',
          payerName: bankLetters(around.firmName),
          remittance: dice.of(['VIREMENT INTERNE', 'VIR DE COMPTE A COMPTE', 'APPRO COMPTE', 'VIR TRESORERIE']),
        }),
      ],
      [3, () => ({ payerName: dice.of(insurers), remittance: `SINISTRE ${dice.digits(9)} REF ${dice.digits(6)}` })],
      [2, () => ({ payerName: 'CPAM', remittance: `IJSS ${personName(dice).toUpperCase()} ${dice.digits(6)}` })],
      [1, () => ({ operation: 'internal', remittance: 'INTERETS CREDITEURS' })],
      [
        8,
        () => ({
          operation: 'card',
          remittance: `REMISE CB CONTRAT ${dice.digits(7)} DU ${String(civilOf(day).day).padStart(2, '0')}${String(month).padStart(2, '0')}`,
        }),
      ],
      [
        3,
        () => ({ payerName: 'STRIPE PAYMENTS EUROPE LTD', remittance: `STRIPE ${dice.digits(3)}Q${dice.digits(4)}` }),
      ],
      [1, () => ({ payerName: 'BPIFRANCE', remittance: `DEBLOCAGE PRET ${dice.digits(8)}` })],
      [
        1,
        () => ({
          payerName: 'REGION BOURGOGNE FRANCHE COMTE',
          remittance: `SUBVENTION DOSSIER ${year}-${dice.digits(5)}`,
        }),
      ],
      [
        2,
        () => ({
          payerName: bankLetters(personName(dice)),
          remittance: dice.of(['LOYER GARAGE', 'REMB ACOMPTE SALAIRE', 'REMB AVANCE', 'CESSION VEHICULE']),
        }),
      ],
      [
        2,
        () => ({
          payerName: bankLetters(familyName(dice)),
          remittance: `REJET VIR EMIS ${dice.digits(7)} COMPTE CLOS`,
        }),
      ],
      [
        2,
        () => ({
          payerName: bankLetters(`${familyName(dice)} ${dice.of(['NEGOCE', 'FOURNITURES', 'SERVICES'])}`),
          remittance: `RETOUR VIREMENT FACT ${dice.digits(5)}`,
        }),
      ],
    ])()
    return movement(day, amount, 'no customer', { payerIban: someIban(dice, 'FR'), ...said })
  })
}

/** Customers' money that pays no invoice: deposits on quotations, and other dealings between the two firms. */
export function fromCustomersForNothing(dice: Dice, around: Around, count: number): Movement[] {
  return Array.from({ length: count }, () => {
    const day = someDay(dice, around.span)
    const payer = dice.of(around.payers)
    const year = civilOf(day).year
    const who = { payerName: payer.printedName, payerIban: payer.ibans[0] ?? '' }
    if (dice.inThousand(650)) {
      const amount = dice.inThousand(200) ? someAmount(dice, around, day) : dice.between(3, 90) * 10_000
      const remittance = dice.of([
        `ACOMPTE DEVIS ${year}-${dice.digits(3)}`,
        `ACOMPTE 30 POUR CENT CDE ${dice.digits(5)}`,
        `PROFORMA PF${year}-${dice.digits(4)}`,
        `ACPTE COMMANDE BC-${dice.digits(4)}`,
        `ACOMPTE CDE ${orderOf(dice, around, payer, day)}`,
        `AVANCE SUR TRAVAUX`,
        `ACOMPTE`,
        `FACTURE PROFORMA ${dice.digits(4)}`,
        `DEVIS D${dice.digits(4)} 40%`,
        `ARRHES`,
      ])
      return {
        ...movement(day, amount, 'prepayment', { ...who, remittance }),
        whoClass: payer.who,
        truth: { ...noTruth, customers: [payer.customer.id] },
      }
    }
    const remittance = dice.of([
      'REMBOURSEMENT TROP VERSE',
      `AVOIR ${dice.digits(5)}`,
      'INDEMNITE',
      'REFACTURATION',
      `REMB CAUTION ${dice.digits(4)}`,
    ])
    const amount = someAmount(dice, around, day)
    return {
      ...movement(day, amount, 'customer, no invoice', { ...who, remittance }),
      whoClass: payer.who,
      truth: { ...noTruth, customers: [payer.customer.id] },
    }
  })
}

/** What says nothing, or pays a part, may as well be the next payment: nobody could tell. */
const saysWhatItPaysWhole = ({ told, truth, amountClass }: Movement): boolean =>
  truth.allocations.every(({ invoice }) => told.some((telling) => telling.invoice === invoice)) &&
  ['one', 'sum of 2-3', 'sum of 4-12', 'discount', 'credit deducted'].includes(amountClass)

/** The same transfer once more, some days later: the invoice was paid already. */
export function secondPayments(dice: Dice, { receipts, span }: Around, count: number): Movement[] {
  const transfers = receipts.filter((line) => line.day < addDays(span.to, -40) && saysWhatItPaysWhole(line))
  return Array.from({ length: Math.min(count, transfers.length) }, () => {
    const first = dice.of(transfers)
    const day = workingDayFrom(addDays(first.day, dice.of([1, 2, 5, 9, 20, 31])))
    const truth = { ...noTruth, customers: first.truth.customers }
    return { ...first, day, truth, told: [], amountClass: 'second payment', textClass: 'other' }
  })
}

/** Money that goes out. */
export function debits(dice: Dice, around: Around, count: number): Movement[] {
  return Array.from({ length: count }, () => {
    const day = someDay(dice, around.span)
    const said = dice.weighted<() => Said>([
      [6, () => ({ payerName: dice.of(suppliers), remittance: `PRLV SEPA FACT ${dice.digits(8)}` })],
      [4, () => ({ payerName: bankLetters(personName(dice)), remittance: 'SALAIRE' })],
      [2, () => ({ payerName: 'URSSAF', remittance: `COTISATIONS ${dice.digits(14)}` })],
      [1, () => ({ payerName: 'DGFIP', remittance: `TVA1-${dice.digits(4)}-3310CA3` })],
      [3, () => ({ remittance: `CARTE X${dice.digits(4)} STATION SERVICE` })],
      [2, () => ({ remittance: 'FRAIS BANCAIRES COMMISSION' })],
      [2, () => ({ payerName: dice.of(around.payers).printedName, remittance: `VOTRE FACTURE ${dice.digits(5)}` })],
    ])()
    return movement(day, -dice.between(500, 900_000), 'debit', { operation: 'debit', ...said })
  })
}
