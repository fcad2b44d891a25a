import type { Language } from '../money/format-money.ts'

/** What a column of values of this field must look like. */
export type FieldShape =
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
}

/** Every target a column of a list of invoices can have, in the order the choice is shown. */
export const fields = {
  invoiceNumber: { fr: 'Numéro de facture', en: 'Invoice number', shape: 'number' },
  customerName: { fr: 'Client', en: 'Customer', shape: 'text' },
  customerCode: { fr: 'Code client', en: 'Customer code', shape: 'text' },
  issueDate: { fr: 'Émise le', en: 'Issued', shape: 'date' },
  dueDate: { fr: 'Échéance', en: 'Due date', shape: 'date' },
  totalAmount: { fr: 'Montant TTC', en: 'Total incl. tax', shape: 'amount' },
  amountDue: { fr: 'Reste à payer', en: 'Left to pay', shape: 'amount' },
  paidAmount: { fr: 'Déjà payé', en: 'Paid', shape: 'amount' },
  settledDate: { fr: 'Payée le', en: 'Paid on', shape: 'date' },
  currency: { fr: 'Devise', en: 'Currency', shape: 'currency' },
  kind: { fr: 'Type (facture, avoir, acompte, situation)', en: 'Type (invoice, credit note…)', shape: 'kind' },
  status: { fr: 'Statut', en: 'Status', shape: 'status' },
  disputed: { fr: 'En litige', en: 'Disputed', shape: 'yesNo' },
  invoicingEmail: { fr: 'E-mail de facturation', en: 'Invoicing e-mail', shape: 'email' },
  contactName: { fr: 'Contact', en: 'Contact', shape: 'text' },
  phone: { fr: 'Téléphone', en: 'Phone', shape: 'phone' },
  salesRep: { fr: 'Commercial', en: 'Sales rep', shape: 'text' },
  project: { fr: 'Affaire ou projet', en: 'Project', shape: 'text' },
  subject: { fr: 'Objet', en: 'Subject', shape: 'text' },
  orderReference: { fr: 'Numéro de commande', en: 'Order number', shape: 'text' },
  paymentTerms: { fr: 'Conditions de règlement', en: 'Payment terms', shape: 'text' },
  paymentMeans: { fr: 'Moyen de règlement', en: 'Payment method', shape: 'text' },
  siren: { fr: 'SIREN ou SIRET', en: 'SIREN or SIRET', shape: 'siren' },
  vatNumber: { fr: 'Numéro de TVA', en: 'VAT number', shape: 'vat' },
  addressLine1: { fr: 'Adresse', en: 'Address', shape: 'text' },
  addressLine2: { fr: 'Adresse (suite)', en: 'Address (continued)', shape: 'text' },
  postcode: { fr: 'Code postal', en: 'Postcode', shape: 'postcode' },
  city: { fr: 'Ville', en: 'City', shape: 'text' },
  country: { fr: 'Pays', en: 'Country', shape: 'country' },
  language: { fr: 'Langue', en: 'Language', shape: 'language' },
  debit: { fr: 'Débit', en: 'Debit', shape: 'amount' },
  credit: { fr: 'Crédit', en: 'Credit', shape: 'amount' },
  side: { fr: 'Sens (débit ou crédit)', en: 'Side (debit or credit)', shape: 'side' },
  readerNotes: { fr: 'Remarques de lecture', en: 'Notes of the reader', shape: 'text', isInner: true },
  invoiceFile: { fr: 'Fichier de la facture', en: 'File of the invoice', shape: 'text', isInner: true },
  seller: { fr: 'Émetteur', en: 'Issuer', shape: 'text', isInner: true },
  paymentInstruction: { fr: 'Consignes de paiement', en: 'Payment instructions', shape: 'text', isInner: true },
  ledgerKey: { fr: 'Écriture', en: 'Entry of the ledger', shape: 'text', isInner: true },
  ledgerNature: { fr: 'Nature dans le grand livre', en: 'Nature in the ledger', shape: 'text', isInner: true },
} as const satisfies Record<string, FieldFacts>

export type Field = keyof typeof fields

/** Filled by readers alone: no header is called so. */
export type InnerField = 'invoiceFile' | 'ledgerKey' | 'ledgerNature' | 'paymentInstruction' | 'readerNotes' | 'seller'

/** Those a person may choose for a column. */
export const fieldNames = (Object.keys(fields) as readonly Field[]).filter((field) => !('isInner' in fields[field]))

/** Those a person may type over: a seller is confirmed so. */
export const isTypable = (text: string): text is Field => isField(text) || text === 'seller'

export const isField = (text: string): text is Field => fieldNames.includes(text as Field)

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
