import assert from 'node:assert/strict'
import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import { minorUnitDigits } from '@quittance/core/money/currency.ts'
import type { StatementLine } from '@quittance/core/reconciliation/statements/statement.ts'
import type { StatementRead, StatementWarningCode } from '@quittance/core/reconciliation/statements/statement-file.ts'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import { assertStorable } from '../../imports/testing/fuzzing/check-reading.ts'
import { inspectStatements } from '../reading/inspect-statements.ts'
import { type NamedFile, readStatementFiles } from '../reading/statement-files.ts'

/** Reads a file as the command line and an import do; a promise that is not kept is an assertion. */
export async function checkStatement(path: string): Promise<string> {
  const inspected = await inspectStatements(path)
  assertStorable(inspected)
  try {
    const files = await readStatementFiles(path)
    assert('facts' in inspected, 'read and not inspected')
    for (const file of files) checkFile(file)
    return 'read'
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    assertStorable(error.problem)
    for (const language of ['fr', 'en'] as const) assert(problemSentence(error.problem, language).length > 20)
    return error.problem.code
  }
}

/** Warnings of lines that are in the sums of a file and not among its lines, or the other way round. */
const leftOut: ReadonlySet<StatementWarningCode> = new Set<StatementWarningCode>([
  'amountUnreadable',
  'impossiblePrecision',
  'amountTooLarge',
  'dateUnreadable',
  'directionMissing',
  'otherCurrency',
  'negativeAmount',
])

function checkFile({ name, file }: NamedFile): void {
  assertStorable(name)
  for (const warning of file.warnings) {
    assertStorable(warning)
    assert(warning.line === undefined || (Number.isInteger(warning.line) && warning.line > 0), `line ${warning.line}`)
  }
  const isWhole = !file.warnings.some(({ code }) => leftOut.has(code))
  for (const statement of file.statements) {
    assertStorable(statement)
    for (const line of statement.statement.lines) checkLine(line)
    if (isWhole) checkSums(statement)
  }
}

function checkLine(line: StatementLine): void {
  assert(Number.isSafeInteger(line.amount) && line.amount !== 0, `an amount of ${line.amount}`)
  assert(/^\d{4}-\d\d-\d\d$/.test(line.bookedOn), `booked on ${line.bookedOn}`)
  assert(Number.isInteger(line.fileLine) && line.fileLine > 0, `line ${line.fileLine}`)
  assert(!/[\n\r\t]/.test(line.label + line.remittance), 'a label of several lines')
  assert(line.otherIban === null || /^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(line.otherIban), `IBAN ${line.otherIban}`)
  assert((line.kind === 'returned') === (line.returned !== null), 'returned, and not said to be')
}

/** No cent is lost between the file and its lines. */
function checkSums({ statement, facts }: StatementRead): void {
  const { sum_credits: credits, sum_debits: debits } = facts
  if (typeof credits !== 'string' || typeof debits !== 'string') return
  const factor = 10 ** minorUnitDigits(statement.currency)
  const expected = Math.round(Number(credits) * factor) - Math.round(Number(debits) * factor)
  const found = statement.lines.reduce((sum, { amount }) => sum + amount, 0)
  if (Number.isSafeInteger(expected)) assert.equal(found, expected, 'the lines are not the sums of the file')
}
