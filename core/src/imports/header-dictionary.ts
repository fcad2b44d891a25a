import { customerNames } from './customers/customer-headers.ts'
import type { CustomerField, Field, InnerField, ListOf } from './fields.ts'
import type { HeaderNames } from './header-names.ts'
import { headerTokens } from './header-words.ts'

/**
 * How files call each field, best known names first on each line. A name scores as it is listed: `sure` needs no
 * second look, `likely` wants one, `weak` counts only where nothing better is in the file.
 */
const names: Readonly<Record<Exclude<Field, CustomerField | InnerField>, HeaderNames>> = {
  invoiceNumber: {
    sure: 'numéro facture, numéro pièce, invoice id, code facture, référence facture, facture numéro client, document number',
    likely: 'facture, pièce, numéro, document id, référence document, référence',
    weak: 'id',
  },
  customerCode: {
    sure: 'code client, numéro client, compte client, code tiers, référence compte client, customer account number, id company',
    likely: 'référence client, compte tiers, compte auxiliaire, account number',
    weak: 'compte, client',
  },
  customerName: {
    sure: 'client, nom client, raison sociale, nom tiers, société, company name, customer company name, intitulé client, intitulé tiers',
    likely: 'libellé client, partner name, partner, partenaire, vendor name, supplier name, nom',
    weak: 'vendor, compte',
  },
  issueDate: {
    sure: 'date facture, date émission, émise le, date pièce, date document, baseline date, baseline create date, date facture client',
    likely: 'date, date create document, issued, created, date create, posting date',
  },
  dueDate: {
    sure: 'échéance, date échéance, due date, due in date, date limite règlement, à payer avant le, payable le, invoice due date, date échéance facture, due on',
    likely: 'due, date limite, date prévue règlement',
  },
  totalAmount: {
    sure: 'montant ttc, total ttc, ttc, montant facture ttc, gross amount, amount including tax, amount incl vat, montant total ttc',
    likely:
      'invoice amount, montant, amount, total, montant facture, net à payer, montant original, montant initial, original amount, document amount',
  },
  amountDue: {
    sure: 'solde, reste à payer, reste à régler, reste dû, restant dû, solde dû, montant dû, amount due, balance due, outstanding amount, open amount, outstanding, total open amount, open amount at start, solde ouverture, montant restant, solde restant dû, montant impayé, solde facture, remaining amount, reste dû ttc, solde ttc, reste à payer ttc',
    likely: 'balance, encours, impayé, net à payer, due',
  },
  paidAmount: {
    sure: 'montant réglé, montant payé, déjà payé, déjà réglé, paid amount, amount paid, total réglé, total paid, settled amount, réglé ttc, acompte versé, montant encaissé',
    likely: 'réglé, payé, paid, settled, encaissé, règlement, montant règlement, payment amount, paiements',
  },
  settledDate: {
    sure: 'settled date, date paiement, date règlement, payée le, réglée le, paid on, paid date, date encaissement, clear date',
    likely: 'date solde',
  },
  currency: { sure: 'devise, currency, invoice currency, code devise, monnaie, currency code, devise facture' },
  kind: {
    sure: 'type pièce, type document, type facture, nature pièce, document type, invoice type, type doc',
    likely: 'type, nature',
  },
  status: {
    sure: 'statut, état, status, statut facture, statut paiement, état paiement, état règlement, payment status, invoice status',
    likely: 'payée, réglée, soldée, paid',
  },
  reminderLevel: {
    sure: 'niveau relance, niveau relance atteint, dernier niveau relance, reminder level, dunning level, niveau rappel, relance niveau',
    likely: 'nombre relances, nb relances, relance, relances, dunning',
  },
  paused: {
    sure: 'ne pas relancer, relance bloquée, relances bloquées, blocage relance, relance suspendue, dunning block, dunning blocked, blocked for dunning, do not remind, no reminder, no reminders, no follow up, no followup, exclure relances, exclude from reminders',
  },
  disputed: { sure: 'litige, disputed, en litige, contestée, dispute, facture litige, facture en litige' },
  invoicingEmail: {
    sure: 'email, email compta, email facturation, email client, adresse email, email contact, email address, contact email, accounting email, e mail, billing email, adresse e mail',
  },
  contactName: { sure: 'contact, nom contact, interlocuteur, contact name, contact compta, contact client' },
  phone: {
    sure: 'téléphone, tel, phone, phone number, numéro téléphone, téléphone fixe, téléphone contact, mobile, téléphone client',
  },
  salesRep: {
    sure: 'commercial, représentant, sales rep, salesperson, nom commercial, nom représentant, code représentant, sales representative, code commercial, account manager',
    likely: 'suivi par, vendeur, responsable',
  },
  project: {
    sure: 'affaire, projet, numéro affaire, code affaire, project, project name, code projet, numéro dossier, code chantier, nom chantier, job number',
    likely: 'dossier, job',
  },
  subject: {
    sure: 'objet, description, subject, objet facture, libellé facture, libellé pièce, désignation',
    likely: 'libellé, intitulé, label, memo',
  },
  orderReference: {
    sure: 'numéro commande, bon commande, purchase order, po number, référence commande, commande client, order number, customer order, votre référence, your reference, customer reference',
    likely: 'commande, bc, po, référence client',
  },
  paymentTerms: {
    sure: 'conditions règlement, conditions paiement, payment terms, cond règlement, terms, délai règlement, délai paiement, modalités règlement, customer payment terms, cust payment terms',
  },
  paymentMeans: {
    sure: 'mode règlement, mode paiement, moyen paiement, moyen règlement, payment method, type règlement, payment means',
    likely: 'règlement, paiement',
  },
  siren: { sure: 'siren, siret, numéro siren, numéro siret, siren client, siret client' },
  vatNumber: {
    sure: 'numéro tva, tva intracommunautaire, numéro tva intracommunautaire, tva intracom, vat number, vat id, numéro tva client, tva intra, code tva intracommunautaire',
  },
  addressLine1: {
    sure: 'adresse, adresse 1, rue, address, address 1, address line 1, street, adresse client, adresse facturation, adresse ligne 1',
  },
  addressLine2: {
    sure: 'adresse 2, address 2, address line 2, complément adresse, adresse complément, adresse ligne 2',
  },
  postcode: { sure: 'code postal, cp, postcode, zip, zip code, postal code, cp client' },
  city: { sure: 'ville, city, commune, ville client' },
  country: { sure: 'pays, country, code pays, country code, pays client' },
  language: { sure: 'langue, language, code langue, langue client' },
  debit: { sure: 'débit, montant débit, debit amount' },
  credit: { sure: 'crédit, montant crédit, credit amount' },
  side: { sure: 'sens, d c, débit crédit, debit credit, side', likely: 'dc, signe' },
}

