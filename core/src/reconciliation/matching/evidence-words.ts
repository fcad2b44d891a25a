import type { Language } from '../../money/format-money.ts'

interface Sentence {
  readonly one: string
  /** For several; the same as `one` where left out. */
  readonly many?: string
}

type Sentences = Readonly<Record<Language, Sentence>>

const both = (fr: string | Sentence, en: string | Sentence): Sentences => ({
  fr: typeof fr === 'string' ? { one: fr } : fr,
  en: typeof en === 'string' ? { one: en } : en,
})

/** `{name}` stands for a value of the evidence, `{count}` decides between one and several. */
export const evidenceSentences: Readonly<Record<string, Sentences>> = {
  quotedNumber: both(
    { one: 'Le numéro {number} est dans le libellé', many: 'Les {count} numéros sont dans le libellé' },
    { one: 'Number {number} is in the label', many: 'All {count} numbers are in the label' },
  ),
  quotedTwo: both('Les deux numéros sont dans le libellé', 'Both numbers are in the label'),
  quotedSome: both('Numéros lus dans le libellé : {number}', 'Numbers read in the label: {number}'),
  quotedTail: both(
    { one: '« {written} » est la fin du numéro {number}', many: 'Le libellé donne la fin des numéros {number}' },
    { one: '"{written}" is the end of number {number}', many: 'The label gives the end of numbers {number}' },
  ),
  quotedRange: both(
    'Le libellé nomme une suite de numéros, dont {number}',
    'The label names a run of numbers with {number} in it',
  ),
  quotedDay: both('Le libellé donne la date de {number}', 'The label gives the date of {number}'),
  quotedMonth: both('Le libellé donne le mois de {number}', 'The label gives the month of {number}'),
  quotedNearly: both(
    '« {written} » est le numéro {number} à un chiffre près',
    '"{written}" is number {number} but for one figure',
  ),
  quotedOrder: both('La référence « {written} » est celle de {number}', 'Reference "{written}" is that of {number}'),
  quotedPaymentReference: both(
    'La référence de paiement est celle de {number}',
    'The payment reference is that of {number}',
  ),
  quotedLeftOut: both(
    '{number} est dans le libellé et n’est pas payée ici',
    '{number} is in the label and is not paid here',
  ),
  quotedSettled: both('{number} est dans le libellé et déjà soldée', '{number} is in the label and already settled'),
  quotedOther: both(
    '{number} est dans le libellé, mais c’est un autre client qui la doit',
    '{number} is in the label, but another customer owes it',
  ),
  quotedUnknown: both(
    'Le libellé porte un numéro qui n’est celui d’aucune facture',
    'The label carries a number that no invoice has',
  ),
  amountExact: both(
    { one: 'Le montant tombe juste, au centime', many: 'La somme tombe juste, au centime' },
    { one: 'The amount fits to the cent', many: 'The sum fits to the cent' },
  ),
  creditDeducted: both(
    { one: 'Un avoir est déduit', many: '{count} avoirs sont déduits' },
    { one: 'One credit note is deducted', many: '{count} credit notes are deducted' },
  ),
  amountUnique: both('Aucun autre client ne doit ce montant', 'No other customer owes this amount'),
  severalSums: both('{count} sommes différentes donnent ce montant', '{count} different sums give this amount'),
  discountTaken: both(
    'Il manque {amount} : l’escompte convenu, pris à temps',
    '{amount} is missing: the discount agreed, taken in time',
  ),
  discountTakenLate: both(
    {
      one: 'Il manque {amount} : l’escompte convenu, pris avec un jour de retard',
      many: 'Il manque {amount} : l’escompte convenu, pris avec {count} jours de retard',
    },
    {
      one: '{amount} is missing: the discount agreed, taken one day late',
      many: '{amount} is missing: the discount agreed, taken {count} days late',
    },
  ),
  bankFeeTaken: both(
    'Il manque {amount} : des frais de banque sur un virement étranger',
    '{amount} is missing: bank fees on a foreign transfer',
  ),
  roundedAmount: both('Écart de {amount} : un arrondi', 'A gap of {amount}: rounding'),
  retained: both('Il manque {amount} : une retenue de garantie de 5 %', '{amount} is missing: a retention of 5%'),
  paidInPart: both('Il restera {amount} à payer', '{amount} will be left to pay'),
  paidTooMuch: both('{amount} de trop', '{amount} too much'),
  ibanInBooks: both('L’IBAN est celui de la fiche du client', 'The IBAN is the one in the customer’s file'),
  ibanKnown: both(
    { one: 'Même IBAN qu’un virement passé', many: 'Même IBAN que {count} virements passés' },
    { one: 'Same IBAN as a past transfer', many: 'Same IBAN as {count} past transfers' },
  ),
  nameMatches: both('Le nom correspond au client {code}', 'The name is that of customer {code}'),
  nameResembles: both('Le nom ressemble à celui du client {code}', 'The name resembles that of customer {code}'),
  wordingKnown: both(
    { one: 'Même libellé qu’un règlement passé', many: 'Même libellé que {count} règlements passés' },
    { one: 'Same wording as a past payment', many: 'Same wording as {count} past payments' },
  ),
  codeQuoted: both('Le code client {code} est dans le libellé', 'Customer code {code} is in the label'),
  sirenQuoted: both('Le SIREN du client est dans le libellé', 'The customer’s SIREN is in the label'),
  paysForChildren: both('{name} paie pour ses filiales', '{name} pays for its subsidiaries'),
  ibanOfAnother: both('Cet IBAN est celui d’un autre client', 'This IBAN is another customer’s'),
  nameOfAnother: both('Ce nom est celui d’un autre client', 'This name is another customer’s'),
  promised: both('Promis pour le {on}', 'Promised for {on}'),
  allThatIsDue: both('C’est tout ce qui est échu', 'It is all that is due'),
  allThatIsOpen: both('C’est tout ce que le client doit', 'It is all that the customer owes'),
  theOldest: both('Ce sont les {count} plus anciennes', 'They are the {count} oldest'),
  aWholeMonth: both('Ce sont toutes les factures d’un mois', 'They are all the invoices of a month'),
  oldestOfEquals: both(
    '{count} factures ont ce montant : la plus ancienne d’abord',
    '{count} invoices have this amount: the oldest first',
  ),
  paidBefore: both('Ce payeur a déjà versé la même somme il y a peu', 'This payer has sent the same sum not long ago'),
  alreadyRecorded: both(
    { one: 'Un règlement de ce montant est déjà saisi', many: '{count} règlements déjà saisis font ce montant' },
    { one: 'A payment of this amount is entered already', many: '{count} payments entered already make this amount' },
  ),
  nobodyBefore: both(
    {
      one: 'Une ligne pareille ne concernait aucun client',
      many: '{count} lignes pareilles ne concernaient aucun client',
    },
    { one: 'A line like it concerned no customer', many: '{count} lines like it concerned no customer' },
  ),
  ignoreRule: both(
    'Une règle dit que cette ligne ne concerne aucun client',
    'A rule says that this line concerns no customer',
  ),
  equallyGood: both('Une autre possibilité est presque aussi bonne', 'Another possibility is nearly as good'),
  payerUnsure: both('Rien ne dit assez sûrement qui paie', 'Nothing says surely enough who pays'),
  returnedReference: both('La référence est celle du règlement', 'The reference is that of the payment'),
  returnedAmount: both(
    'Le montant est celui du règlement, au centime',
    'The amount is that of the payment, to the cent',
  ),
  returnedFee: both('Le montant comprend {amount} de frais de rejet', 'The amount includes {amount} of return fees'),
  returnedMeans: both('La banque signale un impayé de ce genre', 'The bank reports a return of this kind'),
  returnedNumber: both(
    'Le numéro {number} qu’il payait est dans le libellé',
    'Number {number}, which it paid, is in the label',
  ),
}

