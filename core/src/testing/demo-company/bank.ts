import { frenchIban } from '../../reconciliation/accounts/french-iban.ts'
import { customers } from './customers.ts'
import { lateInvoices } from './late-invoices.ts'
import { paidInvoices, payments } from './paid-invoices.ts'
import type { CustomerKey, DemoBankLine } from './shapes.ts'

/** The account of the firm, and what was on it before the first line. */
export const bankAccount: { readonly name: string; readonly opening: number } = {
  name: 'Compte courant pro',
  opening: 6_418_255,
}

/** The account a customer pays from: made of the digits of its code. */
export function ibanOf(customer: CustomerKey): string | null {
  const code = customers.find(({ key }) => key === customer)?.code.replace(/\D/g, '') ?? ''
  return frenchIban({ bank: '30006', branch: '00001', number: code.padStart(11, '1') })
}

type Transfer = readonly [
  on: number,
  label: string,
  amount: number,
  name: string,
  remittance: string,
  customer: string | null,
]

const transfers: readonly Transfer[] = [
  [
    0,
    'VIR SEPA RECU NORDELEC INDUSTRIE /INV/F20260842 F20260944 /REF/NE-88213',
    2_790_000,
    'NORDELEC INDUSTRIE',
    '/INV/F20260842 F20260944 /REF/NE-88213',
    'nordelec',
  ],
  [0, 'VIR SEPA RECU KERVAL LOGISTIQUE F20260948', 571_290, 'KERVAL LOGISTIQUE', 'F20260948', 'kerval'],
  [
    0,
    'VIR SEPA RECU GROUPE SCOLAIRE SAINTE ODILE F20260949',
    696_000,
    'GROUPE SCOLAIRE SAINTE ODILE',
    'F20260949',
    'sainteodile',
  ],
  [0, 'VIR SEPA RECU ASSURANCES BERTIN COLAS F20260951', 118_800, 'ASSURANCES BERTIN COLAS', 'F20260951', 'bertin'],
  [-3, 'VIR SEPA RECU CORDONNERIE MODERNE F20260953', 48_400, 'CORDONNERIE MODERNE', 'F20260953', 'cordonnerie'],
  [-3, 'VIR SEPA RECU VIGNOBLES DAUMAS FACT 946', 973_200, 'VIGNOBLES DAUMAS', 'FACT 946', 'daumas'],
  [-3, 'VIR TRESORERIE VAL D ARCY MANDAT 2114', 432_000, 'TRESORERIE VAL D ARCY', 'MANDAT 2114', 'valdarcy'],
  [-3, 'VIR SEPA RECU IMPRIMERIE VALMONT', 201_630, 'IMPRIMERIE VALMONT', '', 'valmont'],
  [-4, 'VIR SEPA RECU SCI BEAUMARCHAIS', 186_000, 'SCI BEAUMARCHAIS', '', null],
  [-5, 'VIR INST M ROUSSEL P', 106_000, 'M ROUSSEL P', '', null],
]

const withoutName = { name: null, remittance: '', payer: null, customer: null } as const

/** 12 lines to match, 64 210,30 €. While one may come from a customer, that customer is not chased. */
export const bankLines: readonly DemoBankLine[] = [
  { on: -4, label: 'REMISE CHQ 0048821', amount: 260_400, kind: 'chequeDeposit', ...withoutName },
  ...transfers.map(
    ([on, label, amount, name, remittance, customer]): DemoBankLine => ({
      on,
      label,
      amount,
      name,
      remittance,
      payer: customer,
      customer,
      kind: 'transfer',
    }),
  ),
  { on: -6, label: 'VIRT 774120 DIVERS', amount: 37_310, kind: 'transfer', ...withoutName },
]

const customerOf = new Map([...paidInvoices, ...lateInvoices].map(({ number, customer }) => [number, customer]))

/** The bank's side of what was received in the last three weeks: 23 payments that somebody entered before. */
export const receivedLines: readonly DemoBankLine[] = payments
  .filter(({ on }) => on >= -18)
  .map(({ invoice, on, amount }): DemoBankLine => {
    const customer = customerOf.get(invoice) ?? ''
    const name = capitals(customers.find(({ key }) => key === customer)?.name ?? '')
    return {
      on,
      label: `VIR SEPA RECU ${name} ${invoice}`,
      amount,
      name,
      remittance: invoice,
      payer: customer,
      customer: null,
      kind: 'transfer',
    }
  })

/** As banks write names: plain capitals, 35 signs. */
function capitals(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  return plain
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
    .slice(0, 35)
}

type Outgoing = readonly [on: number, label: string, amount: number, name: string, kind: DemoBankLine['kind']]

const outgoing: readonly Outgoing[] = [
  [-18, 'PRLV SEPA URSSAF DE BOURGOGNE', -684_210, 'URSSAF DE BOURGOGNE', 'directDebit'],
  [-17, 'VIR SEPA EMIS SCI DES TANNEURS LOYER NOVEMBRE', -320_000, 'SCI DES TANNEURS', 'transfer'],
  [-14, 'PRLV SEPA ENERGIE DU VAL', -48_730, 'ENERGIE DU VAL', 'directDebit'],
  [-12, 'PRLV SEPA MUTUELLE DES ATELIERS', -15_420, 'MUTUELLE DES ATELIERS', 'directDebit'],
  [-11, 'FACTURE CARTE STATION DU PORT CHALON', -9_640, 'STATION DU PORT', 'card'],
  [-7, 'VIR SEPA EMIS PANNEAUX DU MORVAN FACT 5521', -1_248_300, 'PANNEAUX DU MORVAN', 'transfer'],
  [-6, 'PRLV SEPA TELEPHONIE DE SAONE', -7_990, 'TELEPHONIE DE SAONE', 'directDebit'],
  [-5, 'COTISATION COMPTE PRO NOVEMBRE', -2_500, 'VOTRE BANQUE', 'fee'],
  [-3, 'PRLV DGFIP TVA OCTOBRE', -911_200, 'DGFIP', 'directDebit'],
]

/** What the firm paid: nine lines that concern no customer. */
export const otherBankLines: readonly DemoBankLine[] = outgoing.map(([on, label, amount, name, kind]) => ({
  on,
  label,
  amount,
  name,
  remittance: '',
  payer: null,
  customer: null,
  kind,
}))
