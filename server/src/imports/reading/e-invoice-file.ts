import { createHash } from 'node:crypto'
import type { PDFDocument } from '@cantoo/pdf-lib'
import type { EInvoice } from '@quittance/core/imports/e-invoices/e-invoice.ts'
import { readEInvoice } from '@quittance/core/imports/e-invoices/read-e-invoice.ts'
import { attachmentsIn, type PdfAttachment } from './pdf-attachments.ts'
import { ReadingError } from './reading-error.ts'
import { readXmlTree } from './xml-tree.ts'

/** Names the standards gave the invoice within a PDF, the newest first (Factur-X 1.0, XRechnung, ZUGFeRD 2 and 1). */
const standardNames = ['factur-x.xml', 'xrechnung.xml', 'zugferd-invoice.xml']

/** Attachments tried at most. */
const mostCandidates = 20

export interface EInvoiceOfPdf {
  readonly invoice: EInvoice
  /** The attachment it was read from. */
  readonly attachment: string
  readonly relationship: string | null
  readonly hasStandardName: boolean
  /** See `fingerprintOf`. */
  readonly fingerprint: string
}

/** An invoice is known again by its XML, whichever PDF carries it: hex SHA-256 of its bytes. */
export const fingerprintOf = (xml: Uint8Array): string => createHash('sha256').update(xml).digest('hex')

/** Reads an XML as an electronic invoice. Throws `ReadingError` where it is not well formed or is something else. */
export function readInvoiceXml(bytes: Uint8Array): EInvoice {
  const invoice = readEInvoice(readXmlTree(bytes))
  if (!invoice) throw new ReadingError({ code: 'xml' })
  return invoice
}

/**
 * The invoice embedded in a PDF: the attachment with a name of the standards, else any XML that is an invoice; undefined
 * where there is none. Throws `ReadingError` where there is one that cannot be read.
 */
export function invoiceIn(pdf: PDFDocument): EInvoiceOfPdf | undefined {
  const candidates = attachmentsIn(pdf)
    .filter(({ name }) => /\.xml$/i.test(name))
    .toSorted(byStandardName)
    .slice(0, mostCandidates)
  let failure: ReadingError | undefined
  for (const attachment of candidates) {
    try {
      return {
        invoice: readInvoiceXml(attachment.bytes),
        attachment: attachment.name,
        relationship: attachment.relationship,
        hasStandardName: rank(attachment) < standardNames.length,
        fingerprint: fingerprintOf(attachment.bytes),
      }
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error
      failure ??= error
    }
  }
  if (failure && failure.problem.code !== 'xml') throw failure
  return undefined
}

const rank = ({ name }: PdfAttachment): number => {
  const found = standardNames.indexOf(name.toLowerCase())
  return found === -1 ? standardNames.length : found
}

const byStandardName = (a: PdfAttachment, b: PdfAttachment): number => rank(a) - rank(b)
