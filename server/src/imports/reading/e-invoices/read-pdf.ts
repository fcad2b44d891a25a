import { Worker } from 'node:worker_threads'
import type { EInvoiceOfPdf } from '../e-invoice-file.ts'
import { ReadingError } from '../reading-error.ts'
import type { PdfAnswer, PdfQuestion } from './pdf-worker.ts'

export interface PdfRead {
  readonly invoice: EInvoiceOfPdf | null
  /** Of the first page; '' where there is an invoice, where nobody asked, and where it cannot be told. */
  readonly text: string
  /** Its text took more than a text may: it was left unread. */
  readonly isHeavy: boolean
}

/** What one PDF may take. A person's invoice takes some milliseconds, and some megabytes. */
const bounds = { milliseconds: 10_000, megabytes: 256 }

/** After so long without a PDF the thread is let go. */
const idleMilliseconds = 30_000

let thread: { readonly worker: Worker; readonly ready: Promise<void> } | undefined
let idle: NodeJS.Timeout | undefined
let turn: Promise<unknown> = Promise.resolve()

/**
 * Reads a PDF in a thread of its own, one after the other: the libraries that read them can be made to turn for hours, or to
 * fill the memory, by a file of a few kilobytes. Throws `ReadingError` where it cannot be read or takes too much.
 */
export function readPdf(bytes: Uint8Array, wantsText: boolean): Promise<PdfRead> {
  const mine = turn.then(() => readNow({ bytes, wantsText }))
  // Whoever comes next waits for the end, good or bad; the caller hears of what went wrong.
  turn = mine.catch(() => undefined)
  return mine
}

/** Starts the thread while something else is done: its start takes as long as two hundred PDFs. */
export function startReadingPdfs(): void {
  if (thread) return
  const { worker, ready } = started()
  // Whoever reads hears of it.
  ready.catch(() => undefined)
  worker.unref()
  idle = setTimeout(() => end(worker), idleMilliseconds).unref()
}

/** The invoice embedded in a PDF. Throws `ReadingError`: a PDF without one (`pdf`), or one that cannot be read. */
export async function readInvoicePdf(bytes: Uint8Array): Promise<EInvoiceOfPdf> {
  const { invoice } = await readPdf(bytes, false)
  if (!invoice) throw new ReadingError({ code: 'pdf' })
  return invoice
}

async function readNow(question: PdfQuestion): Promise<PdfRead> {
  clearTimeout(idle)
  const { worker, ready } = started()
  worker.ref()
  await ready
  try {
    return await answered(worker, question)
  } finally {
    worker.unref()
    idle = setTimeout(() => end(worker), idleMilliseconds).unref()
  }
}

function started(): { readonly worker: Worker; readonly ready: Promise<void> } {
  if (thread) return thread
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
    stdout: true,
    stderr: true,
  })
  // What the libraries murmur of each damaged object is nothing to log.
  worker.stdout.resume()
  worker.stderr.resume()
  // What fails before it is there is a fault of ours, not of a file.
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
  })
  worker.once('exit', () => {
    if (thread?.worker === worker) thread = undefined
  })
  thread = { worker, ready }
  return thread
}

function end(worker: Worker): void {
  if (thread?.worker === worker) thread = undefined
  void worker.terminate()
}

function answered(worker: Worker, question: PdfQuestion): Promise<PdfRead> {
  let forget = (): void => {}
  return new Promise<PdfRead>((resolve, reject) => {
    let isTextLeft = false
    const giveUp = (problem: ReadingError): void => {
      end(worker)
      if (isTextLeft) resolve({ invoice: null, text: '', isHeavy: true })
      else reject(problem)
    }
    const hear = (answer: PdfAnswer): void => {
      if (answer.says === 'problem') reject(new ReadingError(answer.problem))
      else if (answer.says === 'bug') reject(answer.error)
      else if (answer.says === 'text') resolve({ invoice: null, text: answer.text, isHeavy: false })
      else if (answer.says === 'invoice' && answer.isLast)
        resolve({ invoice: answer.invoice, text: '', isHeavy: false })
      else isTextLeft = true
    }
    const die = (error: NodeJS.ErrnoException): void => giveUp(diedOf(error))
    const clock = setTimeout(() => giveUp(tooHeavy()), bounds.milliseconds)
    worker.on('message', hear)
    worker.on('error', die)
    forget = () => {
      clearTimeout(clock)
      worker.off('message', hear)
      worker.off('error', die)
    }
    worker.postMessage(question)
  }).finally(() => forget())
}

const tooHeavy = (cause?: unknown): ReadingError => new ReadingError({ code: 'pdfTooHeavy' }, { cause })

const diedOf = (error: NodeJS.ErrnoException): ReadingError =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? tooHeavy(error)
    : new ReadingError({ code: 'brokenPdf' }, { cause: error })
