import { parentPort } from 'node:worker_threads'
import type { ReadingProblem } from '@quittance/core/imports/reading-problem.ts'
import { type EInvoiceOfPdf, invoiceIn } from '../e-invoice-file.ts'
import { openPdf } from '../pdf-attachments.ts'
import { ReadingError } from '../reading-error.ts'
import { firstPageText } from './pdf-text.ts'
import { isTextBearable } from './refuse-pdf-bombs.ts'

export interface PdfQuestion {
  readonly bytes: Uint8Array
  /** The text of the first page too, where there is no invoice. */
  readonly wantsText: boolean
}

/** What the thread says, in this order: that it is there, then of each PDF its invoice, then its text where it was asked for. */
export type PdfAnswer =
  | { readonly says: 'ready' }
  | { readonly says: 'invoice'; readonly invoice: EInvoiceOfPdf | null; readonly isLast: boolean }
  | { readonly says: 'text'; readonly text: string }
  | { readonly says: 'problem'; readonly problem: ReadingProblem }
  | { readonly says: 'bug'; readonly error: unknown }

const say = (answer: PdfAnswer): void => parentPort?.postMessage(answer)

parentPort?.on('message', async ({ bytes, wantsText }: PdfQuestion) => {
  try {
    const pdf = await openPdf(bytes)
    const invoice = invoiceIn(pdf) ?? null
    const isLast = invoice !== null || !wantsText
    say({ says: 'invoice', invoice, isLast })
    if (!isLast) say({ says: 'text', text: isTextBearable(pdf) ? await firstPageText(bytes) : '' })
  } catch (error) {
    say(error instanceof ReadingError ? { says: 'problem', problem: error.problem } : { says: 'bug', error })
  }
})

say({ says: 'ready' })
