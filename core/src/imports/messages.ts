import type { Language } from '../money/format-money.ts'
import { customerRefusals, customerWarnings } from './customers/customer-messages.ts'
import { eInvoiceRefusals, eInvoiceWarnings } from './e-invoice-messages.ts'
import { contradictionSentence } from './e-invoices/told-invoice.ts'
import { fieldLabel } from './fields.ts'
import { problemSentence } from './file-messages.ts'
import type { ReadingProblem } from './reading-problem.ts'
import type { Refusal, RefusalCode, Warning, WarningCode } from './refusals.ts'
import { setSpaces } from './set-spaces.ts'

/** `what` stands alone in a list of rows to fix; `todo` is the next move. */
interface Text {
  readonly what: string
  readonly todo: string
}

type Texts<Code extends string> = Readonly<Record<Code, Readonly<Record<Language, Text>>>>

// {value} is the cell, {other} what it is compared with, {field} the target's label, {fix} the correction offered.
const refusals: Texts<RefusalCode> = {
  ...eInvoiceRefusals,
  ...customerRefusals,
  missingNumber: {
    fr: { what: 'Numéro de facture manquant', todo: 'Saisissez le numéro de la facture.' },
    en: { what: 'Invoice number missing', todo: 'Type the number of the invoice.' },
  },
  roundedNumber: {
    fr: {
      what: 'Numéro de facture arrondi par un tableur : « {value} »',
      todo: 'Saisissez le numéro entier, ou mettez la colonne au format texte et exportez de nouveau.',
    },
    en: {
      what: 'Invoice number rounded by a spreadsheet: “{value}”',
      todo: 'Type the whole number, or set the column to text and export again.',
    },
  },
  missingCustomer: {
    fr: { what: 'Client manquant', todo: 'Saisissez le nom ou le code du client.' },
    en: { what: 'Customer missing', todo: 'Type the name or the code of the customer.' },
  },
  missingDueDate: {
    fr: { what: 'Ni échéance ni date de facture', todo: 'Saisissez l’échéance.' },
    en: { what: 'Neither due date nor invoice date', todo: 'Type the due date.' },
  },
  missingAmount: {
    fr: { what: 'Montant manquant', todo: 'Saisissez le montant TTC ou le reste à payer.' },
    en: { what: 'Amount missing', todo: 'Type the total including tax or what is left to pay.' },
  },
  unreadableAmount: {
    fr: { what: 'Montant illisible : « {value} »', todo: 'Saisissez le montant en chiffres.' },
    en: { what: 'Unreadable amount: “{value}”', todo: 'Type the amount in digits.' },
  },
  ambiguousAmount: {
    fr: {
      what: 'Montant à deux lectures : « {value} »',
      todo: 'Indiquez si la virgule ou le point sépare les centimes, pour tout le fichier ou ici.',
    },
    en: {
      what: 'Amount that reads two ways: “{value}”',
      todo: 'Say whether comma or point comes before the cents, for the whole file or here.',
    },
  },
  tooManyDecimals: {
    fr: { what: 'Trop de décimales : « {value} »', todo: 'Vérifiez si c’est un millier ou un arrondi à faire.' },
    en: { what: 'Too many decimals: “{value}”', todo: 'Check whether these are thousands or an amount to round.' },
  },
  amountTooLarge: {
    fr: { what: 'Montant trop grand : « {value} »', todo: 'Vérifiez le montant.' },
    en: { what: 'Amount too large: “{value}”', todo: 'Check the amount.' },
  },
  unreadableDate: {
    fr: { what: 'Date illisible : « {value} »', todo: 'Saisissez la date, par exemple 31/12/2026.' },
    en: { what: 'Unreadable date: “{value}”', todo: 'Type the date, for example 31/12/2026.' },
  },
  noSuchDay: {
    fr: { what: 'Date qui n’existe pas : « {value} »', todo: 'Corrigez la date, ou l’ordre jour/mois du fichier.' },
    en: { what: 'Date that does not exist: “{value}”', todo: 'Correct the date, or the day/month order of the file.' },
  },
  dateTooFar: {
    fr: { what: 'Année invraisemblable : « {value} »', todo: 'Corrigez l’année.' },
    en: { what: 'Year that cannot be right: “{value}”', todo: 'Correct the year.' },
  },
  dueBeforeIssue: {
    fr: { what: 'Échéance avant l’émission ({other})', todo: 'Corrigez l’échéance ou la date de la facture.' },
    en: { what: 'Due before it was issued ({other})', todo: 'Correct the due date or the invoice date.' },
  },
  dueLargerThanTotal: {
    fr: { what: 'Reste à payer plus grand que le TTC ({other})', todo: 'Corrigez l’un des deux montants.' },
    en: { what: 'Left to pay larger than the total ({other})', todo: 'Correct one of the two amounts.' },
  },
  paidLargerThanTotal: {
    fr: { what: 'Déjà payé plus grand que le TTC ({other})', todo: 'Corrigez l’un des deux montants.' },
    en: { what: 'Paid more than the total ({other})', todo: 'Correct one of the two amounts.' },
  },
  negativeInvoice: {
    fr: { what: 'Facture au montant négatif : {value}', todo: 'Importez-la comme un avoir, ou corrigez le montant.' },
    en: { what: 'Invoice with a negative amount: {value}', todo: 'Import it as a credit note, or correct the amount.' },
  },
  signsDisagree: {
    fr: {
      what: 'Reste à payer de signe contraire : « {value} »',
      todo: 'Corrigez le reste à payer ; une avance du client se saisit comme un règlement.',
    },
    en: {
      what: 'Left to pay with the opposite sign: “{value}”',
      todo: 'Correct what is left to pay; money received in advance is entered as a payment.',
    },
  },
  unreadableLevel: {
    fr: {
      what: 'Niveau de relance illisible : « {value} »',
      todo: 'Saisissez le nombre de relances déjà envoyées, par exemple 2.',
    },
    en: {
      what: 'Unreadable reminder level: “{value}”',
      todo: 'Type how many reminders were sent already, for example 2.',
    },
  },
  badEmail: {
    fr: { what: 'E-mail invalide : « {value} »', todo: 'Corrigez l’adresse, ou importez sans elle.' },
    en: { what: 'Invalid e-mail: “{value}”', todo: 'Correct the address, or import without it.' },
  },
  unknownCurrency: {
    fr: { what: 'Devise inconnue : « {value} »', todo: 'Saisissez le code de la devise, par exemple EUR.' },
    en: { what: 'Unknown currency: “{value}”', todo: 'Type the code of the currency, for example EUR.' },
  },
  currencyMismatch: {
    fr: { what: 'Deux devises sur la même ligne : « {value} » et {other}', todo: 'Gardez une seule devise.' },
    en: { what: 'Two currencies on one line: “{value}” and {other}', todo: 'Keep one currency.' },
  },
  unknownSide: {
    fr: { what: 'Sens inconnu : « {value} »', todo: 'Saisissez D pour une facture, C pour un avoir.' },
    en: { what: 'Unknown side: “{value}”', todo: 'Type D for an invoice, C for a credit note.' },
  },
  paymentRow: {
    fr: {
      what: 'Règlement, et non une facture : « {value} »',
      todo: 'Laissez la ligne de côté et saisissez le règlement, ou dites ici que c’est un avoir.',
    },
    en: {
      what: 'Payment, not an invoice: “{value}”',
      todo: 'Leave the row out and enter the payment, or say here that it is a credit note.',
    },
  },
  sideDisagrees: {
    fr: {
      what: 'Montant négatif au crédit : « {value} »',
      todo: 'Saisissez le montant sans signe s’il s’agit d’un avoir, ou corrigez le sens.',
    },
    en: {
      what: 'Negative amount on the credit side: “{value}”',
      todo: 'Type the amount without a sign if it is a credit note, or correct the side.',
    },
  },
  duplicateNumber: {
    fr: {
      what: 'Numéro déjà pris à la ligne {other} du fichier : {value}',
      todo: 'Corrigez le numéro, le client ou le montant de l’une des deux lignes.',
    },
    en: {
      what: 'Number already used on line {other} of the file: {value}',
      todo: 'Correct the number, the customer or the amount of one of the two lines.',
    },
  },
  tooManyDueLines: {
    fr: {
      what: 'Plus de {other} échéances sous le même numéro : {value}',
      todo: 'Vérifiez quelle colonne donne le numéro de facture.',
    },
    en: {
      what: 'More than {other} due dates under one number: {value}',
      todo: 'Check which column gives the invoice number.',
    },
  },
  cancelledInvoice: {
    fr: { what: 'Facture annulée', todo: 'Laissez-la de côté, ou videz le statut pour l’importer.' },
    en: { what: 'Cancelled invoice', todo: 'Leave it out, or empty the status to import it.' },
  },
  draftInvoice: {
    fr: { what: 'Facture pas encore émise : « {value} »', todo: 'Importez-la quand elle sera envoyée au client.' },
    en: { what: 'Invoice not issued yet: “{value}”', todo: 'Import it once it has been sent to the customer.' },
  },
  unknownCustomer: {
    fr: { what: 'Client inconnu : « {value} »', todo: 'Reliez-le à {other}, ou créez un nouveau client.' },
    en: { what: 'Unknown customer: “{value}”', todo: 'Link it to {other}, or make a new customer.' },
  },
  shiftedCells: {
    fr: {
      what: 'Plus de cases que de colonnes : « {value} » en trop',
      todo: 'Un séparateur coupe sans doute un texte en deux : mettez ce texte entre guillemets dans votre fichier.',
    },
    en: {
      what: 'More cells than columns: “{value}” is left over',
      todo: 'A separator probably cuts a text in two: put that text in quotes in your file.',
    },
  },
  textTooLong: {
    fr: { what: 'Texte trop long : « {value}… »', todo: 'Raccourcissez-le à {other} caractères.' },
    en: { what: 'Text too long: “{value}…”', todo: 'Shorten it to {other} characters.' },
  },
  numberTaken: {
    fr: {
      what: 'Numéro déjà dans Quittance, pour {other}',
      todo: 'Confirmez le numéro pour mettre cette facture à jour, ou corrigez-le.',
    },
    en: {
      what: 'Number already in Quittance, for {other}',
      todo: 'Confirm the number to update that invoice, or correct it.',
    },
  },
  paymentsStand: {
    fr: {
      what: 'Contredit les règlements déjà saisis ({other})',
      todo: 'Annulez d’abord ces règlements, ou corrigez la ligne.',
    },
    en: {
      what: 'Contradicts the payments already entered ({other})',
      todo: 'Reverse those payments first, or correct the line.',
    },
  },
  unreadableLedgerLine: {
    fr: {
      what: 'Ligne illisible du grand livre : « {value} » {other}',
      todo: 'Le solde de son compte sera faux : corrigez l’écriture dans votre logiciel, puis exportez de nouveau.',
    },
    en: {
      what: 'Unreadable line of the ledger: “{value}” {other}',
      todo: 'The balance of its account will be wrong: correct the entry in your software, then export again.',
    },
  },
  sameDueDate: {
    fr: { what: 'Deux échéances le même jour : {value}', todo: 'Réunissez-les en une seule.' },
    en: { what: 'Two due lines on the same day: {value}', todo: 'Make them one.' },
  },
  dueLinesDisagree: {
    fr: {
      what: 'Les échéances ne font pas le total ({value}) : elles font {other}',
      todo: 'Corrigez le total ou une échéance.',
    },
    en: {
      what: 'The due lines do not make the total ({value}): they make {other}',
      todo: 'Correct the total or a due line.',
    },
  },
  identifierTaken: {
    fr: {
      what: 'Cet identifiant est déjà celui de la facture {other}',
      todo: 'Envoyez la facture {value} sous un autre identifiant.',
    },
    en: {
      what: 'This identifier is that of invoice {other} already',
      todo: 'Send invoice {value} under another identifier.',
    },
  },
  numberHeld: {
    fr: {
      what: 'La facture {value} a déjà l’identifiant « {other} »',
      todo: 'Envoyez-la sous celui-là, ou corrigez son numéro.',
    },
    en: {
      what: 'Invoice {value} has the identifier “{other}” already',
      todo: 'Send it under that one, or correct its number.',
    },
  },
}

