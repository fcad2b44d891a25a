import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { HistoryEntry } from '../../../customers/history.ts'
import { escapeHtml } from '../../templates/escape-html.ts'
import type { lawOfCustomer } from '../customer-law.ts'
import type { Firm, Identity, paymentsOf } from './file-queries.ts'
import { fileWords } from './file-words.ts'

export interface FileFacts {
  readonly identity: Identity
  readonly firms: readonly Firm[]
  readonly law: Awaited<ReturnType<typeof lawOfCustomer>>
  readonly payments: Awaited<ReturnType<typeof paymentsOf>>
  readonly history: readonly HistoryEntry[]
  readonly today: CalendarDate
  readonly language: Language
  readonly papers: readonly string[]
}

interface WireMoney {
  readonly amount: number
  readonly currency: string
}

/** The claim on one page, complete by itself: it opens in any browser, today and in ten years. */
export function summaryPage(facts: FileFacts): string {
  const { identity, language, today } = facts
  const words = fileWords[language]
  const title = `${words.title} · ${identity.name}`
  const sections = [
    parties(facts),
    section(words.invoices, invoiceTable(facts)),
    section(
      words.payments,
      table(
        [],
        facts.payments.map((one) => [day(one.on, language), one.number, written(one, language), one.reference ?? '']),
      ),
    ),
    section(words.notices, list(noticesTold(facts))),
    section(
      words.acts,
      list(
        facts.law.limitationActs
          .filter(({ isEnded }) => !isEnded)
          .map((act) => `${day(act.doneOn, language)} · ${act.note} (${act.invoices.join(', ')})`),
      ),
    ),
    section(words.road, list(roadTold(facts))),
    section(words.method, list(words.methodText)),
    section(
      words.history,
      table(
        [],
        facts.history.map((one) => [day(one.on, language), one.title, one.detail ?? '']),
      ),
    ),
    section(words.papers, list(facts.papers)),
  ]
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1><p>${words.made} ${day(today, language)}</p>${sections.join('\n')}<footer>${escapeHtml(words.sealed)}</footer></body></html>
`
}

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1b18}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left;vertical-align:top}.parties{display:flex;gap:3rem;flex-wrap:wrap}
footer{margin-top:3rem;color:#555;font-size:.85rem}@media print{body{margin:0}}`

const day = (on: string, language: Language): string => formatDate(on as CalendarDate, language)
const written = (sum: WireMoney, language: Language): string =>
  formatMoney(money(sum.amount, asCurrency(sum.currency)), language)
const percent = (rate: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 2 }).format(rate / 10_000)

const section = (title: string, content: string): string =>
  content === '' ? '' : `<section><h2>${escapeHtml(title)}</h2>${content}</section>`
const list = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const cells = (tag: 'td' | 'th', of: readonly string[]) =>
    `<tr>${of.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${head.length === 0 ? '' : `<thead>${cells('th', head)}</thead>`}<tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`
}

function parties({ identity, firms, language }: FileFacts): string {
  const words = fileWords[language]
  const told = (title: string, lines: readonly (string | null)[]) =>
    `<div><h2>${escapeHtml(title)}</h2><p>${lines
      .filter((line) => line !== null && line !== '')
      .map((line) => escapeHtml(line ?? ''))
      .join('<br>')}</p></div>`
  const siren = (of: { readonly siren: string | null; readonly vatNumber: string | null }) =>
    [of.siren && `SIREN ${of.siren}`, of.vatNumber].filter(Boolean).join(' · ')
  const creditors = firms.map((firm) =>
    told(words.creditor, [[firm.name, firm.legalForm].filter(Boolean).join(', '), ...firm.address, siren(firm)]),
  )
  const debtor = told(words.debtor, [
    identity.name,
    ...identity.address,
    siren(identity),
    `${words.account} ${identity.code}`,
  ])
  return `<div class="parties">${creditors.join('')}${debtor}</div>`
}

function invoiceTable({ law, language }: FileFacts): string {
  const words = fileWords[language]
  const rows = law.invoices.map(({ invoice, dueDate, amountDue, interest, decisions, limitation, writtenOffOn }) => [
    writtenOffOn ? `${invoice.number} (${words.writtenOff} ${day(writtenOffOn, language)})` : invoice.number,
    day(dueDate, language),
    written(amountDue, language),
    interest ? ratesTold(interest, language) : '',
    interest ? interestTold(interest, language) : '',
    interest ? written(interest.fee, language) : '',
    decisions.map(({ covers, decision, reason }) => `${words[covers]} ${words[decision]} (${reason})`).join(' ; '),
    limitation ? day(limitation.endsOn, language) : '',
  ])
  const { interest, fees } = law.totals
  const totals =
    [...interest, ...fees].length === 0
      ? []
      : [[words.total, '', sums(leftOf(law), language), '', sums(interest, language), sums(fees, language), '', '']]
  return table(words.columns, [...rows, ...totals])
}

type Interest = NonNullable<FileFacts['law']['invoices'][number]['interest']>

function interestTold({ amount, missing, asOf }: Interest, language: Language): string {
  const words = fileWords[language]
  const told = `${written(amount, language)} (${words.upTo} ${day(asOf, language)})`
  return missing ? `${told}, ${words.missing} ${missing}` : told
}

/** Every rate that bore, in the order of time; before anything bore, the one that would. */
function ratesTold({ segments, rate }: Interest, language: Language): string {
  const borne = segments.length > 0 ? segments.map((segment) => segment.rate) : [rate].filter((one) => one !== null)
  return [...new Set(borne)].map((one) => percent(one, language)).join(` ${fileWords[language].followedBy} `)
}

/** What is left of the invoices in the table, currency by currency; what was written off is no longer asked. */
function leftOf({ invoices }: FileFacts['law']): WireMoney[] {
  const left = new Map<string, number>()
  for (const { amountDue, writtenOffOn } of invoices)
    if (writtenOffOn === null) left.set(amountDue.currency, (left.get(amountDue.currency) ?? 0) + amountDue.amount)
  return [...left].map(([currency, amount]) => ({ currency, amount }))
}

const sums = (of: readonly WireMoney[], language: Language): string =>
  of.map((sum) => written(sum, language)).join(' + ')

function noticesTold({ law, language }: FileFacts): string[] {
  const words = fileWords[language]
  return law.formalNotices
    .filter(({ isEnded }) => !isEnded)
    .map((notice) =>
      [
        `${words.sent} ${day(notice.sentOn, language)}`,
        notice.trackingNumber,
        notice.receivedOn && `${words.received} ${day(notice.receivedOn, language)}`,
        `${words.deadline} ${day(notice.deadline, language)}`,
        notice.invoices.join(', '),
      ]
        .filter(Boolean)
        .join(' · '),
    )
}

function roadTold({ law, language }: FileFacts): string[] {
  const words = fileWords[language]
  return [
    ...law.handovers
      .filter(({ endedOn }) => endedOn === null)
      .map((one) => `${words.handedOver} ${one.receiverName}, ${day(one.handedOverOn, language)}`),
    ...law.insolvencies
      .filter(({ endedOn }) => endedOn === null)
      .map((one) => `${words.insolvency} ${day(one.judgedOn, language)}`),
    ...law.writeOffs
      .filter(({ isEnded }) => !isEnded)
      .map(
        (one) =>
          `${one.invoice.number} : ${words.writtenOff} ${day(one.writtenOffOn, language)}, ${written(one.amount, language)}`,
      ),
  ]
}
