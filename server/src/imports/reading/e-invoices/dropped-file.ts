import type { ReadingProblem } from '@quittance/core/imports/reading-problem.ts'

/** One file of what was dropped, as it was read: the source itself, or a file within an archive. */
export interface DroppedFile {
  /** Its place in the source, from 1. */
  readonly position: number
  readonly name: string
  /** `pdf`: one without an invoice in it, to be attached to the invoice it shows; `other`: left out. */
  readonly kind: 'invoice' | 'other' | 'pdf'
  readonly isPdf: boolean
  /** The first of its rows; null where it has none. */
  readonly line: number | null
  /** BT-1, and what it is written as: « Factur-X BASIC ». */
  readonly number: string | null
  readonly form: string | null
  readonly isCredit: boolean
  /** Of a PDF: hex digest of its bytes. */
  readonly sha256: string | null
  /** Of an invoice: hex digest of its XML. */
  readonly fingerprint: string | null
  readonly size: number
  /** Of a PDF without an invoice: keys of the numbers in its name, beside « facture n° » on its first page, and anywhere on it. */
  readonly inName: readonly string[]
  readonly inLabel: readonly string[]
  readonly inText: readonly string[]
  readonly problem: ReadingProblem | null
}
