import { addDays, type CalendarDate, civilOf, dateOf, dayExists, isBefore } from '../../calendar/calendar-date.ts'

/**
 * The day an absence is said to end: of the return, or the last of it (« jusqu'au 12/11 »). Null when no day is told, or
 * only one that makes no sense from the day the message came.
 */
export function returnDate(text: string, receivedOn: CalendarDate): CalendarDate | null {
  const said = text.slice(0, 4000).replaceAll(/[\s\u00a0]+/g, ' ')
  const days = [...said.matchAll(untilDay)].flatMap((found) => {
    const day = dayIn(said.slice(found.index + found[0].length, found.index + found[0].length + 60), receivedOn)
    return day ? [day] : []
  })
  const sensible = days.filter(
    (day) => !isBefore(day, addDays(receivedOn, -1)) && isBefore(day, addDays(receivedOn, 400)),
  )
  return sensible.length === 0 ? null : sensible.reduce((a, b) => (isBefore(a, b) ? b : a))
}

// What stands before the day of a return, or before the second day of a stretch.
const untilDay =
  /jusqu['’]au|jusqu['’]à|de retour(?: au bureau)?(?: (?:dès|à partir du?|le|pour le))?|mon retour(?: (?:prévu|est prévu))?(?: le)?|reviens|reprend\w*|rouvr\w*|réouverture|\bau\b|\buntil\b|\btill?\b|\bthrough\b|\breturn(?:ing)?\b|\bback\b|\bto\b|\bon\b|\bbis(?: (?:zum|einschließlich))?\b|zurück|wieder|\bab\b|\bhasta\b|\bregreso\b|fino al|\brientro\b|\bterug\b|\btot\b|\bat[ée]\b/gi

const monthStems: readonly (readonly [RegExp, number])[] = [
  [/^(janv|jan|ene|gen)/, 1],
  [/^(f[ée]v|feb|fév)/, 2],
  [/^(mar(?!d)|mär|maa|mrz)/, 3],
  [/^(avr|apr|abr)/, 4],
  [/^(mai|may|maj|mei|mag)/, 5],
  [/^(juin|jun|giu)/, 6],
  [/^(juil|jul|lug)/, 7],
  [/^(ao[uû]|aug|ago)/, 8],
  [/^(sep|set)/, 9],
  [/^(o[ck]t|ott|out)/, 10],
  [/^(nov)/, 11],
  [/^(d[ée][cz]|dic)/, 12],
]

// No more than a weekday and an article may stand between the word and the day.
const lead = String.raw`^[\s,:]*(?:(?:le|the|am|den|dem|el|il|de|du|of|on|au)\s+)?(?:\p{L}{3,10}\.?,?\s+)?(?:(?:le|the|den|dem|el|il)\s+)?`
const iso = new RegExp(`${lead}(\\d{4})-(\\d{2})-(\\d{2})`, 'iu')
const numeric = new RegExp(`${lead}(\\d{1,2})[./-](\\d{1,2})(?:[./-](\\d{2,4}))?(?!\\d)`, 'iu')
const dayFirst = new RegExp(
  `${lead}(\\d{1,2})(?:er|st|nd|rd|th|\\.|º)?\\s+(?:of\\s+|de\\s+)?(\\p{L}{3,10})\\.?,?(?:\\s+(?:de\\s+)?(\\d{4}))?`,
  'iu',
)
const monthFirst =
  /^[\s,:]*(?:(?:on|the)\s+)?(?:\p{L}{3,10},?\s+)?(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b,?(?:\s+(\d{4}))?/iu

function dayIn(after: string, from: CalendarDate): CalendarDate | null {
  const given = iso.exec(after)
  if (given) return civil(Number(given[1]), Number(given[2]), Number(given[3]))
  const numbers = numeric.exec(after)
  if (numbers) return ofNumbers(Number(numbers[1]), Number(numbers[2]), numbers[3], from)
  const day = dayFirst.exec(after)
  const named = day && monthOf(day[2] ?? '')
  if (day && named) return withYear({ day: Number(day[1]), month: named }, day[3], from)
  const month = monthFirst.exec(after)
  const first = month && monthOf(month[1] ?? '')
  return month && first ? withYear({ day: Number(month[2]), month: first }, month[3], from) : null
}

/** Day first, as all of Europe writes it, unless that is no day: then as Americans do. */
function ofNumbers(first: number, second: number, year: string | undefined, from: CalendarDate): CalendarDate | null {
  return withYear({ day: first, month: second }, year, from) ?? withYear({ day: second, month: first }, year, from)
}

/** Without a year it is the next such day. */
function withYear(
  { day, month }: { day: number; month: number },
  year: string | undefined,
  from: CalendarDate,
): CalendarDate | null {
  if (year !== undefined) return civil(year.length <= 2 ? 2000 + Number(year) : Number(year), month, day)
  const current = civilOf(from).year
  const soon = civil(current, month, day)
  return soon && !isBefore(soon, addDays(from, -1)) ? soon : civil(current + 1, month, day)
}

const civil = (year: number, month: number, day: number): CalendarDate | null =>
  dayExists({ year, month, day }) ? dateOf({ year, month, day }) : null

const monthOf = (word: string): number | null => {
  const lower = word.toLowerCase()
  return monthStems.find(([stem]) => stem.test(lower))?.[1] ?? null
}