export const warningSentences: Readonly<Record<string, Sentences>> = {
  deposit: both('Le libellé parle d’un acompte ou d’un devis', 'The label speaks of a deposit or a quotation'),
  refund: both('Le libellé parle d’un remboursement', 'The label speaks of a refund'),
  tax: both('Le libellé parle d’un impôt ou d’un organisme public', 'The label speaks of a tax or a public body'),
  ownTransfer: both('Le libellé parle d’un virement entre comptes', 'The label speaks of a transfer between accounts'),
  reversal: both('Le libellé parle d’une annulation ou d’un rejet', 'The label speaks of a cancellation or a return'),
  financing: both('Le libellé parle d’un financement', 'The label speaks of financing'),
  security: both('Le libellé parle d’une caution ou d’un dépôt de garantie', 'The label speaks of a security deposit'),
  staff: both(
    'Le libellé parle d’un salaire ou de frais d’une personne',
    'The label speaks of a person’s pay or expenses',
  ),
  otherDealing: both(
    'Le libellé parle d’un loyer, d’une cession ou d’autre chose qu’une vente',
    'The label speaks of a rent, a disposal or something else than a sale',
  ),
  takings: both(
    'Le libellé parle d’encaissements par carte ou d’un établissement de paiement',
    'The label speaks of card takings or a payment institution',
  ),
}
