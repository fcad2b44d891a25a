import type { Dice } from './dice.ts'
import type { Called } from './firm-names.ts'
import type { TextClass, WhoClass, YearCustomer } from './year.ts'

export type TextStyle = Extract<
  TextClass,
  'exact' | 'changed' | 'tail' | 'date' | 'nothing' | 'own number' | 'order number' | 'account code'
>

/** How one payer pays: he keeps it in most of his payments. */
export interface Habit {
  readonly style: TextStyle
  /** Put before the numbers: 'FACT', 'REGLT FACTURE N', '/INV/'. */
  readonly opening: string
  readonly between: string
  readonly change: NumberChange
  readonly rhythm: 'each' | 'run'
  readonly runDay: number
  /** After the due date; negative for those who pay early. */
  readonly delayDays: number
  /** Where his bank or his software cuts the text. */
  readonly textLimit: number
  readonly endToEnd: 'none' | 'own' | 'number'
  /** Of a thousand payments, how many carry numbers that mean nothing to us. */
  readonly noise: number
  readonly structured: boolean
  readonly writesLow: boolean
  readonly takesDiscount: boolean
  readonly roundsToEuro: boolean
  readonly retains: boolean
  readonly paysByCheque: boolean
  readonly writesRanges: boolean
}

export type NumberChange =
  | 'no separators'
  | 'spaces'
  | 'other separators'
  | 'no prefix'
  | 'O for 0'
  | 'no zeros'
  | 'other prefix'
  | 'I for 1'
  | 'more zeros'
  | 'short year'
  | 'dots'

export interface Payer {
  readonly customer: YearCustomer
  readonly called: Called
  readonly habit: Habit
  /** What his invoices look like. */
  readonly bills: 'monthly' | 'prices' | 'free' | 'hours'
  /** A share of all invoices, in no unit. */
  readonly weight: number
  readonly who: WhoClass
  /** Who shows on the statement: himself, or whoever pays for him. */
  readonly printedName: string
  /** The accounts the money truly comes from, the usual one first. */
  readonly ibans: readonly string[]
  /** His invoices are paid by this customer's runs. */
  readonly paidBy: string | null
  readonly forgetsToPay: number
}

const openings = [
  'FACT',
  'FACTURE',
  'FACTURE N',
  'FAC',
  'REGLT FACT',
  'REGLEMENT FACTURE',
  'VIREMENT FACTURE',
  'FACT N°',
  'PAIEMENT',
  'VOTRE FACTURE',
  'F',
  '',
  '',
  '/INV/',
  'REF',
  '/ROC/',
  '/RFB/',
  'MOTIF:',
  'OBJET : FACTURE',
  'RGT FAC',
  'PMT FACT.',
  'VOS FACTURES',
  'YOUR INVOICE',
  'NOS REF FACT',
  'REGL.',
  'VIR',
  'SOLDE',
  'FACTURE(S)',
  'V/FACT',
  'INV',
  'N',
  'RECHNUNG',
  'RECHNUNG NR.',
  'ZAHLUNG RECHNUNG',
  'FATTURA',
  'FACTURA',
  'BETALING FACTUUR',
  'PAYMENT OF INVOICE NO',
  'YOUR INV.',
  'FTS',
  'V/REF.',
] as const

const drawStyle = (dice: Dice): TextStyle =>
  dice.weighted<TextStyle>([
    [43, 'exact'],
    [19, 'changed'],
    [10, 'tail'],
    [9, 'date'],
    [9, 'nothing'],
    [6, 'own number'],
    [6, 'order number'],
    [4, 'account code'],
  ])

const drawChange = (dice: Dice): NumberChange =>
  dice.of([
    'no separators',
    'spaces',
    'other separators',
    'no prefix',
    'O for 0',
    'no zeros',
    'other prefix',
    'I for 1',
    'more zeros',
    'short year',
    'dots',
  ])

/** `isLarge`: who gets many invoices pays them in runs. */
export function habitOf(dice: Dice, customer: YearCustomer, called: Called, isLarge: boolean): Habit {
  const foreign = called.kind === 'foreign'
  const rhythm = dice.inThousand(isLarge ? 850 : customer.endOfMonth ? 700 : 400) ? 'run' : 'each'
  const takesDiscount = customer.discountPoints > 0 && dice.inThousand(700)
  return {
    style: drawStyle(dice),
    opening: dice.of(openings),
    between: dice.of([
      ' ',
      ' ',
      ' / ',
      ', ',
      '+',
      ' ET ',
      ';',
      '-',
      ' - ',
      '/',
      ' & ',
      ' + ',
      '. ',
      ' UND ',
      ' AND ',
      ':',
      '  ',
    ]),
    change: drawChange(dice),
    rhythm: takesDiscount ? 'each' : rhythm,
    runDay: dice.of([5, 10, 10, 15, 15, 20, 25, 28]),
    delayDays: dice.weighted([
      [2, -3],
      [5, 0],
      [4, 3],
      [3, 10],
      [2, 25],
      [1, 50],
    ]),
    textLimit: dice.weighted([
      [14, 140],
      [4, 70],
      [3, 31],
    ]),
    endToEnd: dice.weighted<Habit['endToEnd']>([
      [5, 'none'],
      [5, 'own'],
      [1, 'number'],
    ]),
    noise: dice.of([0, 0, 50, 150, 600]),
    structured: dice.inThousand(50),
    writesLow: dice.inThousand(120),
    takesDiscount,
    roundsToEuro: !foreign && dice.inThousand(25),
    retains: called.kind !== 'foreign' && dice.inThousand(35),
    paysByCheque: called.kind !== 'foreign' && dice.inThousand(45),
    writesRanges: dice.inThousand(350),
  }
}
