import type { Language } from '../money/format-money.ts'

/** What a column of values of this field must look like. */
export type FieldShape =
  | 'any'
  | 'text'
  | 'number'
  | 'date'
  | 'amount'
  | 'email'
  | 'phone'
  | 'siren'
  | 'vat'
  | 'currency'
  | 'kind'
  | 'status'
  | 'yesNo'
  | 'level'
  | 'language'
  | 'country'
  | 'postcode'
  | 'side'

interface FieldFacts {
  readonly fr: string
  readonly en: string
  readonly shape: FieldShape
  /** Filled by a reader that knows its format; no column of a table can be chosen for it. */
  readonly isInner?: true
  /** Said in a list of customers alone, or there too; absent: in a list of invoices alone. */
  readonly of?: 'both' | 'customers'
}

/** Every target a column of a list can have, in the order the choice is shown. */
export const fields = {
  invoiceNumber: { fr: 'Numéro de facture', en: 'Invoice number', shape: 'number' },
  customerName: { fr: 'Client', en: 'Customer', shape: 'text', of: 'both' },
  customerCode: { fr: 'Code client', en: 'Customer code', shape: 'text', of: 'both' },
  issueDate: { fr: 'Émise le', en: 'Issued', shape: 'date' },
  dueDate: { fr: 'Échéance', en: 'Due date', shape: 'date' },
  totalAmount: { fr: 'Montant TTC', en: 'Total incl. tax', shape: 'amount' },
  amountDue: { fr: 'Reste à payer', en: 'Left to pay', shape: 'amount' },
  paidAmount: { fr: 'Déjà payé', en: 'Paid', shape: 'amount' },
  settledDate: { fr: 'Payée le', en: 'Paid on', shape: 'date' },
  currency: { fr: 'Devise', en: 'Currency', shape: 'currency', of: 'both' },
  kind: { fr: 'Type (facture, avoir, acompte, situation)', en: 'Type (invoice, credit note…)', shape: 'kind' },
  status: { fr: 'Statut', en: 'Status', shape: 'status' },
  disputed: { fr: 'En litige', en: 'Disputed', shape: 'yesNo' },
  paused: { fr: 'Ne pas relancer', en: 'Do not remind', shape: 'any' },
  reminderLevel: { fr: 'Niveau de relance atteint', en: 'Reminder level reached', shape: 'level' },
  invoicingEmail: { fr: 'E-mail de facturation', en: 'Invoicing e-mail', shape: 'email', of: 'both' },
  contactName: { fr: 'Contact', en: 'Contact', shape: 'text', of: 'both' },
  phone: { fr: 'Téléphone', en: 'Phone', shape: 'phone', of: 'both' },
  salesRep: { fr: 'Commercial', en: 'Sales rep', shape: 'text', of: 'both' },
  project: { fr: 'Affaire ou projet', en: 'Project', shape: 'text' },
  subject: { fr: 'Objet', en: 'Subject', shape: 'text' },
  orderReference: { fr: 'Numéro de commande', en: 'Order number', shape: 'text' },
  paymentTerms: { fr: 'Conditions de règlement', en: 'Payment terms', shape: 'text', of: 'both' },
  paymentMeans: { fr: 'Moyen de règlement', en: 'Payment method', shape: 'text' },
  siren: { fr: 'SIREN ou SIRET', en: 'SIREN or SIRET', shape: 'siren', of: 'both' },
  vatNumber: { fr: 'Numéro de TVA', en: 'VAT number', shape: 'vat', of: 'both' },
  addressLine1: { fr: 'Adresse', en: 'Address', shape: 'text', of: 'both' },
  addressLine2: { fr: 'Adresse (suite)', en: 'Address (continued)', shape: 'text', of: 'both' },
  postcode: { fr: 'Code postal', en: 'Postcode', shape: 'postcode', of: 'both' },
  city: { fr: 'Ville', en: 'City', shape: 'text', of: 'both' },
  country: { fr: 'Pays', en: 'Country', shape: 'country', of: 'both' },
  language: { fr: 'Langue', en: 'Language', shape: 'language', of: 'both' },
  debit: { fr: 'Débit', en: 'Debit', shape: 'amount' },
  credit: { fr: 'Crédit', en: 'Credit', shape: 'amount' },
  side: { fr: 'Sens (débit ou crédit)', en: 'Side (debit or credit)', shape: 'side' },
  tradeName: { fr: 'Enseigne ou nom commercial', en: 'Trade name', shape: 'text', of: 'customers' },
  accountCode: { fr: 'Compte comptable', en: 'Account in the books', shape: 'text', of: 'customers' },
  parentCode: { fr: 'Code de la maison mère', en: 'Code of the parent', shape: 'text', of: 'customers' },
  termsDays: { fr: 'Délai de règlement (jours)', en: 'Payment terms (days)', shape: 'any', of: 'customers' },
  endOfMonth: { fr: 'Fin de mois', en: 'End of month', shape: 'any', of: 'customers' },
  discountRate: { fr: 'Escompte (%)', en: 'Early payment discount (%)', shape: 'any', of: 'customers' },
  discountDays: { fr: 'Escompte sous (jours)', en: 'Discount within (days)', shape: 'any', of: 'customers' },
  iban: { fr: 'IBAN du client', en: 'IBAN of the customer', shape: 'any', of: 'customers' },
  category: {
    fr: 'Catégorie (entreprise, public, particulier)',
    en: 'Category (company, public body, individual)',
    shape: 'any',
    of: 'customers',
  },
  readerNotes: { fr: 'Remarques de lecture', en: 'Notes of the reader', shape: 'text', isInner: true },
  invoiceFile: { fr: 'Fichier de la facture', en: 'File of the invoice', shape: 'text', isInner: true },
  seller: { fr: 'Émetteur', en: 'Issuer', shape: 'text', isInner: true },
  fingerprint: { fr: 'Empreinte de la facture', en: 'Fingerprint of the invoice', shape: 'text', isInner: true },
  paymentInstruction: { fr: 'Consignes de paiement', en: 'Payment instructions', shape: 'text', isInner: true },
  ledgerKey: { fr: 'Écriture', en: 'Entry of the ledger', shape: 'text', isInner: true },
  ledgerNature: { fr: 'Nature dans le grand livre', en: 'Nature in the ledger', shape: 'text', isInner: true },
} as const satisfies Record<string, FieldFacts>

