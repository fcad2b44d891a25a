/** « Belgique », "Belgium", "be" → BE; undefined for what names no country. */
export function countryCode(text: string): string | undefined {
  byName ??= nameAll()
  return byName.get(plain(text))
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

let byName: Map<string, string> | undefined

/** Withdrawn, or no country, and yet named: « Allemagne » is DE, not the DD that comes before it. */
const notCountries = new Set('AN BU CS DD DY EU EZ FX HV NH QO RH SU TP UK UN VD XA XB YD YU ZR ZZ'.split(' '))

/** ISO 3166 has no list in the language itself: a pair of letters that has a name of its own is a country. */
function nameAll(): Map<string, string> {
  const names = new Map<string, string>()
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const shown = (['fr', 'en'] as const).map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  )
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    if (notCountries.has(code)) continue
    for (const language of shown) {
      const name = language.of(code)
      if (name && !names.has(plain(name))) names.set(plain(name), code)
    }
    if (shown[0]?.of(code)) names.set(code.toLowerCase(), code)
  }
  return names.set('uk', 'GB')
}
