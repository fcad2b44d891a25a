import type { Language } from '../../money/format-money.ts'

/** Why a payment came back and what a person does next, in short phrases without a full stop. */
export interface ReturnReason {
  readonly why: string
  readonly next: string
}

type Texts = Readonly<Record<Language, ReturnReason>>

const says = (fr: readonly [string, string], en: readonly [string, string]): Texts => ({
  fr: { why: fr[0], next: fr[1] },
  en: { why: en[0], next: en[1] },
})

const askDetails = [
  'demander les coordonnées bancaires et proposer un autre moyen',
  'ask for bank details and offer other means',
] as const
const fixSetUp = ['corriger le réglage du prélèvement', 'correct the set-up of the direct debit'] as const

/** External code set of ISO 20022 (ExternalReturnReason1Code), and two codes that CFONB uses in 120-character files. */
const reasons: Readonly<Record<string, Texts>> = {
  AM04: says(
    ['provision insuffisante', 'convenir d’une autre date ou d’un autre moyen'],
    ['insufficient funds', 'agree on another date or other means'],
  ),
  AM05: says(
    ['prélèvement présenté deux fois', 'vérifier : l’erreur vient sans doute de nous'],
    ['collected twice', 'check: the mistake is probably ours'],
  ),
  AC01: says(['numéro de compte erroné', askDetails[0]], ['wrong account number', askDetails[1]]),
  AC04: says(
    ['compte clôturé', `${askDetails[0]} ; signal de risque`],
    ['account closed', `${askDetails[1]}; a sign of risk`],
  ),
  AC06: says(
    ['compte bloqué', `${askDetails[0]} ; signal de risque`],
    ['account blocked', `${askDetails[1]}; a sign of risk`],
  ),
  AC13: says(
    ['compte de particulier pour un prélèvement interentreprises', 'passer au prélèvement ordinaire (Core)'],
    ['consumer account under a business debit', 'switch to the Core direct debit'],
  ),
  AG01: says(
    ['prélèvement interdit sur ce compte', 'convenir d’un autre moyen'],
    ['debit forbidden on this account', 'agree on other means'],
  ),
  AG02: says(['code d’opération erroné', fixSetUp[0]], ['wrong operation code', fixSetUp[1]]),
  BE05: says(['identifiant créancier inconnu', fixSetUp[0]], ['creditor identifier unknown', fixSetUp[1]]),
  FF01: says(['format de fichier refusé', fixSetUp[0]], ['file format refused', fixSetUp[1]]),
  FF05: says(['type de prélèvement refusé', fixSetUp[0]], ['type of direct debit refused', fixSetUp[1]]),
  MD01: says(
    ['pas de mandat valable', 'arrêter les prélèvements et obtenir un mandat ; la facture reste due'],
    ['no valid mandate', 'stop the debits and get a mandate; the invoice is still due'],
  ),
  MD02: says(['données du mandat erronées', 'corriger le mandat'], ['wrong mandate data', 'correct the mandate']),
  MD06: says(
    ['remboursement demandé par le client', 'vérifier s’il y a un litige avant toute relance'],
    ['refund asked by the customer', 'check for a dispute before any reminder'],
  ),
  MD07: says(
    ['débiteur décédé', 'suspendre les relances et reprendre à la main'],
    ['debtor deceased', 'pause reminders and go on by hand'],
  ),
  MS02: says(
    ['refus du client', 'appeler : un litige est possible'],
    ['refused by the customer', 'call: there may be a dispute'],
  ),
  MS03: says(
    ['motif non communiqué', 'demander au client ce qu’il en est'],
    ['reason not given', 'ask the customer what happened'],
  ),
  RC01: says(['BIC erroné', fixSetUp[0]], ['wrong BIC', fixSetUp[1]]),
  SL01: says(
    ['bloqué par un service de la banque du client', 'demander au client d’autoriser nos prélèvements'],
    ['blocked by a service of the customer’s bank', 'ask the customer to authorise our debits'],
  ),
  FOCR: says(
    ['la banque du client redemande ce virement', 'ne rendre les fonds qu’avec votre accord'],
    ['the customer’s bank asks for this transfer back', 'give it back only if you agree'],
  ),
}

const aliases: Readonly<Record<string, string>> = {
  // CFONB B3/B4
  '64': 'AM05',
  '65': 'MD06',
  '66': 'MD02',
  DUPL: 'FOCR',
  TECH: 'FOCR',
  FRAD: 'FOCR',
  CUST: 'FOCR',
  AC03: 'AC01',
}

const unknown = says(
  ['motif inconnu', 'demander au client ce qu’il en est'],
  ['unknown reason', 'ask the customer what happened'],
)
const regulatory = says(
  ['données sur les parties manquantes', 'compléter les données'],
  ['data on the parties missing', 'complete the data'],
)

/** Any code is accepted, as the bank wrote it; one that is not known is said as such. */
export function returnReason(code: string | null, language: Language): ReturnReason {
  const plain = code?.trim().toUpperCase() ?? ''
  if (/^RR0[1-4]$/.test(plain)) return regulatory[language]
  return (reasons[aliases[plain] ?? plain] ?? unknown)[language]
}
