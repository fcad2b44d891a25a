import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { formatDate } from '../../calendar/format-date.ts'
import { setSpaces } from '../../imports/set-spaces.ts'
import { formatMoney, type Language } from '../../money/format-money.ts'
import { type Currency, money } from '../../money/money.ts'
import type { Gap } from './find-gaps.ts'

/** « Il manque le relevé du 12 au 14/11/2026 : le solde a varié de 120,00 € entre-temps. » And the next move. */
export function gapSentence(gap: Gap, currency: Currency, language: Language): string {
  return setSpaces((gap.kind === 'seam' ? ofSeam : ofDays)(gap, currency, language), language)
}

function ofDays({ from, to, missing }: Gap, currency: Currency, language: Language): string {
  const amount = formatMoney(money(missing, currency), language)
  if (language === 'fr')
    return `Il manque le relevé du ${spanOf(from, to)} : le solde a varié de ${amount} entre-temps. Demandez-le à votre banque, puis déposez-le ici.`
  const days = from === to ? formatDate(to, 'en') : `${formatDate(from, 'en')} to ${formatDate(to, 'en')}`
  return `The statement of ${days} is missing: the balance moved by ${amount} in between. Ask your bank for it, then drop it here.`
}

function ofSeam({ from, to, missing }: Gap, currency: Currency, language: Language): string {
  const amount = formatMoney(money(missing, currency), language)
  const [first, last] = [formatDate(from, language), formatDate(to, language)]
  return language === 'fr'
    ? `Le relevé du ${last} ne reprend pas le solde du ${first} : il manque ${amount}. Demandez à votre banque les relevés de ces deux jours.`
    : `The statement of ${last} does not open with the balance of ${first}: ${amount} is missing. Ask your bank for the statements of both days.`
}

/** « 12 au 14/11/2026 »: month and year are said once where they are the same. */
function spanOf(from: CalendarDate, to: CalendarDate): string {
  if (from === to) return formatDate(to, 'fr')
  return `${from.slice(0, 7) === to.slice(0, 7) ? from.slice(8) : formatDate(from, 'fr')} au ${formatDate(to, 'fr')}`
}
