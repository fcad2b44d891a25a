import type { CustomerCategory } from '../customers/category.ts'
import type { Language } from '../money/format-money.ts'
import { isLuhn } from '../people/siren.ts'

export type InvoiceKind = 'invoice' | 'deposit' | 'interim' | 'creditNote'

export type WrittenStatus = 'paid' | 'open' | 'cancelled' | 'draft'

/** Lower case without accents or doubled spaces: how words in cells are compared. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const kinds: readonly (readonly [InvoiceKind, RegExp])[] = [
  [
    'creditNote',
    /^(avoirs?|facture d avoir|facture avoir|av|a|credit note|credit memo|credit|creditnote|cn|refund|381|note de credit|dg)\b/,
  ],
  [
    'deposit',
    /^(acomptes?|facture d acompte|facture acompte|fa acompte|ac|deposit|deposit invoice|down payment|prepayment|386)\b/,
  ],
  ['interim', /^(situation|facture de situation|facture situation|sit|interim|progress|progress billing|decompte)\b/],
  [
    'invoice',
    /^(factures?|fact|fac|fa|f|fc|fv|invoices?|inv|i|vente|ventes|380|rv|facture de vente|facture client|solde|standard)\b/,
  ],
]

/** The kind a cell names in words or as a code of accounting software or EN 16931 (380, 381, 386); else undefined. */
export function kindWritten(text: string): InvoiceKind | undefined {
  const words = plainWords(text)
  return kinds.find(([, pattern]) => pattern.test(words))?.[0]
}

const prefixes: readonly (readonly [InvoiceKind, RegExp])[] = [
  ['creditNote', /^(avoir|avc|avf|av|cn|crn|rf)(?=[\W_\d])/i],
  ['deposit', /^(acompte|acpt|acp|aco|ac|fac-?ac|dep)(?=[\W_\d])/i],
  ['interim', /^(situation|situ|sit|st)(?=[\W_\d])/i],
  ['invoice', /^(facture|fact|fac|fa|fc|fv|f|invoice|inv|in|vt|ve)(?=[\W_\d])/i],
]

/** The kind a number carries in its prefix (« AV-2026-003 »); undefined when it starts otherwise. */
export const kindOfNumber = (number: string): InvoiceKind | undefined =>
  prefixes.find(([, pattern]) => pattern.test(number.trim()))?.[0]

const statuses: readonly (readonly [WrittenStatus, RegExp])[] = [
  ['draft', /^(brouillon|draft|proforma|pro forma|devis|quote|en preparation|a valider)\b/],
  ['cancelled', /^(annulee?|cancell?ed|void|voided|supprimee?|abandonnee?)\b/],
  [
    'open',
    /^(non (payee?|reglee?|soldee?|echue?)|impayee?|partiel|paye(e)? (en partie|partiellement)|partiellement|partly|partially|unpaid|not paid|en retard|en attente|en cours|a payer|a regler|a encaisser|a echoir|echue?|ouverte?|emise?|envoyee?|validee?|relancee?|open|overdue|late|pending|sent|issued|due|posted|litige|en litige|no|non|0|false)\b/,
  ],
  [
    'paid',
    /^(payee?|reglee?|soldee?|acquittee?|encaissee?|lettree?|close?|cloturee?|paid|settled|closed|cleared|complete|completed|oui|yes|1|true|x)\b/,
  ],
]

/** What a cell says of an invoice's payment; undefined when it says nothing known. */
export function statusWritten(text: string): WrittenStatus | undefined {
  const words = plainWords(text)
  return statuses.find(([, pattern]) => pattern.test(words))?.[0]
}

/** Whether a cell of kind says that its row is money received, which is no invoice whatever its sign. */
export const isPaymentKind = (text: string): boolean =>
  /^(reglements?|rglt|rgt|rg|paiements?|pmt|encaissements?|virements?|vir|cheques?|chq|prelevements?|prlv|remises?|payments?|receipts?|cash)( |$)/.test(
    plainWords(text),
  )

/** Whether a label begins as those of money received do: « Règlement chèque 123 », « VIR DUPONT ». */
export const beginsAsPayment = (text: string): boolean =>
  /^(reglement|rglt|rgt|paiement|encaissement|virement|vir|cheque|chq|prelevement|prlv|remise (de )?(cheques?|cb|carte)|payment|bank transfer|acompte recu)( |$)/.test(
    plainWords(text),
  )

/** The side of the customer's account an amount stands on: what is owed, or what takes off it. */
export type Side = 'debit' | 'credit'

