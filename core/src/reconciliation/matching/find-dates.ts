import { type CalendarDate, dateOf, dayExists } from '../../calendar/calendar-date.ts'

/** A day or a month named in a text. */
export interface TextDate {
  /** The day; null when only a month is named. Or a day without its year. */
  readonly day: CalendarDate | null
  /** 1 to 31; null when only a month is named. */
  readonly dayOfMonth: number | null
  /** 1 to 12. */
  readonly month: number
  /** Four digits; null when not written. */
  readonly year: number | null
  readonly from: number
  readonly to: number
}

const months = [
  ['JANVIER', 'JANVI', 'JANV', 'JAN', 'JANUARY'],
  ['FEVRIER', 'FÉVRIER', 'FEVRI', 'FEVR', 'FEV', 'FÉV', 'FEBRUARY', 'FEB'],
  ['MARS', 'MARCH'],
  ['AVRIL', 'AVRI', 'AVR', 'APRIL'],
  ['MAI', 'MAY'],
  ['JUIN', 'JUNE'],
  ['JUILLET', 'JUIL', 'JUILL', 'JUILLE', 'JULY'],
  ['AOUT', 'AOÛT', 'AUGUST'],
  ['SEPTEMBRE', 'SEPTEM', 'SEPTE', 'SEPT', 'SEP', 'SEPTEMBER'],
  ['OCTOBRE', 'OCTOB', 'OCTO', 'OCT', 'OCTOBER'],
  ['NOVEMBRE', 'NOVEM', 'NOVE', 'NOV', 'NOVEMBER'],
  ['DECEMBRE', 'DÉCEMBRE', 'DECEM', 'DECE', 'DEC', 'DÉC', 'DECEMBER'],
]
const monthOf = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1])))
const monthNames = [...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')

// « FACT-25-03-0175 », « FV-25-02-71 »: years far off are the count of an invoice number.
const numericDay =
  /(?<![\d/.]|[A-Za-z]-|[A-Za-z](?=\d+-))(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2}|[0-4]\d)(?!\d|[/.]\d)/g
const isoDay = /(?<![\d-]|[A-Za-z]|[A-Za-z]-)(20\d{2})-(\d{2})-(\d{2})(?![\d-])/g
const bareDay = /(?<=\b(?:DU|LE|DATE|DTD|FACT?|FACTURES?)\s)(\d{2})(\d{2})(\d{4}|\d{2})(?!\d)/gi
const shortDay =
  /(?<=(?:\b(?:DU|LE|AU|ET|FACT?|FACTURES?|FCT|INV|ECH|ECHEANCE|FT)\s|[-+,&;]\s?|\/\s))(\d{1,2})[/.](\d{1,2})(?![\d/.])/gi
const numericMonth = /(?<![\d/.-])(0[1-9]|1[0-2])[/.-](20\d{2})(?![\d/.-])/g
const namedDay = new RegExp(
  `(?<![\\p{L}\\d])(?:(\\d{1,2})\\s?)?(${monthNames})\\.?(?:\\s?(20\\d{2}|[2-4]\\d))?(?![\\p{L}\\d])`,
  'giu',
)

const whole = (text: string): number => Number.parseInt(text, 10)
const fullYear = (text: string): number => (text.length === 2 ? 2000 + whole(text) : whole(text))

const nextBareDay = /[ ,;+/&-]{1,3}(?:ET |DU )?(\d{2})(\d{2})(\d{4}|\d{2})(?!\d)/iy
const nextShortDay = /[ ,;+/&-]{1,3}(?:ET |DU )?(\d{1,2})[/.](\d{1,2})(?![\d/.])/iy

/** « FACT DU 261224 110125 »: those that follow the first are written like it. */
function following(text: string, first: RegExpExecArray, next: RegExp): RegExpExecArray[] {
  const days: RegExpExecArray[] = []
  next.lastIndex = first.index + first[0].length
  for (let found = next.exec(text); found !== null; found = next.exec(text)) days.push(found)
  return days
}

/** Days and months that a text names, in the manners of French and English payers. */
export function findDates(text: string): TextDate[] {
  const found: TextDate[] = []
  const add = (match: RegExpExecArray, parts: { year: number | null; month: number; day: number | null }): void => {
    const { year, month, day } = parts
    const from = match.index
    const to = from + match[0].length
    if (found.some((one) => from < one.to && to > one.from)) return
    const place = { month, year, dayOfMonth: day, from, to }
    if (day === null || (year === null && dayExists({ year: 2024, month, day }))) found.push({ day: null, ...place })
    else if (year !== null && dayExists({ year, month, day }))
      found.push({ day: dateOf({ year, month, day }), ...place })
  }
  if (/\d/.test(text)) {
    for (const m of text.matchAll(numericDay))
      add(m, { year: fullYear(m[4] ?? ''), month: whole(m[3] ?? ''), day: whole(m[1] ?? '') })
    for (const m of text.matchAll(isoDay))
      add(m, { year: whole(m[1] ?? ''), month: whole(m[2] ?? ''), day: whole(m[3] ?? '') })
    for (const first of text.matchAll(bareDay))
      for (const m of [first, ...following(text, first, nextBareDay)])
        add(m, { year: fullYear(m[3] ?? ''), month: whole(m[2] ?? ''), day: whole(m[1] ?? '') })
    for (const m of text.matchAll(numericMonth))
      add(m, { year: whole(m[2] ?? ''), month: whole(m[1] ?? ''), day: null })
  }
  for (const m of text.matchAll(namedDay)) {
    const month = monthOf.get((m[2] ?? '').toUpperCase())
    if (!month) continue
    const year = m[3] ? fullYear(m[3]) : null
    const day = m[1] ? whole(m[1]) : null
    add(m, { year, month, day })
  }
  for (const first of text.matchAll(shortDay))
    for (const m of [first, ...following(text, first, nextShortDay)])
      add(m, { year: null, month: whole(m[2] ?? ''), day: whole(m[1] ?? '') })
  return found
}
