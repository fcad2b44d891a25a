import { inspectEmail, looksLikeEmail } from '../dunning/answers/inspect-email.ts'
import { inspectFile } from '../imports/inspecting/inspect-file.ts'
import type { Inspection } from '../imports/inspecting/inspection.ts'
import { readHead } from '../imports/reading/source-file.ts'
import { inspectStatements } from '../reconciliation/reading/inspect-statements.ts'
import { recognisesStatement } from '../reconciliation/reading/statement-nature.ts'

/** Says what any file holds, a bank's or another, by its content; nothing is stored. */
export async function inspectContent(path: string): Promise<Inspection> {
  const head = await readHead(path, 64 * 1024)
  if (looksLikeEmail(head)) return { kind: 'email', facts: { ...(await inspectEmail(path)) }, warnings: [] }
  if (recognisesStatement(head)) return inspectStatements(path)
  const found = await inspectFile(path)
  const holdsNoInvoice = found.kind === 'e-invoices' && ('error' in found || found.facts.invoices === 0)
  const isOfABank = 'error' in found ? hasNoHeader.has(found.error.code) : bankOrUnknown.has(found.kind)
  if (!holdsNoInvoice && !isOfABank) return found
  const list = await inspectStatements(path)
  return 'error' in list ? found : list
}

/** Some banks write no headers: their list is known by its cells. */
const hasNoHeader: ReadonlySet<string> = new Set(['noHeader', 'oneColumn'])
const bankOrUnknown: ReadonlySet<string> = new Set(['bankStatement', 'unknown'])