/** Names whose word says little of its meaning in some trades: found, but shown for a second look. */
const wantsALook: ReadonlySet<string> = new Set(['rep', 'chantier', 'repr'])

interface Name {
  readonly field: Field
  readonly tokens: ReadonlySet<string>
  readonly score: number
}

const listNames = (some: Readonly<Partial<Record<Field, HeaderNames>>>): readonly Name[] =>
  (Object.keys(some) as Field[]).flatMap((field) => {
    const { sure = '', likely = '', weak = '' } = some[field] ?? {}
    const read = (list: string, score: number): Name[] =>
      list === '' ? [] : list.split(', ').map((name) => ({ field, tokens: new Set(headerTokens(name)), score }))
    return [...read(sure, 0.95), ...read(likely, 0.7), ...read(weak, 0.5)]
  })

const listed: Readonly<Record<ListOf, readonly Name[]>> = {
  invoices: listNames(names),
  customers: listNames(customerNames(names)),
}

const blocking: ReadonlySet<string> = new Set(
  `predict predicted prediction days jours jour day late retard bucket aging tranche taux rate count nombre nb quantite
  quantity qty unitaire unit ht tax relance relances niveau level previous creditlimit limit plafond remise discount
  escompte progressif progressive cumule cumulee cumul running precedent anterieur budget marge margin cout cost banque bank iban bic paperless
  maximum maxi max autorise autorisee`.split(/\s+/),
)

const neutral: ReadonlySet<string> = new Set(['invoice', 'document', 'customer', 'company', 'amount', 'number', 'code'])

/** How well each field fits this header by its words alone, 0 to 1, best first; fields that do not fit are absent. */
export function fieldsNamed(
  header: string,
  list: ListOf = 'invoices',
): { readonly field: Field; readonly score: number }[] {
  const tokens = new Set(headerTokens(header))
  const best = new Map<Field, number>()
  for (const name of listed[list]) {
    const score = scoreOf(name, tokens)
    if (score > (best.get(name.field) ?? 0)) best.set(name.field, score)
  }
  const doubt = wantsALook.has(header.trim().toLowerCase()) ? 0.75 : 1
  return [...best].map(([field, score]) => ({ field, score: score * doubt })).sort((a, b) => b.score - a.score)
}

function scoreOf({ tokens: wanted, score }: Name, tokens: ReadonlySet<string>): number {
  if (wanted.size === 0 || [...wanted].some((token) => !tokens.has(token))) return 0
  const extra = [...tokens].filter((token) => !wanted.has(token))
  if (extra.some((token) => blocking.has(token))) return 0
  const penalty = extra.reduce((sum, token) => sum + (neutral.has(token) ? 0.08 : 0.15), 0)
  const left = score - penalty
  return left >= 0.45 ? left : 0
}
