import type { Language } from '@quittance/core/money/format-money.ts'

const fields: Readonly<Record<string, readonly [string, string]>> = {
  code: ['Code', 'Code'],
  name: ['Nom', 'Name'],
  tradeName: ['Enseigne', 'Trade name'],
  category: ['Catégorie', 'Category'],
  siren: ['SIREN', 'SIREN'],
  vatNumber: ['N° de TVA', 'VAT number'],
  language: ['Langue', 'Language'],
  paymentTerms: ['Conditions de paiement', 'Payment terms'],
  automaticMeans: ['Règlement automatique', 'Automatic payment'],
  addressLine1: ['Adresse', 'Address'],
  addressLine2: ['Complément d’adresse', 'Address line 2'],
  postcode: ['Code postal', 'Postcode'],
  city: ['Ville', 'City'],
  country: ['Pays', 'Country'],
  phone: ['Téléphone', 'Phone'],
  email: ['E-mail', 'E-mail'],
  firstName: ['Prénom', 'First name'],
  lastName: ['Nom', 'Last name'],
  jobTitle: ['Fonction', 'Job title'],
  role: ['Rôle', 'Role'],
  receivesReminders: ['Reçoit les relances', 'Receives reminders'],
  accountCode: ['Compte comptable', 'Account in the books'],
  earlyDiscountBasisPoints: ['Escompte', 'Early payment discount'],
  earlyDiscountDays: ['Escompte sous (jours)', 'Discount within (days)'],
  iban: ['IBAN', 'IBAN'],
  creditLimit: ['Encours autorisé', 'Credit limit'],
  customerSince: ['Client depuis', 'Customer since'],
  delayedUntil: ['Délai', 'Delay'],
  handedOverOn: ['Confié le', 'Handed over on'],
  insolvencyOn: ['Procédure collective', 'Insolvency'],
  salesRepId: ['Commercial', 'Sales rep'],
  collectorId: ['Suivi par', 'Owner'],
  parentId: ['Maison mère', 'Parent'],
  scenarioId: ['Scénario', 'Scenario'],
}

/** Fields whose values are numbers of rows, or amounts without a currency: only that they changed is told. */
const untold = ['salesRepId', 'collectorId', 'parentId', 'scenarioId', 'creditLimit', 'earlyDiscountBasisPoints']

/**
 * « Conditions de paiement : 30 jours → 45 jours », from the details of a journal line as JSON text; null when they
 * say no old and new value.
 */
export function changeInWords(details: string | null, language: Language): string | null {
  const parsed: unknown = details === null ? null : JSON.parse(details)
  if (typeof parsed !== 'object' || parsed === null) return null
  const told = Object.entries(parsed).flatMap(([field, change]) => {
    const label = fields[field]?.[language === 'fr' ? 0 : 1]
    if (label === undefined || !isChange(change)) return []
    if (untold.includes(field)) return [label]
    const colon = language === 'fr' ? '\u00a0: ' : ': '
    return [`${label}${colon}${value(change.from, language)} → ${value(change.to, language)}`]
  })
  return told.length === 0 ? null : told.join(' · ')
}

const isChange = (change: unknown): change is { from: unknown; to: unknown } =>
  typeof change === 'object' && change !== null && 'from' in change && 'to' in change

function value(given: unknown, language: Language): string {
  if (given === null || given === '') return '—'
  if (typeof given !== 'boolean') return String(given)
  return language === 'fr' ? (given ? 'oui' : 'non') : given ? 'yes' : 'no'
}
