import { civilOf } from '@quittance/core/calendar/calendar-date.ts'
import { bankLetters } from './bank-names.ts'
import { tailOf } from './change-number.ts'
import type { Dice } from './dice.ts'
import { cities, firmCalled } from './firm-names.ts'
import { someIban } from './iban.ts'
import { type Around, movement, noTruth, type Said, someAmount, someDay } from './make-other-lines.ts'
import type { Movement } from './make-receipts.ts'

/** Credits that no word gives away, or that look much like a customer's: none of them pays an invoice. */
export function strangeCredits(dice: Dice, around: Around, count: number): Movement[] {
  return Array.from({ length: count }, () => {
    const day = someDay(dice, around.span)
    const amount = someAmount(dice, around, day)
    if (dice.inThousand(400)) return ofCustomer(dice, around, day, amount)
    const said = ofNobody(dice, around, civilOf(day).year)
    return movement(day, amount, 'no customer', { payerIban: someIban(dice, 'FR'), ...said })
  })
}

function ofNobody(dice: Dice, { firmName, firmSavings, firmSiren, payers, invoices }: Around, year: number): Said {
  const own = { payerName: bankLetters(firmName), payerIban: firmSavings }
  const { called } = dice.of(payers)
  const stranger = firmCalled(dice, dice.of(cities))
  return dice.weighted<() => Said>([
    [3, () => ({ ...own, remittance: dice.of(['', 'VIREMENT', 'VIR', 'EPARGNE', 'TRESO', `${year}`]) })],
    [
      2,
      () => ({
        payerName: 'DGFIP',
        remittance: dice.of([
          `SIREN ${firmSiren} IS ${year - 1}`,
          `${firmSiren} CREDIT IMPOT RECHERCHE`,
          `EXCEDENT IS ${firmSiren}`,
        ]),
      }),
    ],
    [
      2,
      () => ({
        payerName: dice.of(['SUMUP', 'WORLDLINE', 'ZETTLE BY PAYPAL', 'ADYEN N.V.', 'PAYPAL EUROPE']),
        remittance: `${dice.digits(3)}Q${dice.digits(4)} PAYOUT ${dice.digits(6)}`,
      }),
    ],
    [
      2,
      () => ({
        payerName: dice.of(['MALAKOFF HUMANIS', 'AG2R PREVOYANCE']),
        remittance: `PREVOYANCE ${dice.digits(8)}`,
      }),
    ],
    [1, () => ({ payerName: 'BNP PARIBAS', remittance: `MISE EN PLACE PRET ${dice.digits(9)}` })],
    // A namesake of another town, and a firm that was never invoiced: both write numbers of their own.
    [
      3,
      () => ({
        payerName: bankLetters(`${called.core.split(' ')[0] ?? ''} ${dice.of(cities)}`),
        remittance: `FACT ${dice.digits(6)}`,
      }),
    ],
    [
      3,
      () => ({
        payerName: bankLetters(stranger.core),
        remittance: dice.of([
          `FACTURE ${dice.digits(4)}`,
          `REGLT ${tailOf(dice.of(invoices).id)}`,
          `CDE ${dice.digits(5)}`,
          'SOLDE',
          '',
        ]),
      }),
    ],
  ])()
}

/** Of a customer, for something that is no sale: now and then to the cent what he owes. */
function ofCustomer(dice: Dice, around: Around, day: Movement['day'], amount: number): Movement {
  const payer = dice.of(around.payers)
  const remittance = dice.of([
    'CAUTION',
    'DEPOT DE GARANTIE',
    'RESTITUTION DEPOT DE GARANTIE BUREAU',
    'LOYER BUREAU',
    'NOTE DE FRAIS SALON',
    `REMBOURSEMENT ${dice.digits(5)}`,
    'RBT DOUBLE REGLEMENT',
    `AVOIR ${dice.digits(4)} A NOUS REGLER`,
    'PENALITES DE RETARD',
    'CESSION MATERIEL',
    `CONTRAT MAINTENANCE ${dice.digits(4)} RISTOURNE`,
  ])
  const who = { payerName: payer.printedName, payerIban: payer.ibans[0] ?? '' }
  return {
    ...movement(day, amount, 'customer, no invoice', { ...who, remittance }),
    whoClass: payer.who,
    truth: { ...noTruth, customers: [payer.customer.id] },
  }
}
