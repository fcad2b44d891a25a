import { variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import type { Language } from '@quittance/core/money/format-money.ts'

/** Why a message stays here: its text writes what has no value for this customer today, and what to do. */
export function explainGap(name: string, language: Language): string {
  const label = variableNames.find((variable) => variable.name === name)?.label[language] ?? name
  return language === 'fr'
    ? `Le message ne part pas\u00a0: «\u00a0${label}\u00a0» n’a pas de valeur pour ce client. Complétez la fiche ou entourez ce passage d’une condition dans Modèles.`
    : `The message does not leave: “${label}” has no value for this customer. Complete the customer, or put a condition around it in Templates.`
}

/** A customer's language in which this tone was not written yet. */
export function explainFallback(
  { textLanguage, language: written }: { readonly textLanguage: string; readonly language: Language },
  language: Language,
): string {
  const nameOf = (code: string) => new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  return language === 'fr'
    ? `Ce ton n’a pas encore de texte en ${nameOf(textLanguage)}\u00a0: le message part en ${nameOf(written)}.`
    : `This tone has no text in ${nameOf(textLanguage)} yet: the message leaves in ${nameOf(written)}.`
}

/** An SMS of more parts than the organisation set. */
export const explainTooLong = (parts: number, language: Language): string =>
  language === 'fr'
    ? `Le SMS ne part pas\u00a0: il compte ${parts} parties, plus que Réglages, SMS ne le permet. Raccourcissez son texte.`
    : `The SMS does not leave: it takes ${parts} parts, more than Settings, SMS allows. Shorten its text.`
