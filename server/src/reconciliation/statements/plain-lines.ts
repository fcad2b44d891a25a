import type { BankStatement, StatementLine } from '@quittance/core/reconciliation/statements/statement.ts'

/** Longer texts of a bank are cut: a label has 140 signs in CAMT, four of them at most. */
const longest = { label: 4000, remittance: 4000, text: 500 }

/** PostgreSQL keeps neither the character zero nor half of a pair. */
const plain = (text: string, most: number): string => text.replaceAll('\u0000', '').slice(0, most).toWellFormed()

const orNull = (text: string | null): string | null => text && (plain(text, longest.text) || null)

/** The statement as it can be kept: texts that fit, each line otherwise as it is. */
export function plainStatement<S extends BankStatement>(statement: S): S {
  const { account, statementId } = statement
  return {
    ...statement,
    statementId: orNull(statementId),
    account: { ...account, text: plain(account.text, longest.text) },
    lines: statement.lines.map(plainLine),
  }
}

const plainLine = (line: StatementLine): StatementLine => ({
  ...line,
  label: plain(line.label, longest.label),
  remittance: plain(line.remittance, longest.remittance),
  operation: orNull(line.operation),
  creditorReference: orNull(line.creditorReference),
  documents: line.documents.slice(0, 1000).map((text) => plain(text, longest.text)),
  endToEndId: orNull(line.endToEndId),
  mandate: orNull(line.mandate),
  otherName: orNull(line.otherName),
  otherUltimateName: orNull(line.otherUltimateName),
  otherIban: orNull(line.otherIban),
  bankReference: orNull(line.bankReference),
  returned: line.returned && { reason: orNull(line.returned.reason), text: orNull(line.returned.text) },
})
