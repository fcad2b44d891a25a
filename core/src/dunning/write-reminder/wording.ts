import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { formatDateInWords } from '../../calendar/format-date.ts'
import { formatMoney, type Language } from '../../money/format-money.ts'
import type { Money } from '../../money/money.ts'
import type { MessageContact } from './reminder-facts.ts'

const and = { fr: ' et ', en: ' and ' } as const

/** « a », « a et b », « a, b et c ». */
export function listed(parts: readonly string[], language: Language): string {
  if (parts.length <= 1) return parts[0] ?? ''
  return parts.slice(0, -1).join(', ') + and[language] + parts.at(-1)
}

const namedAtMost = 3

/** Up to three numbers in full, then « F-1, F-2, F-3 et 4 autres »: a subject stays readable. */
export function listedNumbers(numbers: readonly string[], language: Language): string {
  if (numbers.length <= namedAtMost) return listed(numbers, language)
  const others = numbers.length - namedAtMost
  const rest = language === 'fr' ? `${others} autre${others > 1 ? 's' : ''}` : `${others} other${others > 1 ? 's' : ''}`
  return listed([...numbers.slice(0, namedAtMost), rest], language)
}

const smallNumbers = {
  fr: ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const

/** In letters up to ten (feminine: invoices), in figures beyond. */
export const countInWords = (count: number, language: Language): string =>
  smallNumbers[language][count] ?? String(count)

/** « Bonjour Mme Morel, », down to « Bonjour, » when nothing is known. */
export function greeting(contact: MessageContact | null, language: Language): string {
  const name = contact ? greetedName(contact, language) : ''
  if (language === 'fr') return name ? `Bonjour ${name},` : 'Bonjour,'
  return name ? `Dear ${name},` : 'Hello,'
}

function greetedName({ civility, firstName, lastName }: MessageContact, language: Language): string {
  const title = civility && (language === 'fr' ? civility : civility === 'Mme' ? 'Ms' : 'Mr')
  const parts = title && lastName ? [title, lastName] : [firstName, lastName]
  return parts.filter((part) => part !== null && part !== '').join(' ')
}

/** « 12 octobre et du 9 novembre 2026 », to follow « du »: the year is said once where it is the same. */
export function listedDates(dates: readonly CalendarDate[], language: Language): string | null {
  const last = dates.at(-1)
  if (last === undefined) return null
  const written = dates.map((date, index) => {
    const sameYearFollows = index < dates.length - 1 && date.slice(0, 4) === dates[index + 1]?.slice(0, 4)
    const words = formatDateInWords(date, language)
    return sameYearFollows ? words.slice(0, words.lastIndexOf(' ')) : words
  })
  if (language === 'en') return listed(written, 'en')
  return written.length === 1 ? (written[0] ?? null) : `${written.slice(0, -1).join(', du ')} et du ${written.at(-1)}`
}

/** One amount a currency: « 10 956,00 € et 1 200,00 $US ». */
export const listedAmounts = (amounts: readonly Money[], language: Language): string =>
  listed(
    amounts.map((amount) => formatMoney(amount, language)),
    language,
  )

/** « 12,40 % » or "12.40%", from hundredths of a percent. */
export function percent(hundredths: number, language: Language): string {
  const decimals = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
  return language === 'fr' ? `${decimals.replace('.', ',')}\u00a0%` : `${decimals}%`
}

/** « 1 jour », « 14 jours », "1 day", "14 days". */
export const daysInWords = (days: number, language: Language): string =>
  language === 'fr' ? `${days}\u00a0jour${days > 1 ? 's' : ''}` : `${days}\u00a0day${days === 1 ? '' : 's'}`
