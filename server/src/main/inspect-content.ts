import { inspectFile } from '../imports/inspecting/inspect-file.ts'
import type { Inspection } from '../imports/inspecting/inspection.ts'
import { readHead } from '../imports/reading/source-file.ts'
import { inspectStatements } from '../reconciliation/reading/inspect-statements.ts'
import { recognisesStatement } from '../reconciliation/reading/statement-nature.ts'

/** Says what any file holds, a bank's or another, by its content; nothing is stored. */
export async function inspectContent(path: string): Promise<Inspection> {
  if (recognisesStatement(await readHead(path, 64 * 1024))) return inspectStatements(path)
  const found = await inspectFile(path)
  const holdsNoInvoice = found.kind === 'e-invoices' && ('error' in found || found.facts.invoices === 0)
  if (!holdsNoInvoice && ('error' in found || found.kind !== 'bankStatement')) return found
  const list = await inspectStatements(path)
  return 'error' in list ? found : list
}