const warnings: Readonly<Record<WarningCode, Readonly<Record<Language, string>>>> = {
  ...eInvoiceWarnings,
  ...customerWarnings,
  paidByStatus: {
    fr: 'Statut « {value} » : le reste à payer est mis à zéro.',
    en: 'Status “{value}”: left to pay is set to zero.',
  },
  paidBySettledDate: {
    fr: 'Payée le {value} : le reste à payer est mis à zéro.',
    en: 'Paid on {value}: left to pay is set to zero.',
  },
  statusSaysPaid: {
    fr: 'Statut « {value} », mais il reste un montant à payer : le montant l’emporte.',
    en: 'Status “{value}”, but an amount is left to pay: the amount prevails.',
  },
  totalFromDue: {
    fr: 'Pas de montant TTC : le reste à payer en tient lieu.',
    en: 'No total: what is left to pay stands for it.',
  },
  readAsCreditNote: { fr: 'Montant négatif : lu comme un avoir.', en: 'Negative amount: read as a credit note.' },
  amountRounded: { fr: 'Montant {value} arrondi au centime.', en: 'Amount {value} rounded to the cent.' },
  amountsDisagree: {
    fr: 'Montant TTC, déjà payé et reste à payer ne s’accordent pas : le reste à payer l’emporte.',
    en: 'Total, paid and left to pay do not add up: left to pay prevails.',
  },
  dueDateFromTerms: {
    fr: 'Pas d’échéance : elle vient des conditions de règlement du client.',
    en: 'No due date: it comes from the customer’s payment terms.',
  },
  farDueDate: { fr: 'Échéance à plus d’un an : {value}.', en: 'Due more than a year later: {value}.' },
  zeroAmount: { fr: 'Montant à zéro : rien à encaisser.', en: 'Amount of zero: nothing to collect.' },
  sirenLeftOut: {
    fr: 'SIREN « {value} » faux : laissé de côté.',
    en: 'SIREN “{value}” is wrong: left out.',
  },
  vatNumberLeftOut: {
    fr: 'Numéro de TVA « {value} » faux : laissé de côté.',
    en: 'VAT number “{value}” is wrong: left out.',
  },
  numberMade: {
    fr: 'Pas de numéro de facture dans ce fichier : Quittance en donne un, le même à chaque import.',
    en: 'No invoice number in this file: Quittance gives one, the same at each import.',
  },
  repeatedRow: {
    fr: 'Même facture qu’à la ligne {value} : importée une seule fois.',
    en: 'Same invoice as on line {value}: imported once.',
  },
  instalment: {
    fr: 'Autre échéance de la facture de la ligne {value}.',
    en: 'Another due date of the invoice on line {value}.',
  },
  salesRepUnknown: {
    fr: 'Commercial « {value} » inconnu : laissé vide. Ajoutez cette personne, puis importez de nouveau.',
    en: 'Sales rep “{value}” is not known: left empty. Add that person, then import again.',
  },
  creditPartlyUsed: {
    fr: 'Avoir déjà utilisé en partie : il entre pour ce qu’il en reste.',
    en: 'Credit note partly used already: it goes in for what is left of it.',
  },
  numberFromLabel: {
    fr: 'Numéro de facture pris dans le libellé : {value}.',
    en: 'Invoice number taken from the label: {value}.',
  },
  openingBalance: {
    fr: 'À-nouveau sans détail : sa date est inconnue, il n’est pas relancé tant que vous ne le décidez pas.',
    en: 'Opening balance without detail: its day is not known, it is not chased until you decide so.',
  },
  openingKnown: {
    fr: 'À-nouveau d’un exercice déjà importé : rien à ajouter.',
    en: 'Opening balance of a year already imported: nothing to add.',
  },
  ledgerNumberMade: {
    fr: 'La pièce n’a pas de numéro à elle : Quittance en donne un ({value}), le même à chaque import.',
    en: 'The piece has no number of its own: Quittance gives one ({value}), the same at each import.',
  },
  owedOtherwise: {
    fr: 'Somme due qui n’est pas une facture ({value}) : elle n’est pas relancée tant que vous ne le décidez pas.',
    en: 'Amount owed that is not an invoice ({value}): it is not chased until you decide so.',
  },
}

