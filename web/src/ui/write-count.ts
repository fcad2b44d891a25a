/** A whole number as people read it: « 100 000 », « −2 ». The narrow space of French is too thin in our figures. */
export const writeCount = (count: number, language: string): string =>
  new Intl.NumberFormat(language.startsWith('fr') ? 'fr-FR' : 'en-GB')
    .format(count)
    .replaceAll('\u202f', '\u00a0')
    .replace('-', '\u2212')

const counts = new Set(['count', 'shown', 'total', 'position', 'of', 'rows'])

/** What stands in a text for one of its values: how many there are is written as a count, numbers that name stay. */
export function writeValue(name: unknown, value: unknown, language: string): unknown {
  return typeof value === 'number' && counts.has(String(name)) ? writeCount(value, language) : value
}
