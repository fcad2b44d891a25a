import type { BankLine } from './books.ts'
import { type Warning, warningsIn } from './line-words.ts'
import { isFromOwn, type OwnAccounts } from './own-accounts.ts'
import { plainCapitals, type ReadField, readField } from './read-text.ts'

/** A bank line taken apart once, before anybody is thought of. */
export interface ReadLine {
  readonly line: BankLine
  readonly fields: readonly ReadField[]
  /** Label and remittance in plain capitals, separators as single blanks. */
  readonly plain: string
  readonly warnings: readonly Warning[]
  /** Sent from an account of the firm, or under its name. */
  readonly isOwn: boolean
}

const nobodys: OwnAccounts = { ibans: new Set(), names: new Set() }

const notProvided = /^(?:NOTPROVIDED|NOT PROVIDED|NONREF|NONE|N\/A)?$/i

/** The remittance is read once: most formats repeat it in the label. */
export function readLine(line: BankLine, own: OwnAccounts = nobodys): ReadLine {
  const fields: ReadField[] = []
  const add = (field: ReadField['field'], text: string | null): void => {
    if (text && !notProvided.test(text.trim())) fields.push(readField(field, text, line.amount))
  }
  add('label', line.label)
  if (!line.label.includes(line.remittance)) add('remittance', line.remittance)
  add('reference', line.creditorReference)
  for (const document of line.documents) add('document', document)
  if (line.endToEndId && !line.label.includes(line.endToEndId)) add('endToEnd', line.endToEndId)
  const text = fields.some(({ field }) => field === 'remittance') ? `${line.label} ${line.remittance}` : line.label
  const plain = plainCapitals(text)
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
  const warnings = warningsIn(withoutName(plain, line))
  const isOwn = isFromOwn(line, own)
  const told = isOwn && !warnings.includes('ownTransfer') ? [...warnings, 'ownTransfer' as const] : warnings
  return { line, fields, plain, warnings: told, isOwn }
}

/** A customer called « Assurances du Prêt » warns of nothing. */
function withoutName(plain: string, { payerName, ultimateName }: BankLine): string {
  let text = plain
  for (const name of [payerName, ultimateName]) {
    const written = name
      ? plainCapitals(name)
          .replace(/[^A-Z0-9]+/g, ' ')
          .trim()
      : ''
    if (written.length >= 3) text = text.replaceAll(written, ' ')
  }
  return text
}