/** The side a cell of its own names; undefined when it says neither. */
export function sideWritten(text: string): Side | undefined {
  const words = plainWords(text)
  if (/^(d|db|dr|deb|debit|debiteur)$/.test(words) || text.trim() === '+') return 'debit'
  if (/^(c|cr|cred|credit|crediteur)$/.test(words) || /^[-–−]$/.test(text.trim())) return 'credit'
  return undefined
}

/** Longer text is no amount, and would be costly to look back over. */
const longestAmount = 60

/** « 1 234,56 D » and « 80,00 CR »: the amount without the side that ends it. */
export function withoutSide(text: string): { readonly amount: string; readonly side: Side | undefined } {
  if (text.length > longestAmount) return { amount: text, side: undefined }
  const [, amount = '', mark = ''] = /^(.*\d(?:\s*(?:€|EUR))?)\s*(D|DB|DR|C|CR)\.?$/i.exec(text.trim()) ?? []
  return mark === '' ? { amount: text, side: undefined } : { amount, side: sideWritten(mark) }
}

/** Yes or no as files write it; undefined for anything else. */
export function yesNoWritten(text: string): boolean | undefined {
  const words = plainWords(text)
  if (/^(oui|o|yes|y|true|vrai|1|x|en litige|litige|disputed)$/.test(words)) return true
  if (/^(non|n|no|false|faux|0|)$/.test(words)) return false
  return undefined
}

const categories: readonly (readonly [CustomerCategory, RegExp])[] = [
  [
    'publicBody',
    /\b(public(s|que|ques)?|collectivites?|administrations?|mairie|commune|government|b2g|public ?body)\b/,
  ],
  ['individual', /\b(particuliers?|consommateurs?|personnes? physiques?|individuals?|consumers?|private|b2c)\b/],
  ['company', /\b(entreprises?|societes?|professionnels?|pro|company|companies|business|professional|b2b)\b/],
]

/** What a cell says a customer is; undefined where it says something else (« A », « Grands comptes »). */
export function categoryWritten(text: string): CustomerCategory | undefined {
  const words = plainWords(text)
  return categories.find(([, pattern]) => pattern.test(words))?.[0]
}

/** « 2 », « Niveau 2 », « R2 », « Relance n° 2 »: how many reminders; 0 for « aucune ». Undefined for anything else. */
export function levelWritten(text: string): number | undefined {
  const words = plainWords(text)
  if (/^(aucune?|non|no|none|never|jamais|)$/.test(words)) return 0
  const [, level] =
    /^(?:niveau|niv|relances?|rappel|r|n|level|lvl|reminder|dunning)?(?: (?:n|no|numero|level))? ?(\d{1,2})$/.exec(
      words,
    ) ?? []
  return level === undefined ? undefined : Number(level)
}

const languages = new Map<string, Language>(
  Object.entries({
    fr: 'fr',
    fra: 'fr',
    fre: 'fr',
    francais: 'fr',
    french: 'fr',
    'fr fr': 'fr',
    en: 'en',
    eng: 'en',
    anglais: 'en',
    english: 'en',
    'en gb': 'en',
    'en us': 'en',
    gb: 'en',
    uk: 'en',
  } as const),
)

/** One of the languages messages are written in; undefined for others. */
export const languageWritten = (text: string): Language | undefined => languages.get(plainWords(text))

const emailShape =
  /^[^\s@<>"(),;:]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u

/** Whether mail can be sent to this text: one address, a dot in the domain, no display name. */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 254 && emailShape.test(text) && !/^\.|\.\.|\.@/.test(text)

/** Luhn's sum over the digits: SIREN (9) and SIRET (14) carry it; those of La Poste's branches sum by five instead. */
export function isSirenOrSiret(text: string): boolean {
  const digits = text.replace(/[\s.\u00a0]/g, '')
  if (!/^(\d{9}|\d{14})$/.test(digits) || /^0+$/.test(digits)) return false
  if (isLuhn(digits)) return true
  return digits.length === 14 && digits.startsWith('356000000') && sumOf(digits) % 5 === 0
}

const sumOf = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0)

/** The shape of a VAT number of an EU country, Great Britain, Norway or Switzerland; its check digits are not looked at. */
export const isVatNumber = (text: string): boolean =>
  /^(AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z+*]{7,13}$/.test(
    text.replace(/[\s.\-\u00a0]/g, '').toUpperCase(),
  ) && /\d{5}/.test(text.replace(/\D/g, ''))
