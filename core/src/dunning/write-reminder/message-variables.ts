import type { Language } from '../../money/format-money.ts'

/** What a template may name. Every value is written in the language of the customer; null where there is nothing to say. */
export interface MessageVariables {
  readonly customer: { readonly name: string }
  readonly contact: { readonly greeting: string }
  readonly invoice: {
    readonly number: string
    readonly amountDue: string
    readonly issueDate: string
    readonly dueDate: string
    readonly daysLate: string | null
  }
  readonly invoices: {
    readonly count: number
    readonly countWords: string
    readonly numbers: string
    readonly label: string
    readonly table: string
    readonly attached: boolean
  }
  readonly total: { readonly amountDue: string; readonly withFee: string }
  readonly stepFee: { readonly amount: string | null }
  readonly deadline: { readonly date: string | null; readonly days: number | null }
  readonly promise: { readonly date: string | null; readonly amount: string | null }
  readonly history: { readonly dates: string | null; readonly count: number }
  readonly law: { readonly reference: string | null }
  readonly lateInterest: { readonly rate: string | null; readonly amount: string | null; readonly claimed: boolean }
  readonly recoveryFee: { readonly amount: string | null; readonly claimed: boolean }
  readonly caller: { readonly name: string | null }
  readonly sender: { readonly name: string; readonly signature: string }
  readonly legalEntity: { readonly name: string; readonly phone: string | null }
  readonly reply: { readonly means: string }
  readonly bank: { readonly details: string | null }
  readonly portal: {
    readonly url: string | null
    readonly promiseUrl: string | null
    readonly disputeUrl: string | null
  }
  readonly today: string
}

/** Variables that have no value for some customers: a text puts a condition around them, or leaves a hole. */
export const mayBeEmpty: ReadonlySet<string> = new Set([
  'deadline.date',
  'deadline.days',
  'promise.date',
  'promise.amount',
  'history.dates',
  'law.reference',
  'lateInterest.rate',
  'lateInterest.amount',
  'recoveryFee.amount',
  'stepFee.amount',
  'caller.name',
  'legalEntity.phone',
  'portal.url',
  'portal.promiseUrl',
  'portal.disputeUrl',
])

/** A yes or a no: a text asks for it in a condition and never writes it. */
export const onlyConditions: ReadonlySet<string> = new Set([
  'invoices.attached',
  'lateInterest.claimed',
  'recoveryFee.claimed',
])

/** Stand in the rendered text where a block goes; no text of a person holds these characters (`withoutMarks`). */
export const blockMarks = { table: '\uE001', bankDetails: '\uE002' } as const

/** A text of a person, without control characters (but line breaks) and without the private characters of `blockMarks`. */
export const withoutMarks = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\p{Co}]|(?!\n)\p{Cc}/gu, ' ')

/** A variable as the editor of templates offers it. */
export interface VariableName {
  readonly name: string
  readonly label: Readonly<Record<Language, string>>
}

const named = (name: string, fr: string, en: string): VariableName => ({ name, label: { fr, en } })

/** In the order in which the editor offers them. */
export const variableNames: readonly VariableName[] = [
  named('contact.greeting', 'Formule d’appel', 'Greeting'),
  named('customer.name', 'Nom du client', 'Customer name'),
  named('invoice.number', 'Numéro de la facture', 'Invoice number'),
  named('invoice.amountDue', 'Reste à payer de la facture', 'Left to pay on the invoice'),
  named('invoice.issueDate', 'Date de la facture', 'Invoice date'),
  named('invoice.dueDate', 'Échéance de la facture', 'Due date of the invoice'),
  named('invoice.daysLate', 'Jours de retard de la facture', 'Days late of the invoice'),
  named('invoices.count', 'Nombre de factures', 'Number of invoices'),
  named('invoices.countWords', 'Nombre de factures en lettres', 'Number of invoices in words'),
  named('invoices.numbers', 'Numéros des factures', 'Invoice numbers'),
  named('invoices.label', '« la facture F-1 » ou « vos 2 factures »', '“invoice F-1” or “your 2 invoices”'),
  named('invoices.table', 'Tableau des factures', 'Table of invoices'),
  named('invoices.attached', 'Factures jointes (oui ou non)', 'Invoices attached (yes or no)'),
  named('total.amountDue', 'Total à payer', 'Total to pay'),
  named('total.withFee', 'Total à payer, frais de l’étape compris', 'Total to pay with the fee of the step'),
  named('stepFee.amount', 'Frais de l’étape', 'Fee of the step'),
  named('deadline.date', 'Date demandée', 'Date asked for'),
  named('deadline.days', 'Jours jusqu’à la date demandée', 'Days to the date asked for'),
  named('promise.date', 'Date promise et non tenue', 'Promised date that was not kept'),
  named('promise.amount', 'Montant promis et non tenu', 'Promised amount that was not kept'),
  named('history.dates', 'Dates des relances précédentes', 'Dates of earlier reminders'),
  named('history.count', 'Nombre de relances précédentes', 'Number of earlier reminders'),
  named('law.reference', 'Texte de loi applicable', 'Law that applies'),
  named('lateInterest.rate', 'Taux des pénalités', 'Late interest rate'),
  named('lateInterest.amount', 'Pénalités à ce jour', 'Late interest to date'),
  named('lateInterest.claimed', 'Pénalités demandées (oui ou non)', 'Late interest claimed (yes or no)'),
  named('recoveryFee.amount', 'Frais de recouvrement', 'Recovery fee'),
  named('recoveryFee.claimed', 'Frais de recouvrement demandés (oui ou non)', 'Recovery fee claimed (yes or no)'),
  named('caller.name', 'Personne qui appellera', 'Person who will call'),
  named('sender.name', 'Nom de l’expéditeur', 'Sender name'),
  named('sender.signature', 'Signature', 'Signature'),
  named('legalEntity.name', 'Notre société', 'Our company'),
  named('legalEntity.phone', 'Notre téléphone', 'Our phone'),
  named('reply.means', 'Comment nous répondre', 'How to answer us'),
  named('bank.details', 'Coordonnées bancaires', 'Bank details'),
  named('portal.url', 'Espace client', 'Customer space'),
  named('portal.promiseUrl', 'Lien pour donner une date', 'Link to give a date'),
  named('portal.disputeUrl', 'Lien pour signaler un problème', 'Link to report a problem'),
  named('today', 'Date du jour', 'Date of today'),
]
