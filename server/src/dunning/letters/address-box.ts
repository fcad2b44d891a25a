import type { Language } from '@quittance/core/money/format-money.ts'

/** Where a letter goes. `attention` is a person or a service. */
export interface PostalAddress {
  readonly name: string
  readonly attention: string | null
  readonly line1: string
  readonly line2: string | null
  readonly postcode: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

export type AddressLines =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** What a person must shorten or fill in before the letter can go. */
  | { readonly kind: 'unusable'; readonly because: 'missingStreet' | 'missingTown' | 'tooLong' }

/** NF Z 10-011: six lines of 38 characters show in every window. */
const mostLines = 6
const widestLine = 38

/** Countries that write the town before its postcode. */
const postcodeLast = new Set([
  'AU',
  'BR',
  'CA',
  'CN',
  'GB',
  'GG',
  'GI',
  'IE',
  'IM',
  'IN',
  'JE',
  'JP',
  'KR',
  'MT',
  'NZ',
  'SG',
  'US',
  'ZA',
])

/** The lines of the address box: the last three in capitals without punctuation, the country only when it is abroad. */
export function addressLines(address: PostalAddress, from: { country: string; language: Language }): AddressLines {
  if (!oneLine(address.line1) && !oneLine(address.line2)) return { kind: 'unusable', because: 'missingStreet' }
  if (!oneLine(address.city)) return { kind: 'unusable', because: 'missingTown' }
  const country = address.country === from.country ? '' : countryName(address.country, from.language)
  const parts = [
    address.name,
    address.attention,
    address.line2,
    address.line1,
    postcodeLast.has(address.country) ? `${address.city} ${address.postcode}` : `${address.postcode} ${address.city}`,
    country,
  ]
  const lines = parts.map(oneLine).filter((part) => part !== '')
  const capital = lines.map((line, index) => (index < lines.length - 3 ? line : inCapitals(line)))
  const fitted = capital.flatMap(broken)
  const fits = fitted.length <= mostLines && fitted.every((line) => line.length <= widestLine)
  return fits ? { kind: 'lines', lines: fitted } : { kind: 'unusable', because: 'tooLong' }
}

const oneLine = (text: string | null): string => (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim()

const inCapitals = (line: string): string =>
  line
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .toLocaleUpperCase('fr')

const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code

/** A line too wide is cut between two words. */
function broken(line: string): string[] {
  if (line.length <= widestLine) return [line]
  const space = line.lastIndexOf(' ', widestLine)
  return space <= 0 ? [line] : [line.slice(0, space), ...broken(line.slice(space + 1))]
}

/** One sentence for whoever prints: what to correct on the customer. */
export function explainAddress(because: 'missingStreet' | 'missingTown' | 'tooLong', language: Language): string {
  const sentences = language === 'fr' ? french : english
  return sentences[because]
}

const french = {
  missingStreet: 'L’adresse postale du client n’a pas de rue : complétez-la sur la fiche du client.',
  missingTown: 'L’adresse postale du client n’a pas de ville : complétez-la sur la fiche du client.',
  tooLong: 'L’adresse ne tient pas dans la fenêtre (6 lignes de 38 caractères) : abrégez-la sur la fiche du client.',
}

const english = {
  missingStreet: 'The customer’s postal address has no street: complete it on the customer page.',
  missingTown: 'The customer’s postal address has no town: complete it on the customer page.',
  tooLong: 'The address does not fit the window (6 lines of 38 characters): shorten it on the customer page.',
}
