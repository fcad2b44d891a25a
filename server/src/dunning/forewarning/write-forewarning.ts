import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatLongDate } from '@quittance/core/calendar/format-date.ts'
import { holdLabel } from '@quittance/core/dunning/explain.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { type Money, sumByCurrency } from '@quittance/core/money/money.ts'
import { stepLabel } from '../reminders/words.ts'
import { escapeHtml } from '../templates/escape-html.ts'
import type { ToldMessage, ToldPerson } from './queries.ts'
import { type ForewarningWords, forewarningWords } from './words.ts'

interface About {
  readonly day: CalendarDate
  readonly isToday: boolean
  readonly publicUrl: string
}

/** More messages than that are counted, not listed. */
const mostListed = 50

const states = ['ready', 'pendingApproval', 'planned'] as const

/** What a colleague reads before anything leaves: who is written to, for how much, and where to look or to put it aside. */
export function forewarningMail(
  person: Pick<ToldPerson, 'name' | 'language' | 'seesReminders' | 'messages' | 'held'>,
  about: About,
): { subject: string; text: string; html: string } {
  const { language, messages } = person
  const words = forewarningWords[language]
  const dayName = formatLongDate(about.day, language)
  const subject = words.subject(messages.length, {
    total: totalOf(messages, language),
    dayName,
    isToday: about.isToday,
  })
  const parts = states.flatMap((state) => {
    const some = messages.filter((message) => message.state === state)
    return some.length === 0
      ? []
      : [{ title: words.groups[state](some.length), lines: some.slice(0, mostListed), more: some.length - mostListed }]
  })
  const opening = [words.hello(person.name), words.opening(dayName, about.isToday)]
  const all = person.seesReminders ? `${about.publicUrl}/relances?vue=pretes` : `${about.publicUrl}/clients`
  const held =
    person.held.length === 0
      ? null
      : words.held(person.held.map((one) => `${holdLabel(one.because, language)} (${one.customers})`).join(', '))
  const linesOf = (message: ToldMessage) => lineOf(message, person, { words, language, publicUrl: about.publicUrl })
  return {
    subject,
    text: [
      ...opening,
      ...parts.map(({ title, lines, more }) =>
        [title, ...lines.map((one) => textLine(linesOf(one), words)), ...(more > 0 ? [words.more(more)] : [])].join(
          '\n',
        ),
      ),
      ...(held === null ? [] : [held]),
      `${words.seeAll} ${all}`,
      words.foot,
    ].join('\n\n'),
    html: htmlOf({
      subject,
      language,
      opening,
      all,
      held,
      words,
      parts: parts.map((part) => ({ ...part, lines: part.lines.map(linesOf) })),
    }),
  }
}

interface Line {
  readonly what: string
  readonly detail: string
  readonly read: string
  /** Null: there is nothing to put aside yet, or not by this colleague. */
  readonly aside: string | null
}

function lineOf(
  message: ToldMessage,
  { seesReminders }: Pick<ToldPerson, 'seesReminders'>,
  { words, language, publicUrl }: { words: ForewarningWords; language: Language; publicUrl: string },
): Line {
  const { reminder, customer, customerName, leavesAt, tone, delayDays, isSms } = message
  const isThere = reminder !== null && seesReminders
  const details = [
    isSms ? 'SMS' : null,
    stepLabel(delayDays, language),
    tone && words.tones[tone],
    leavesAt && words.at(leavesAt),
  ]
  const read = isThere ? `${publicUrl}/relances?vue=pretes&relance=${reminder}` : `${publicUrl}/clients/${customer}`
  return {
    what: `${customerName}, ${totalOf([message], language)}`,
    detail: details.filter((detail) => detail !== null).join(', '),
    read,
    aside: isThere ? `${read}&geste=mettre-de-cote` : null,
  }
}

const totalOf = (messages: readonly ToldMessage[], language: Language): string =>
  sumByCurrency(messages.flatMap(({ total }) => total as Money[]))
    .map((sum) => formatMoney(sum, language))
    .join(' + ')

const textLine = ({ what, detail, read, aside }: Line, words: ForewarningWords): string =>
  [
    `- ${what}${detail === '' ? '' : ` (${detail})`}`,
    `  ${words.read} ${read}`,
    ...(aside ? [`  ${words.aside} ${aside}`] : []),
  ].join('\n')

interface Page {
  readonly subject: string
  readonly language: Language
  readonly opening: readonly string[]
  readonly all: string
  readonly held: string | null
  readonly words: ForewarningWords
  readonly parts: readonly { readonly title: string; readonly lines: readonly Line[]; readonly more: number }[]
}

const paragraph = (content: string): string => `<p style="margin:0 0 16px 0">${content}</p>`
const link = (address: string, words: string): string => `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`

/** No colour of paper or ink is set: the reader's own theme holds. Nothing is fetched. */
function htmlOf({ subject, language, opening, all, held, words, parts }: Page): string {
  const blocks = parts.map(({ title, lines, more }) => {
    const items = lines.map(({ what, detail, read, aside }) => {
      const acts = [link(read, words.readLink), ...(aside ? [link(aside, words.asideLink)] : [])].join(' · ')
      return `<li style="margin:0 0 10px 0"><strong>${escapeHtml(what)}</strong>${detail === '' ? '' : `<br>${escapeHtml(detail)}`}<br>${acts}</li>`
    })
    const rest = more > 0 ? paragraph(escapeHtml(words.more(more))) : ''
    return `${paragraph(`<strong>${escapeHtml(title)}</strong>`)}\n<ul style="margin:0 0 16px 0;padding:0 0 0 20px">\n${items.join('\n')}\n</ul>\n${rest}`
  })
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px">
<div style="max-width:600px">
${opening.map((line) => paragraph(escapeHtml(line))).join('\n')}
${blocks.join('\n')}
${held === null ? '' : paragraph(escapeHtml(held))}
${paragraph(link(all, words.seeAllLink))}
${paragraph(escapeHtml(words.foot))}
</div>
</body>
</html>
`
}
