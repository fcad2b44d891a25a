import { bankLetters } from './bank-names.ts'
import { tailOf } from './change-number.ts'
import type { Dice } from './dice.ts'
import type { Payer } from './payer-habits.ts'
import type { YearCustomer } from './year.ts'

const two = (value: number): string => String(value % 100).padStart(2, '0')

/**
 * Numbers that look like something and are not. `numberOfOurs` draws any invoice of the firm: what payers call their own
 * papers often ends like one of them.
 */
export function noiseOf(dice: Dice, customer: YearCustomer, numberOfOurs: () => string): string {
  const siren = customer.siren === '' ? dice.digits(9) : customer.siren
  const day = `${two(dice.between(1, 28))}/${two(dice.between(1, 12))}/${dice.of(['24', '25', '2025'])}`
  if (dice.inThousand(350)) {
    const word = dice.of([
      'CLIENT',
      'N CLIENT',
      'CLIENT NO',
      'CONTRAT',
      'CONTRAT N°',
      'DOSSIER',
      'CDE',
      'COMMANDE',
      'BL',
      'BON DE LIVRAISON',
      'MANDAT',
      'RUM',
      'POLICE',
      'CHANTIER',
      'AFFAIRE',
      'PROJET',
      'KUNDENNR.',
      'CUSTOMER',
      'LOT',
      'PIECE',
      'N/REF',
      'ABONNEMENT',
      'CHQ',
      'BON',
    ])
    return `${word} ${tailOf(numberOfOurs())}`
  }
  return dice.of([
    `SIRET ${siren}${dice.digits(5)}`,
    `TEL. 0${dice.between(1, 9)}.${dice.digits(2)}.${dice.digits(2)}.${dice.digits(2)}.${dice.digits(2)}`,
    `+33 ${dice.between(1, 9)} ${dice.digits(2)} ${dice.digits(2)} ${dice.digits(2)} ${dice.digits(2)}`,
    `VIR DU ${day}`,
    `VIREMENT DU ${day}`,
    `CDE DU ${day}`,
    `CDE ${dice.digits(5)}`,
    `${customer.city.toUpperCase()} ${dice.digits(5)}`,
    `ANNEE ${dice.of(['2024', '2025'])}`,
    `MATRICULE ${dice.digits(6)}`,
    `SIREN ${siren}`,
    `TEL 0${dice.between(1, 9)}${dice.digits(8)}`,
    `0${dice.between(1, 9)} ${dice.digits(2)} ${dice.digits(2)} ${dice.digits(2)} ${dice.digits(2)}`,
    `DU ${day}`,
    `ECH ${day}`,
    `${dice.between(20, 9000)},${dice.digits(2)} EUR`,
    `MT ${dice.between(20, 9000)}.${dice.digits(2)}`,
    `CPTE 401${dice.digits(3)}`,
    `CLIENT ${dice.digits(5)}`,
    `CHANTIER ${dice.digits(4)}`,
    `PIECE ${dice.digits(5)}`,
    `TVA FR${dice.digits(2)}${siren}`,
    `LOT ${dice.digits(2)}`,
    `MARCHE ${dice.of(['2024', '2025'])}-${dice.digits(3)}`,
    `NUM CLIENT ${customer.accountCode}`,
  ])
}

/** Words of a payer who tells nothing of use. */
export const nothingSaid = (dice: Dice, payer: Payer, firmName: string): string =>
  dice.of([
    '',
    '',
    'VIREMENT',
    'REGLEMENT',
    'REGLEMENT FACTURE',
    'REGLEMENT FACTURES',
    'PAIEMENT FOURNISSEUR',
    'VIR SEPA',
    'FACTURE',
    'SOLDE COMPTE',
    'MERCI',
    `VIR ${bankLetters(payer.called.core)}`,
    bankLetters(payer.called.core),
    bankLetters(firmName),
    `REGLEMENT ${bankLetters(firmName)}`,
  ])

/** The number in the payer's own books: never ours, though it may look like one of ours. */
export function ownNumber(dice: Dice, { who, called }: Payer): string {
  if (who === 'treasury' || called.kind === 'public') return `MANDAT ${dice.digits(4)} BORD ${dice.digits(3)}`
  return dice.of([
    `N/REF ${dice.digits(6)}`,
    `PIECE ${dice.digits(5)}`,
    `REG ${dice.of(['2024', '2025'])}-${dice.digits(5)}`,
    `OP ${dice.digits(7)}`,
    `NOTRE REF FF${dice.digits(5)}`,
    `VIR N ${dice.digits(6)}`,
    `BAP ${dice.digits(4)}`,
    `FAF${dice.digits(6)}`,
  ])
}
