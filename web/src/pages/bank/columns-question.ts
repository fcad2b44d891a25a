import { isEnough, type StatementColumn } from '@quittance/core/reconciliation/statements/table/statement-columns.ts'

/** A column of a list that nothing tells, as the file shows it. */
export interface ShownColumn {
  readonly header: string
  readonly samples: readonly string[]
}

export interface ColumnsQuestion {
  readonly fileName: string
  readonly shown: readonly ShownColumn[]
  /** Null: the file is not brought. */
  readonly answer: (columns: readonly (string | null)[] | null) => void
}

/** Whether what a person said of the columns is enough to read the list. */
export const canBeRead = (said: readonly (StatementColumn | null)[]): boolean => isEnough(said)

/** The columns a refusal shows; undefined where it asks for none. */
export function columnsShown({ columns }: Readonly<Record<string, unknown>>): readonly ShownColumn[] | undefined {
  return Array.isArray(columns) && columns.length >= 3 && columns.every(isShown) ? columns : undefined
}

const isShown = (one: unknown): one is ShownColumn =>
  typeof one === 'object' && one !== null && 'header' in one && 'samples' in one && Array.isArray(one.samples)
