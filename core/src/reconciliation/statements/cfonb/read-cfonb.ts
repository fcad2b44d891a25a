import type { ReadingProblem } from '../../../imports/reading-problem.ts'
import { type ExactAmount, isZeroExact, negateExact, sumExact, zeroAmount } from '../exact-amount.ts'
import {
  mostStatements,
  type StatementFile,
  type StatementRead,
  type StatementRefusal,
  type StatementWarning,
} from '../statement-file.ts'
import { complementOf } from './complements.ts'
import { type CfonbRecord, cutRecords } from './cut-records.ts'
import { type Balance, dayWritten, type Movement, type RecordGroup } from './record-group.ts'
import { parseSigned } from './signed-amount.ts'
import { statementOf } from './statement-of-records.ts'

/**
 * Reads a statement of 120 characters (CFONB, July 2004 and March 2010). A file whose records do not follow each other
 * (a movement outside a statement, a balance missing) is refused whole, the record named; a movement that cannot be read is
 * left out and named. Amounts of accounts without a number of decimals have two.
 */
export function readCfonb(text: string): StatementFile | StatementRefusal {
  const { records, lineBreaks } = cutRecords(text)
  const grouped = groupRecords(records)
  if ('problem' in grouped) return grouped
  const warnings: StatementWarning[] = records.flatMap(({ beyond, line }) =>
    beyond === '' ? [] : [{ code: 'recordTooLong' as const, line, value: beyond.slice(0, 60) }],
  )
  const statements: StatementRead[] = []
  const isTurned = grouped.groups.some((group) => !joins(group) && joins(turnAll(group)))
  for (const group of grouped.groups) {
    const settled = settleSigns(group, { isTurned, warnings })
    if ('problem' in settled) return settled
    statements.push(statementOf(settled, warnings))
  }
  const facts = { records: records.length, line_breaks: lineBreaks }
  return { format: 'cfonb120', version: null, facts, statements, warnings }
}

interface OpenGroup {
  readonly opening: Balance
  readonly movements: Movement[]
}

function groupRecords(records: readonly CfonbRecord[]): { readonly groups: readonly RecordGroup[] } | StatementRefusal {
  const groups: RecordGroup[] = []
  let open: OpenGroup | undefined
  for (const record of records) {
    const code = record.text.slice(0, 2)
    if (!['01', '04', '05', '07'].includes(code)) return refusal('unknownRecord', record)
    if (code === '01') {
      if (open) return refusal('statementNotClosed', record)
      const opening = balanceOfRecord(record)
      if ('problem' in opening) return opening
      open = { opening, movements: [] }
      continue
    }
    if (!open) return refusal('recordOutsideStatement', record)
    if (code === '07') {
      const closing = balanceOfRecord(record)
      if ('problem' in closing) return closing
      if (groups.push({ ...open, closing }) > mostStatements)
        return { problem: { code: 'statementTooLarge', value: '50' } }
      open = undefined
    } else if (code === '04') open.movements.push(movementOf(record, open))
    else if (!addComplement(open, record)) return refusal('recordOutsideStatement', record)
  }
  const last = records.at(-1)
  if (open && last) return refusal('statementNotClosed', last)
  return groups.length > 0 ? { groups } : { problem: { code: 'noStatement' } }
}

const refusal = (code: ReadingProblem['code'], { text, line }: CfonbRecord): StatementRefusal => ({
  problem: { code, line, field: text.slice(0, 2), value: text.slice(0, 40).trimEnd() },
})

function addComplement({ movements }: OpenGroup, record: CfonbRecord): boolean {
  const movement = movements.at(-1)
  movement?.complements.push(complementOf(record.text))
  return movement !== undefined
}

function balanceOfRecord(record: CfonbRecord): Balance | StatementRefusal {
  const { text, line } = record
  const amount = parseSigned(text.slice(90, 104), decimalsOf(text) ?? 2)
  const on = dayWritten(text.slice(34, 40))
  const field = text.slice(0, 2)
  if (!on) return { problem: { code: 'recordUnreadable', line, field, value: text.slice(34, 40).trim() } }
  if (!amount) return { problem: { code: 'recordUnreadable', line, field, value: text.slice(90, 104).trim() } }
  return { record, on, ...amount }
}

function movementOf(record: CfonbRecord, { opening }: OpenGroup): Movement {
  const decimals = decimalsOf(record.text) ?? decimalsOf(opening.record.text) ?? 2
  const read = parseSigned(record.text.slice(90, 104), decimals)
  return { record, amount: read?.amount, isUncertain: read?.isUncertain ?? false, complements: [] }
}

const decimalsOf = (text: string): number | undefined => {
  const written = text.slice(19, 20)
  return /^\d$/.test(written) ? Number(written) : undefined
}

/**
 * Amounts that end in an accent are read either way: the one by which the balances join is right. Where both do, that of the
 * other statements of the file. Neither: the file is refused, for a credit must not be taken for a debit.
 */
function settleSigns(
  group: RecordGroup,
  { isTurned, warnings }: { readonly isTurned: boolean; readonly warnings: StatementWarning[] },
): RecordGroup | StatementRefusal {
  const doubtful = [group.opening, ...group.movements, group.closing].find(
    ({ isUncertain, amount }) => isUncertain && amount !== undefined && amount.units !== 0n,
  )
  if (!doubtful) return group
  const turned = turnAll(group)
  const right = (isTurned ? [turned, group] : [group, turned]).find(joins)
  const { line } = doubtful.record
  if (!right) return { problem: { code: 'signUncertain', line, value: doubtful.record.text.slice(90, 104).trim() } }
  warnings.push({ code: 'signsSettled', line })
  return right
}

const turnAll = ({ opening, closing, movements }: RecordGroup): RecordGroup => ({
  opening: turn(opening),
  closing: turn(closing),
  movements: movements.map((one) => (one.amount ? turn({ ...one, amount: one.amount }) : one)),
})

const turn = <T extends { readonly amount: ExactAmount; readonly isUncertain: boolean }>(one: T): T =>
  one.isUncertain ? { ...one, amount: negateExact(one.amount) } : one

function joins({ opening, closing, movements }: RecordGroup): boolean {
  const all = [opening.amount, ...movements.map(({ amount }) => amount ?? zeroAmount), negateExact(closing.amount)]
  return isZeroExact(sumExact(all))
}
