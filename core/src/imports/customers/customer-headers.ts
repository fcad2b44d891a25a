import type { CustomerField, Field } from '../fields.ts'
import type { HeaderNames } from '../header-names.ts'

type Names = Readonly<Partial<Record<Field, HeaderNames>>>

/** What lists of customers alone say. */
const own: Readonly<Record<CustomerField, HeaderNames>> = {
  tradeName: {
    sure: 'trade name, enseigne, nom commercial, enseigne commerciale, commercial name, trading name, trading as, nom usuel',
    likely: 'sigle, alias, dba',
  },
  accountCode: {
    sure: 'account code, compte comptable, compte auxiliaire, compte collectif, compte général, numéro compte comptable, compte tiers auxiliaire, ledger account, gl account, accounting account, account receivable, compte 411',
    likely: 'compte, numéro compte, auxiliaire, collectif, account number',
  },
  parentCode: {
    sure: 'parent, parent customer id, code parent, parent id, parent code, maison mère, code maison mère, société mère, client parent, parent company, head office, siège, client payeur, code client payeur, tiers payeur',
    likely: 'centrale, payeur',
  },
  termsDays: {
    sure: 'terms days, payment days, net days, délai règlement jours, délai paiement jours, délai jours, nombre jours règlement, nombre jours, jours règlement, jours échéance, échéance jours, payment terms days, credit days',
    likely: 'jours, days, nb jours',
  },
  endOfMonth: {
    sure: 'end of month, fin de mois, eom, fdm, fin mois, month end',
  },
  discountRate: {
    sure: 'early discount pct, escompte, taux escompte, escompte taux, pourcentage escompte, early discount, early payment discount, cash discount, discount pct, early discount rate, prompt payment discount, escompte pct, skonto',
    likely: 'early discount percent, discount rate',
  },
  discountDays: {
    sure: 'early discount days, escompte jours, délai escompte, jours escompte, escompte délai, discount days, cash discount days, early payment discount days, escompte délai jours, délai escompte jours',
  },
  iban: {
    sure: 'iban, iban client, numéro iban, rib, rib client, iban débiteur, bank account, compte bancaire, numéro compte bancaire, coordonnées bancaires, domiciliation iban, code iban',
  },
  category: {
    sure: 'catégorie client, nature client, type client, type tiers, nature juridique, customer category, customer type, client type',
    likely: 'catégorie, category, type, nature',
  },
}

/** What both lists say, and a list of customers says more plainly: « Nom » is the customer's, « Délai » their terms. */
const plainer: Names = {
  customerCode: {
    sure: 'code, id, numéro, code client, numéro client, code tiers, référence, customer id, numéro tiers, identifiant',
    likely: 'référence client, compte tiers, tiers, client',
  },
  customerName: {
    sure: 'nom, raison sociale, dénomination, nom client, société, client, company name, libellé, intitulé, nom tiers, intitulé tiers, dénomination sociale, legal name',
    likely: 'partner, partenaire, désignation',
  },
}

const shared = [
  'customerName',
  'customerCode',
  'invoicingEmail',
  'contactName',
  'phone',
  'salesRep',
  'paymentTerms',
  'siren',
  'vatNumber',
  'addressLine1',
  'addressLine2',
  'postcode',
  'city',
  'country',
  'language',
  'currency',
] as const satisfies readonly Field[]

/** How lists of customers call each field, from how lists of invoices call those they share. */
export const customerNames = (ofInvoices: Names): Names => ({
  ...Object.fromEntries(shared.map((field) => [field, plainer[field] ?? ofInvoices[field]])),
  ...own,
})