type Facts = Readonly<Record<string, string | undefined>>

const fill = (text: string, facts: Facts): string => text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')

/** What is wrong, alone: « Montant illisible : « 1.248,OO » ». */
export function refusalTitle(refusal: Refusal, language: Language): string {
  const { what } = refusals[refusal.code][language]
  return fill(setSpaces(what, language), { value: refusal.value, other: otherOf(refusal, language, true) })
}

/** Of a file that cannot be read, why; of an invoice that others contradict, what each says. */
function otherOf({ code, other }: Refusal, language: Language, isShort = false): string | undefined {
  if (!other) return other
  if (code === 'unreadableFile') return problemSentence(JSON.parse(other) as ReadingProblem, language)
  const isContradiction = code === 'namesakesDisagree' || code === 'knownOtherwise'
  return isContradiction ? setSpaces(contradictionSentence(other, language, isShort), language) : other
}

/** Line, column, what is wrong and what to do, in two sentences. */
export function refusalSentence(refusal: Refusal, language: Language): string {
  const { column, line, fix } = refusal
  const other = otherOf(refusal, language)
  const text = refusals[refusal.code][language]
  const place = column === undefined ? placeText[language].line : placeText[language].column
  const isNews = fix !== undefined && fix.value !== '' && fix.value !== refusal.value
  const proposal = isNews ? proposalText[language] : ''
  const value =
    fix?.field === refusal.field ? fix.value : `${fix ? fieldLabel(fix.field, language) : ''} = ${fix?.value ?? ''}`
  const facts = { line: String(line), column, fix: value, other, value: refusal.value }
  const what = text.what.charAt(0).toLowerCase() + text.what.slice(1)
  return fill(setSpaces(`${place}${what}. ${text.todo}${proposal}`, language), facts)
}

/** What is wrong and what to do, for who knows the place. */
export function refusalAdvice(refusal: Refusal, language: Language): string {
  const todo = setSpaces(refusals[refusal.code][language].todo, language)
  return `${refusalTitle(refusal, language)}. ${fill(todo, { value: refusal.value, other: otherOf(refusal, language) })}`
}

const placeText: Readonly<Record<Language, { line: string; column: string }>> = {
  fr: { line: 'Ligne {line} : ', column: 'Ligne {line}, colonne « {column} » : ' },
  en: { line: 'Line {line}: ', column: 'Line {line}, column “{column}”: ' },
}

const proposalText: Readonly<Record<Language, string>> = { fr: ' Proposition : {fix}.', en: ' Suggestion: {fix}.' }

export const warningSentence = (warning: Pick<Warning, 'code' | 'value'>, language: Language): string =>
  fill(setSpaces(warnings[warning.code][language], language), { value: warning.value })
