import type { Language } from '@quittance/core/money/format-money.ts'

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

/** The language chosen on the screen: a program that says exactly 'fr' or 'en' means it; a browser's usual list does not. */
export const languageChosen = (acceptLanguage: string | undefined): Language | null =>
  acceptLanguage === 'fr' || acceptLanguage === 'en' ? acceptLanguage : null
