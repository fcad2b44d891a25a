import { resolve } from 'node:path'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { type ImportReport, importFile } from '../../imports/import-file.ts'
import { readHead } from '../../imports/reading/source-file.ts'
import { recognisesStatement } from '../../reconciliation/reading/statement-nature.ts'
import { importWork } from '../import-work.ts'
import type { Commanded, ExitCode } from './command.ts'
import { importStatement } from './import-statement.ts'
import { chooseOrFound, removeTrials } from './organizations.ts'
import type { Terminal } from './terminal.ts'

/** Refused rows said in sentences; --json has 500 of them. */
const refusalsSaid = 20

/** Brings in a file of invoices: what is right goes in, what is not is said with its line. */
export async function importCommand(given: Commanded): Promise<ExitCode> {
  const { terminal, asked } = given
  const organization = await chooseOrFound(given)
  const path = resolve(asked.what ?? '')
  // Who says of which account it is says what it is.
  if (asked.account !== undefined || recognisesStatement(await readHead(path, 64 * 1024)))
    return importStatement(given, organization, path).finally(() => organization.isTrial && removeTrials(given))
  const wish = { organization: organization.id, path, dryRun: asked.dryRun }
  const report = await importFile(importWork(given), wish).finally(() => organization.isTrial && removeTrials(given))
  // A list of movements is told from one of invoices by its columns.
  if (report.error?.code === 'bankStatement' && !organization.isTrial) return importStatement(given, organization, path)
  if (asked.json) {
    const id = organization.isTrial ? null : organization.id
    const { name: _name, columns, ...rest } = report
    const found = columns.map(({ header, field }) => ({ header, field }))
    const answer = {
      command: 'import',
      organization: { id, name: organization.name },
      file: path,
      ...rest,
      columns: found,
    }
    await terminal.line(JSON.stringify(answer))
  } else {
    await say(terminal, report)
  }
  if (report.error) return 2
  return report.refusalCount > 0 ? 1 : 0
}

async function say(terminal: Terminal, report: ImportReport) {
  const { name, rows, summary, refusalCount, error, ledger, written } = report
  const { words, language } = terminal
  if (error || !summary) {
    terminal.remark(error?.sentence ?? words.notRead(name))
    return
  }
  const sums = (some: readonly { amount: number; currency: string }[]) =>
    some.map((one) => formatMoney(money(one.amount, asCurrency(one.currency)), language)).join(' + ') || '—'
  await terminal.line(words.fileRead(name, rows, summary.ready, refusalCount))
  if (summary.customers) {
    const { added, changed, unchanged } = summary.customers
    await terminal.line(words.customersInFile(added, changed, unchanged))
    await sayRefusals(terminal, report)
    await terminal.line(
      written ? words.wroteCustomers(written.customers, written.changedCustomers) : words.nothingWritten,
    )
    return
  }
  await terminal.line(words.wouldBe(summary.newInvoices, summary.changedInvoices, summary.unchangedInvoices))
  await terminal.line(
    words.inFile(summary.newCustomers, sums(summary.total), sums(summary.amountDue), summary.alreadyLate),
  )
  const euros = (cents: number): string => formatMoney(money(cents, asCurrency('EUR')), language)
  if (ledger) {
    const { customerDebit, customerCredit } = ledger
    await terminal.line(
      words.ofLedger(euros(ledger.debit), euros(ledger.credit), euros(customerDebit - customerCredit)),
    )
    await terminal.line(words.paymentsOfLedger(ledger.payments, euros(ledger.paid)))
    const { length: open } = ledger.lettersOutOfBalance
    if (open > 0) await terminal.line(words.lettersOpen(open))
  }
  await sayRefusals(terminal, report)
  await terminal.line(
    written ? words.wrote(written.invoices, written.changedInvoices, written.customers) : words.nothingWritten,
  )
}

async function sayRefusals(terminal: Terminal, { refusals, refusalCount }: ImportReport): Promise<void> {
  for (const { sentence } of refusals.slice(0, refusalsSaid)) await terminal.line(`  ${sentence}`)
  if (refusalCount <= refusalsSaid) return
  await terminal.line(`  ${terminal.words.moreRefusals(refusalCount - refusalsSaid)}`)
}
