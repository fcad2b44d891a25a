import type { BankDetails } from '@quittance/core/dunning/write-reminder/bank-details.ts'
import type { InvoicesTable, TableRow, TableTotal } from '@quittance/core/dunning/write-reminder/invoices-table.ts'
import type { PreparedMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { TransferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { pictureName } from '../letters/transfer-picture.ts'
import { escapeHtml } from './escape-html.ts'
import type { MessageBlock } from './message-blocks.ts'

export interface HtmlMessage {
  readonly subject: string
  readonly blocks: readonly MessageBlock[]
  readonly prepared: PreparedMessage
  readonly language: Language
  /** What the code beside the bank details says; null: no code. */
  readonly transfer?: TransferCode | null
}

/**
 * The HTML part: one table, styles in place, nothing fetched from anywhere (the code comes with the message). No colour of paper or ink is set, so that the
 * reader's own light or dark theme holds; lines are a grey that shows on both.
 */
export function htmlMessage({ subject, blocks, prepared, language, transfer = null }: HtmlMessage): string {
  const picture = transfer ? htmlPicture(transfer, language) : ''
  const content = blocks.map((block) => htmlBlock(block, prepared, picture)).join('\n')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td style="${textStyle}">
${content}
</td></tr></table>
</td></tr></table>
</body>
</html>
`
}

const textStyle = "font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px"
const rule = 'border-bottom:1px solid #8c8c8c'
const cellStyle = `padding:8px 8px 8px 0;text-align:left;vertical-align:top;font-size:14px;line-height:20px`
// A long invoice number is cut where it must be: else a phone shows the numbers and hides the amounts.
const cutting = 'word-break:break-word;overflow-wrap:anywhere'
const labelStyle = `${cellStyle};${cutting}`
const amountStyle = `padding:8px 0 8px 8px;text-align:right;vertical-align:top;white-space:nowrap;font-size:14px;line-height:20px;font-variant-numeric:tabular-nums`

function htmlBlock(block: MessageBlock, { table, bankDetails, variables }: PreparedMessage, picture: string): string {
  if (block.kind === 'table') return htmlTable(table)
  if (block.kind === 'bankDetails') return bankDetails ? htmlBankDetails(bankDetails) + picture : ''
  const links = Object.values(variables.portal).filter((url) => url !== null)
  const lines = block.lines.map((line) => (links.length === 0 ? escapeHtml(line) : linked(escapeHtml(line), links)))
  return `<p style="margin:0 0 16px 0;${cutting}">${lines.join('<br>\n')}</p>`
}

/** Only the addresses of the customer space become links; whatever else looks like one in a name stays text. */
function linked(escaped: string, urls: readonly string[]): string {
  const longestFirst = urls.map(escapeHtml).toSorted((a, b) => b.length - a.length)
  const words = escaped.split(' ')
  return words.map((word) => (longestFirst.includes(word) ? `<a href="${word}">${word}</a>` : word)).join(' ')
}

function htmlTable(table: InvoicesTable): string {
  const { label, dueDate, late, amount } = table.headers
  const head = [
    `<th scope="col" style="${cellStyle};${rule};font-weight:normal">${escapeHtml(label)}</th>`,
    `<th scope="col" style="${cellStyle};${rule};font-weight:normal">${escapeHtml(dueDate)}</th>`,
    table.showsLate ? `<th scope="col" style="${cellStyle};${rule};font-weight:normal">${escapeHtml(late)}</th>` : '',
    `<th scope="col" style="${amountStyle};${rule};font-weight:normal">${escapeHtml(amount)}</th>`,
  ]
  const bodies = table.parts.map((part) => {
    const rows = part.rows.map((row) => htmlRow(row, table.showsLate))
    const totals = [part.total, ...part.added].map((total) => htmlTotal(total, table.showsLate))
    return `<tbody>\n${[...rows, ...totals].join('\n')}\n</tbody>`
  })
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px 0;border-collapse:collapse">
<thead><tr>${head.join('')}</tr></thead>
${bodies.join('\n')}
</table>`
}

const htmlTotal = ({ label, amount }: TableTotal, showsLate: boolean): string =>
  `<tr><th scope="row" colspan="${showsLate ? 3 : 2}" style="${cellStyle}">${escapeHtml(label)}</th><td style="${amountStyle};font-weight:bold">${escapeHtml(amount)}</td></tr>`

function htmlRow(row: TableRow, showsLate: boolean): string {
  const cells = [
    `<td style="${labelStyle};${rule}">${escapeHtml(row.label)}</td>`,
    `<td style="${cellStyle};${rule}">${escapeHtml(row.dueDate)}</td>`,
    showsLate ? `<td style="${cellStyle};${rule}">${escapeHtml(row.late)}</td>` : '',
    `<td style="${amountStyle};${rule}">${escapeHtml(row.amount)}</td>`,
  ]
  return `<tr>${cells.join('')}</tr>`
}

function htmlBankDetails(details: BankDetails): string {
  const lines = details.lines.map(({ label, value }) => escapeHtml(`${label}${details.separator}${value}`))
  return `<p style="margin:0 0 16px 0;${cutting};padding:0 0 0 12px;border-left:3px solid #8c8c8c"><strong>${escapeHtml(details.title)}</strong><br>\n${lines.join('<br>\n')}</p>`
}

/**
 * Beside the written account, never in its place, and it says what it is: nobody scans a picture without a word. On white, for a reader's
 * dark theme would hide it from the camera.
 */
function htmlPicture({ amount }: TransferCode, language: Language): string {
  const sum = formatMoney(money(amount, asCurrency('EUR')), language)
  const words =
    language === 'fr'
      ? `Virement SEPA de ${sum}, à scanner avec l’application de votre banque`
      : `SEPA transfer of ${sum}, to scan with your banking app`
  const name = language === 'fr' ? 'Code à scanner' : 'Code to scan'
  return `\n<p style="margin:0 0 16px 0;font-size:13px;line-height:18px"><img src="cid:${pictureName}" width="148" height="148" alt="${name}" style="display:block;width:148px;height:148px;background:#ffffff;border:0;margin:0 0 6px 0">${escapeHtml(words)}</p>`
}