export type Field = keyof typeof fields

/** Said in a list of customers alone. */
export type CustomerField = {
  [F in Field]: (typeof fields)[F] extends { readonly of: 'customers' } ? F : never
}[Field]

/** Filled by readers alone: no header is called so. */
export type InnerField =
  | 'fingerprint'
  | 'invoiceFile'
  | 'ledgerKey'
  | 'ledgerNature'
  | 'paymentInstruction'
  | 'readerNotes'
  | 'seller'

/** What a list tells of, line by line. */
export type ListOf = 'customers' | 'invoices'

const isOf = (field: Field, list: ListOf): boolean => {
  const facts: FieldFacts = fields[field]
  return !facts.isInner && (facts.of === 'both' || (facts.of ?? 'invoices') === list)
}

const all = Object.keys(fields) as readonly Field[]

/** Those a person may choose for a column of a list of invoices. */
export const fieldNames = all.filter((field) => isOf(field, 'invoices'))

/** Those of a list of customers. */
export const customerFieldNames = all.filter((field) => isOf(field, 'customers'))

/** Those a person may type over: a seller is confirmed so, and an invoice left out for the one that is there (`leftOut`). */
export const isTypable = (text: string): text is Field => isField(text) || text === 'seller' || text === 'fingerprint'

/** Typed over its fingerprint: the electronic invoice is to stay out. */
export const leftOut = 'leftOut'

export const isField = (text: string): text is Field =>
  fieldNames.includes(text as Field) || customerFieldNames.includes(text as Field)

export const fieldLabel = (field: Field, language: Language): string => fields[field][language]

export const shapeOf = (field: Field): FieldShape => fields[field].shape

/** What a file must tell of each invoice, each in one of several ways. */
export const needs = {
  invoiceNumber: [['invoiceNumber']],
  customer: [['customerName'], ['customerCode']],
  dueDate: [['dueDate'], ['issueDate']],
  amount: [['totalAmount'], ['amountDue'], ['debit']],
} as const satisfies Record<string, readonly (readonly Field[])[]>

export type Need = keyof typeof needs

/** Whether something must be known in this field, alone or (as customer code or name) together with another. */
export const isNeeded = (field: Field): boolean =>
  Object.values(needs).some((ways) => ways.some((way) => (way as readonly Field[]).includes(field)))

/** One entry a column of the file: what it holds, or null for a column left out. No field twice. */
export type Mapping = readonly (Field | null)[]

export const mappingOfFields = (found: Iterable<Field>): Mapping => [...found]

/** The needs no column answers. An issue date alone is enough for the due date: the customer's terms give it. */
export function missingNeeds(mapping: Mapping): Need[] {
  const mapped = new Set(mapping)
  return (Object.keys(needs) as Need[]).filter(
    (need) => !needs[need].some((way) => (way as readonly Field[]).every((field) => mapped.has(field))),
  )
}
