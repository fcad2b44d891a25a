import type { Language } from '../money/format-money.ts'

export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** From Monday on, as `dayOfWeek` counts. */
export const dayNames: Readonly<Record<Language, readonly string[]>> = {
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}

const shortMonths = [
  'janv jan',
  'fevr fev feb',
  'mar',
  'avr apr',
  '',
  'jun',
  'juil jul',
  'aou aug',
  'sept sep',
  'oct',
  'nov',
  'dec',
]

/** Small letters without accents: « Févr » and "fevr" are one. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

const monthByName = new Map<string, number>(
  shortMonths.flatMap((short, index) =>
    [...short.split(' '), monthNames.fr[index], monthNames.en[index]]
      .filter((name) => name !== undefined && name !== '')
      .map((name): [string, number] => [plainLetters(name ?? ''), index + 1]),
  ),
)

/** 1 to 12 for a French or English month, whole or shortened, already in plain letters. */
export const monthNamed = (word: string): number | undefined => monthByName.get(word)

const dayWords = new Set(
  [...dayNames.fr, ...dayNames.en, 'lun mar mer jeu ven sam dim mon tue tues wed thu thur thurs fri sat sun']
    .flatMap((names) => names.split(' '))
    .map(plainLetters),
)

/** « lundi 23 novembre » without its first word, where that names a day of the week before a number or a month. */
export function withoutDayName(text: string): string {
  const [first = '', ...rest] = text.split(' ')
  return rest.length > 2 && dayWords.has(first) ? rest.join(' ') : text
}
