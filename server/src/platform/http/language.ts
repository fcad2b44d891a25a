export type Language = 'fr' | 'en'

/** The language a visitor's browser asks for; French when it asks for neither of ours. */
export function languageAsked(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', weight] = wish.trim().split(';q=')
    return { language: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) }
  })
  const ours = wishes.filter(({ language, weight }) => (language === 'fr' || language === 'en') && weight > 0)
  const [best] = ours.sort((a, b) => b.weight - a.weight)
  return best?.language === 'en' ? 'en' : 'fr'
}
