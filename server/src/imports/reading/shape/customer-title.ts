/** The customer a title line names; one of the two may be missing. */
export interface TitledCustomer {
  readonly name: string
  readonly code: string
}

const lead =
  /^(?:(?:code |compte |nom )?(?:client|tiers|compte|customer|account|nom|débiteur)(?: (?:n°|no|code|nom|name))?\s*[:#=]\s*|(?:client|compte|tiers|customer|account)\s+(?=411|[A-Z]{0,3}\d))/i

/** Longer than any name that can go in. */
const longestTitle = 300

/** What the title says of whom: without « Client : », and without the phone, the balance or the « (suite) » of the next page that follow. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, longestTitle)
    .replace(lead, '')
    .replace(
      /[ ,;–-]{1,3}(?:t[ée]l|téléphone|fax|mobile|phone|e-?mail|solde|encours|balance)\.?(?: ?:| [\d+]|$).*$/i,
      '',
    )
    .replace(/ ?\((?:suite|cont(?:inued|'d)?\.?)\)$/i, '')
    .trim()

/** Whether a title says by its first word that it names a customer or an account. */
export const namesCustomer = (text: string): boolean => lead.test(text.trim())

/** What stands between blocks without being one: pages, days of edition, months, groups of another kind. */
export const isNoTitle = (text: string): boolean => notTitles.some((shape) => shape.test(text.trim()))

const notTitles: readonly RegExp[] = [
  /^(?:page\s*(?:n°\s*)?\d|\d+\s*\/\s*\d+$|suite$|à reporter\b|report(?:\s+(?:à nouveau|page|de la page).*)?\s*:?$)/i,
  /^(?:document |état )?(?:édité|imprimé|généré|exporté)(?!\p{L})|^(?:printed|generated)\b/iu,
  /^(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s+(?:19|20)\d\d)?$/i,
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+(?:19|20)\d\d)?$/i,
  /^(?:commercial|représentant|vendeur|agence|secteur|région|pays|mois|période|journal|banque|devise|catégorie|famille|statut|échéance|sales rep|region|country|period|currency|status)\s*[:=]/i,
]

/** « 411DUPONT », « C0012 », « 0012 »: at most twenty signs, without a space, with a digit. */
const isCode = (text: string): boolean => /^[\p{L}\d][\p{L}\d._/-]{0,19}$/u.test(text) && /\d/.test(text)

/**
 * Reads the cells of text of a title line: « 411DUPONT » and « DUPONT SARL » in two cells, « Client : C0012 - DUPONT
 * SARL », « DUPONT SARL (C0012) » or « C0012 DUPONT SARL » in one. `codesLead`: every title of this file begins with a
 * code, so that a number in front is no part of a name.
 */
export function titledCustomer(texts: readonly string[], codesLead: boolean): TitledCustomer {
  const [first = '', second = ''] = texts.map(bare).filter(Boolean)
  if (second !== '') return inTwoCells(first, second)
  const dashed = /^(\S{1,20})\s+[-–—:|/]\s+(.+)$/.exec(first)
  if (dashed && isCode(dashed[1] ?? '')) return { code: dashed[1] ?? '', name: dashed[2] ?? '' }
  const bracketed = /^(.+?)\s*[([]([^()[\]\s]{1,20})[)\]]$/.exec(first)
  if (bracketed && isCode(bracketed[2] ?? '')) return { name: bracketed[1] ?? '', code: bracketed[2] ?? '' }
  const spaced = leadingCode(first)
  if (spaced && (codesLead || /^411/.test(spaced.code))) return spaced
  return isCode(first) ? { name: '', code: first } : { name: first, code: '' }
}

/** Without digits a code is one word in capitals; of two cells that are both words the first is the name. */
function inTwoCells(first: string, second: string): TitledCustomer {
  if (isCode(first) || (!isCode(second) && /^[\p{Lu}\d._-]{2,12}$/u.test(first))) return { name: second, code: first }
  return { name: first, code: isCode(second) ? second : '' }
}

function leadingCode(text: string): TitledCustomer | undefined {
  const [, code = '', name = ''] = /^(\S{2,20})\s+(.+)$/.exec(text) ?? []
  return isCode(code) ? { code, name } : undefined
}

/** Whether all of these titles of one cell begin with a code, several of them at least. */
export const doCodesLead = (titles: readonly string[]): boolean =>
  titles.length >= 2 && titles.every((title) => leadingCode(bare(title)) !== undefined)
