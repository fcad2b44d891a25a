import { createHash } from 'node:crypto'
import { z } from 'zod'

/**
 * A backup is a gzip file of lines of JSON: the heading; for each table its name and columns, then its rows; the
 * standing of the sequences; at the end how many rows each table has and the checksum of their lines.
 */
export const formatVersion = 1

export const headingSchema = z.object({
  quittance: z.literal('backup'),
  format: z.number().int(),
  /** Version of the program that wrote it. */
  version: z.string(),
  /** How many migrations the database had received, and a checksum of what they said. */
  level: z.number().int(),
  history: z.string(),
  at: z.string(),
})
export type Heading = z.infer<typeof headingSchema>

export const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) })

export const sequencesSchema = z.object({
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
})

const sumSchema = z.object({ rows: z.number().int(), sha256: z.string() })
export type TableSum = z.infer<typeof sumSchema>

export const endSchema = z.object({ end: z.record(z.string(), sumSchema) })

/** What a backup or a restore went through: rows by table. */
export interface BackupReport {
  readonly heading: Heading
  readonly rows: Readonly<Record<string, number>>
}

/** Counts lines and keeps their running checksum. */
export class LineSum {
  #rows = 0
  readonly #hash = createHash('sha256')

  add(line: string): void {
    this.#rows++
    this.#hash.update(line).update('\n')
  }

  total(): TableSum {
    return { rows: this.#rows, sha256: this.#hash.copy().digest('hex') }
  }
}

export const sameSum = (a: TableSum | undefined, b: TableSum | undefined): boolean =>
  a !== undefined && b !== undefined && a.rows === b.rows && a.sha256 === b.sha256

export const rowCounts = (sums: Readonly<Record<string, TableSum>>): Record<string, number> =>
  Object.fromEntries(Object.entries(sums).map(([table, { rows }]) => [table, rows]))
