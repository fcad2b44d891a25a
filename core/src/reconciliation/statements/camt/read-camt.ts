import { allAt, type XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import type { StatementFile, StatementRefusal, StatementWarning } from '../statement-file.ts'
import { camtStatement } from './camt-statement.ts'

const message = /^BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)/

/**
 * Reads ISO 20022 statements, reports and notifications (camt.053, 052, 054) of any version: names are compared without
 * their namespace. One document a root; a root may wrap its `Document` (an envelope of a bank's channel).
 */
export function readCamt(roots: readonly XmlElement[]): StatementFile | StatementRefusal {
  const warnings: StatementWarning[] = []
  const messages = roots.flatMap((root) => messagesIn(root, 0))
  if (messages.length === 0) return { problem: { code: 'noStatement' } }
  const statements = messages
    .flatMap((element) => allAt(element, 'Stmt|Rpt|Ntfctn'))
    .map((element) => camtStatement(element, (warning) => void warnings.push(warning)))
  return { format: 'camt', version: versionOf(roots), facts: {}, statements, warnings }
}

/** Envelopes are a few elements deep. */
const deepestMessage = 4

function messagesIn(element: XmlElement, depth: number): XmlElement[] {
  if (message.test(element.name)) return [element]
  return depth < deepestMessage ? element.children.flatMap((child) => messagesIn(child, depth + 1)) : []
}

/** « camt.053.001.08 », of the first document's namespace. */
function versionOf(roots: readonly XmlElement[]): string | null {
  const near = roots.flatMap((root) => [root, ...root.children, ...root.children.flatMap(({ children }) => children)])
  const values = near.flatMap(({ attributes }) => Object.values(attributes))
  const named = (value: string): string | undefined => /camt\.05[234]\.\d{3}\.\d{2}/.exec(value)?.[0]
  return (
    values
      .filter((value) => /^\s*urn:\S+\s*$/.test(value))
      .find(named)
      ?.match(/camt\.\d{3}\.\d{3}\.\d{2}/)?.[0] ??
    values.map(named).find((one) => one !== undefined) ??
    null
  )
}
