import type { BankLine } from '@quittance/core/reconciliation/matching/books.ts'
import { readCamt } from '@quittance/core/reconciliation/statements/camt/read-camt.ts'
import { readCfonb } from '@quittance/core/reconciliation/statements/cfonb/read-cfonb.ts'
import type { StatementLine } from '@quittance/core/reconciliation/statements/statement.ts'
import { readXmlDocuments } from '@quittance/server/reconciliation/reading/xml-documents.ts'
import { statementDays } from './statement-day.ts'
import { camt053Of } from './write-camt053.ts'
import { cfonb120Of } from './write-cfonb120.ts'
import type { BankYear, YearLine } from './year.ts'

export type Format = 'camt' | 'cfonb'

/** Every line as matching gets it: written by the bank in this format, and read again by the product. By line id. */
export function linesRead(year: BankYear, lines: readonly YearLine[], format: Format): Map<string, BankLine> {
  const read = new Map<string, BankLine>()
  for (const day of statementDays({ lines })) {
    const file =
      format === 'camt'
        ? readCamt(readXmlDocuments(Buffer.from(camt053Of(year, day))))
        : readCfonb(cfonb120Of(year, day))
    if ('problem' in file) throw new Error(`${day.day}: the statement is refused, ${file.problem.code}`)
    for (const { statement } of file.statements) {
      for (const line of statement.lines) {
        const id = line.bankReference ?? ''
        read.set(id, asBankLine(line, Number(id.slice(1))))
      }
    }
    const [warning] = file.warnings
    if (warning !== undefined) throw new Error(`${day.day}: ${warning.code} at line ${warning.line}`)
  }
  const lost = lines.find(({ id }) => !read.has(id))
  if (lost !== undefined) throw new Error(`${lost.id} of ${lost.day} was written and is not read`)
  return read
}

/** As the product read it; it is there for every line of the year. */
export function lineOf(read: ReadonlyMap<string, BankLine>, { id }: YearLine): BankLine {
  const line = read.get(id)
  if (line === undefined) throw new Error(`no line ${id}`)
  return line
}

export const asBankLine = (line: StatementLine, id: number): BankLine => ({
  id,
  bookedOn: line.bookedOn,
  amount: line.amount,
  kind: line.kind,
  label: line.label,
  remittance: line.remittance,
  creditorReference: line.creditorReference,
  documents: line.documents,
  endToEndId: line.endToEndId,
  payerName: line.otherName,
  ultimateName: line.otherUltimateName,
  payerIban: line.otherIban,
  isBatch: line.isBatch,
  original: line.original,
  charges: line.charges,
})
