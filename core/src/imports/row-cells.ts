import type { Field, Mapping } from './fields.ts'
import type { Formats } from './formats.ts'
import type { Refusal, RefusalCode, Warning, WarningCode } from './refusals.ts'

/** One row of a source file: `line` is the physical line (or the sheet's row) it starts on, from 1. */
export interface SourceRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** How a file is read: its headers, what each column holds, and how its cells are written. */
export interface Reading {
  readonly headers: readonly string[]
  readonly mapping: Mapping
  readonly formats: Formats
}

/** Values a person typed in place of the file's, by field; '' empties the cell. */
export type Corrections = Readonly<Partial<Record<Field, string>>>

/** The cells of one row by field, and the two lists that grow while it is read. */
export interface RowCells {
  readonly line: number
  readonly formats: Formats
  readonly refusals: Refusal[]
  readonly warnings: Warning[]
  /** Cleaned text of a field, '' when its column is absent or empty. */
  readonly text: (field: Field) => string
  readonly has: (field: Field) => boolean
  readonly isMapped: (field: Field) => boolean
  readonly refuse: (
    field: Field,
    code: RefusalCode,
    facts?: { value?: string; other?: string; fix?: string | undefined },
  ) => void
  /** A refusal whose correction goes into another field. */
  readonly refuseWithFix: (
    field: Field,
    code: RefusalCode,
    facts: { value: string; fix: { field: Field; value: string } },
  ) => void
  readonly warn: (field: Field, code: WarningCode, value?: string) => void
}

export function openRow(
  { line, cells }: SourceRow,
  { headers, mapping, formats }: Reading,
  corrections: Corrections = {},
): RowCells {
  const refusals: Refusal[] = []
  const warnings: Warning[] = []
  const columns = columnsOf(mapping)
  const columnOf = (field: Field): number => columns.get(field) ?? -1
  const texts: Partial<Record<Field, string>> = {}
  const text = (field: Field): string => {
    texts[field] ??= cleanCell(corrections[field] ?? cells[columnOf(field)] ?? '')
    return texts[field]
  }
  const place = (field: Field): { line: number; field: Field; column?: string } => {
    const column = headers[columnOf(field)]
    return column === undefined ? { line, field } : { line, field, column }
  }
  return {
    line,
    formats,
    refusals,
    warnings,
    text,
    has: (field) => text(field) !== '',
    isMapped: (field) => columnOf(field) >= 0,
    refuse: (field, code, { value = text(field), other, fix } = {}) => {
      refusals.push({
        ...place(field),
        code,
        value,
        ...(other === undefined ? {} : { other }),
        ...(fix === undefined ? {} : { fix: { field, value: fix } }),
      })
    },
    refuseWithFix: (field, code, { value, fix }) => {
      refusals.push({ ...place(field), code, value, fix })
    },
    warn: (field, code, value = text(field)) => {
      warnings.push({ line, code, field, value })
    },
  }
}

/** The column of each field, found once a mapping rather than once a cell. */
function columnsOf(mapping: Mapping): ReadonlyMap<Field, number> {
  const known = columnsByMapping.get(mapping)
  if (known) return known
  const columns = new Map(mapping.flatMap((field, column) => (field === null ? [] : [[field, column] as const])))
  columnsByMapping.set(mapping, columns)
  return columns
}

const columnsByMapping = new WeakMap<Mapping, ReadonlyMap<Field, number>>()

/** Nothing to clean, which is what most cells are. */
const plainText = /^(?:[!#-&(-<>-~](?: ?[!-~])*)?$/

const controls = /\p{Cc}+/gu

/** Marks that do not show: soft hyphens, zero widths, and those that turn the direction of what follows. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu

/** One line, nothing unseen, no control characters (PostgreSQL refuses the first of them), spaces at the ends gone; `="00123"`, as spreadsheets protect zeros, is 00123, and the apostrophe our own files set before what a spreadsheet would run falls away. */
export function cleanCell(text: string): string {
  if (plainText.test(text)) return text
  const inner = /^\s*="(.*)"\s*$/s.exec(text)?.[1] ?? text.replace(/^'(?=[=@+\t\r-])/, '')
  return inner.replace(unseen, '').replace(controls, ' ').replace(/ {2,}/g, ' ').trim()
}
