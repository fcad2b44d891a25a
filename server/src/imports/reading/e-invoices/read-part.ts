import { createHash } from 'node:crypto'
import type { EInvoice } from '@quittance/core/imports/e-invoices/e-invoice.ts'
import { invoiceRows, unreadableRow } from '@quittance/core/imports/e-invoices/invoice-rows.ts'
import { numbersLabelled, numbersNamed } from '@quittance/core/imports/numbers-named.ts'
import type { ReadingProblem } from '@quittance/core/imports/reading-problem.ts'
import { fingerprintOf, readInvoiceXml } from '../e-invoice-file.ts'
import { ReadingError } from '../reading-error.ts'
import type { DroppedFile } from './dropped-file.ts'
import { formOf } from './invoice-form.ts'
import { readPdf } from './read-pdf.ts'

/** A file as it was read, without its place in the source, with the rows of its invoice. */
export interface ReadPart {
  readonly file: Omit<DroppedFile, 'line' | 'position'>
  readonly rows: readonly (readonly string[])[]
  /** It took more than one file may: of many such the rest is not read. */
  readonly isHeavy?: boolean
}

const nothing = {
  kind: 'other',
  isPdf: false,
  number: null,
  form: null,
  isCredit: false,
  sha256: null,
  fingerprint: null,
  inName: [],
  inLabel: [],
  inText: [],
  problem: null,
} as const

/** Reads a PDF or an XML. One that cannot be read is a row that says why. */
export async function readPart(name: string, bytes: Buffer, nature: 'pdf' | 'xml'): Promise<ReadPart> {
  try {
    return nature === 'xml'
      ? ofInvoice(name, bytes, { invoice: readInvoiceXml(bytes), fingerprint: fingerprintOf(bytes) }, false)
      : await ofPdf(name, bytes)
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    // An XML of another kind: a bank statement, a catalogue.
    if (error.problem.code === 'xml') return leftOut(name, bytes.length, error.problem)
    return unreadable(name, bytes.length, error.problem)
  }
}

export const leftOut = (name: string, size: number, problem: ReadingProblem | null): ReadPart => ({
  file: { ...nothing, name, size, problem },
  rows: [],
})

export const unreadable = (name: string, size: number, problem: ReadingProblem): ReadPart => ({
  file: { ...nothing, kind: 'invoice', name, size, problem },
  rows: [unreadableRow(name, problem)],
  isHeavy: problem.code === 'pdfTooHeavy',
})

interface Found {
  readonly invoice: EInvoice
  readonly fingerprint: string
}

function ofInvoice(name: string, bytes: Buffer, { invoice, fingerprint }: Found, isPdf: boolean): ReadPart {
  const { number, kind, payable } = invoice
  return {
    file: {
      ...nothing,
      name,
      kind: 'invoice',
      isPdf,
      size: bytes.length,
      number,
      form: formOf(invoice, isPdf),
      isCredit: kind === 'creditNote' || (payable ?? 0) < 0,
      sha256: isPdf ? digestOf(bytes) : null,
      fingerprint,
    },
    rows: invoiceRows(invoice, name, fingerprint),
  }
}

async function ofPdf(name: string, bytes: Buffer): Promise<ReadPart> {
  const { invoice: found, text, isHeavy } = await readPdf(bytes, true)
  if (found) return ofInvoice(name, bytes, found, true)
  const file = {
    ...nothing,
    name,
    kind: 'pdf' as const,
    isPdf: true,
    size: bytes.length,
    sha256: digestOf(bytes),
    inName: numbersNamed(name.replace(/\.pdf$/i, '')),
    inLabel: numbersLabelled(text),
    inText: numbersNamed(text),
  }
  return { file, rows: [], isHeavy }
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
