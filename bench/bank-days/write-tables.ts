import { decimal } from './statement-day.ts'
import type { BankYear, YearLine } from './year.ts'

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`

/** customers.csv. Seeds differ in how they write yes and no. */
export function customersCsv({ customers, seed }: BankYear): string {
  const yes = seed % 2 === 0 ? ['1', '0'] : ['true', 'false']
  const head =
    'customer_id,name,trade_name,siren,city,country,iban,account_code,parent_customer_id,terms_days,end_of_month,' +
    'early_discount_pct,early_discount_days'
  return csv([
    head.split(','),
    ...customers.map((customer) => [
      customer.id,
      customer.name,
      customer.tradeName,
      customer.siren,
      customer.city,
      customer.country,
      customer.iban,
      customer.accountCode,
      customer.parent ?? '',
      String(customer.termsDays),
      (customer.endOfMonth ? yes[0] : yes[1]) ?? '',
      customer.discountPoints === 0 ? '' : decimal(customer.discountPoints),
      customer.discountPoints === 0 ? '' : String(customer.discountDays),
    ]),
  ])
}

/** invoices.csv. Seeds differ in whether a credit note is written below zero. */
export function invoicesCsv({ invoices, openAtStart, seed }: BankYear): string {
  const written = (cents: number): string => decimal(seed % 2 === 0 ? cents : Math.abs(cents))
  const head = 'invoice_id,customer_id,type,issue_date,due_date,amount,open_amount_at_eval_start,po_number,currency'
  return csv([
    head.split(','),
    ...invoices.map((invoice) => [
      invoice.id,
      invoice.customer,
      invoice.type,
      invoice.issueDate,
      invoice.dueDate,
      written(invoice.amount),
      written(openAtStart.get(invoice.id) ?? invoice.amount),
      invoice.poNumber,
      'EUR',
    ]),
  ])
}

const euros = (cents: number): number => Number(decimal(cents))

const verdictOf = ({ truth }: YearLine) => ({
  customers: truth.customers,
  allocations: truth.allocations.map(({ invoice, amount }) => ({ invoice_id: invoice, amount: euros(amount) })),
  writeoff: truth.writeoff === null ? null : { reason: truth.writeoff.reason, amount: euros(truth.writeoff.amount) },
})

/** Confirmed lines of the past with all their words, as `--learn` takes them. Credits only. */
export const historyOf = ({ history }: BankYear) =>
  history
    .filter(({ amount }) => amount > 0)
    .map((line) => ({
      line_id: line.id,
      date: line.day,
      amount: euros(line.amount),
      payer_name: line.payerName,
      payer_iban: line.payerIban,
      remittance: line.remittance,
      end_to_end_id: line.endToEndId,
      ...verdictOf(line),
    }))

/** A person's verdicts on the lines of a day, as `--confirm` takes them. Credits only. */
export const verdictsOf = (lines: readonly YearLine[]) =>
  lines
    .filter(({ amount }) => amount > 0)
    .map((line) => ({ line_id: line.id, customer_id: line.truth.customers[0] ?? null, ...verdictOf(line) }))
