import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found, type Sentence } from '../../platform/http/app-error.ts'
import { csvLine } from '../../platform/http/csv-line.ts'
import type { PostalService } from '../channels/postal-service.ts'
import type { InTransaction } from '../run/daily-run.ts'
import type { RunContext } from '../run/run-context.ts'
import { batchFiles, keepBatch, lockPrintable, noteHanded, removeBatch } from './batch-queries.ts'
import { explainUnprinted, type TaskLetter, writeLetterOf } from './letter-of-task.ts'
import { addressOf, printLetter, printLetters } from './print-letter.ts'

/** What stays out of a batch, and what to correct. */
export interface LeftOut {
  readonly task: number
  readonly customerName: string | null
  readonly sentence: Sentence
}

interface Ready extends TaskLetter {
  readonly pages: number
  readonly pdf: Buffer
}

/**
 * Prints the letters of these tasks in one file, in order, with the list of their addresses, and keeps both: the same
 * batch can be printed again, the same letter is in no second one. What cannot be printed is left out and told.
 */
export async function makeBatch(
  db: Db,
  tasks: readonly number[],
  run: RunContext,
): Promise<{ batch: number | null; leftOut: LeftOut[] }> {
  const printable = await lockPrintable(db, tasks)
  const leftOut: LeftOut[] = tasks
    .filter((task) => !printable.includes(task))
    .map((task) => ({ task, customerName: null, sentence: notToPrint }))
  const ready: Ready[] = []
  for (const task of printable) {
    const one = await prepared(db, task, run)
    if ('sentence' in one) leftOut.push(one)
    else ready.push(one)
  }
  if (ready.length === 0) return { batch: null, leftOut }
  const together = printLetters(ready.map((one) => one.letter))
  if (together.kind !== 'printed') throw new Error('Letters that can be printed alone cannot be printed together')
  let firstPage = 1
  const letters = ready.map(({ task, pages, pdf }) => {
    const letter = { task, firstPage, pages, pdf }
    firstPage += pages
    return letter
  })
  const batch = await keepBatch(db, {
    pdf: together.pdf,
    pages: together.pages,
    addresses: Buffer.from(addressList(ready), 'utf8'),
    on: run.today,
    letters,
  })
  await recordInJournal(db, {
    act: 'letterBatch.printed',
    thing: 'letterBatch',
    thingId: batch,
    details: { letters: letters.length },
  })
  return { batch, leftOut }
}

async function prepared(db: Db, task: number, run: RunContext): Promise<Ready | LeftOut> {
  try {
    const written = await writeLetterOf(db, task, run)
    if (!written) return { task, customerName: null, sentence: notToPrint }
    const printed = printLetter(written.letter)
    if (printed.kind === 'printed') return { ...written, pages: printed.pages, pdf: printed.pdf }
    return { task, customerName: written.customerName, sentence: explainUnprinted(printed) }
  } catch (error) {
    if (error instanceof AppError) return { task, customerName: null, sentence: error.sentence }
    throw error
  }
}

const columns = [
  'letter',
  'reference',
  'registered',
  'first_page',
  'pages',
  'line_1',
  'line_2',
  'line_3',
  'line_4',
  'line_5',
  'line_6',
  'country',
]

/** One line a letter, in the order of the sheets: what a postal service or a machine that folds reads. UTF-8, semicolons. */
function addressList(letters: readonly Ready[]): string {
  let firstPage = 1
  const lines = letters.map(({ letter, pages }, index) => {
    const address = addressOf(letter)
    const box = address.kind === 'lines' ? address.lines : []
    const cells = [
      String(index + 1),
      letter.customerCode,
      letter.registered ? 'yes' : 'no',
      String(firstPage),
      String(pages),
      ...Array.from({ length: 6 }, (_, line) => box[line] ?? ''),
      letter.addressee.country,
    ]
    firstPage += pages
    return csvLine(cells, ';')
  })
  return `\ufeff${csvLine(columns, ';')}${lines.join('')}`
}

/** Gives a batch to a postal service. Asked again, or stopped in the middle and asked again, it is given once. */
export async function handBatch(
  inTransaction: InTransaction,
  given: { readonly batch: number; readonly key: string; readonly service: PostalService; readonly nowMs: number },
): Promise<void> {
  const { batch, key, service, nowMs } = given
  const files = found(await inTransaction((db) => batchFiles(db, batch)))
  if (files.handedAt !== null) return
  const { place } = await service.deposit({ ...files, key })
  await inTransaction(async (db) => {
    if ((await noteHanded(db, batch, { service: service.name, place, atMs: nowMs })) === 0) return
    await recordInJournal(db, {
      act: 'letterBatch.handed',
      thing: 'letterBatch',
      thingId: batch,
      details: { service: service.name, place },
    })
  })
}

/** Undo of printing: possible until the batch was given away or a letter of it posted. */
export async function undoBatch(db: Db, batch: number): Promise<void> {
  found(await batchFiles(db, batch))
  if ((await removeBatch(db, batch)) === 0) throw alreadyGiven()
  await recordInJournal(db, { act: 'letterBatch.undone', thing: 'letterBatch', thingId: batch })
}

const notToPrint: Sentence = {
  fr: 'Ce courrier n’est plus à imprimer : il est déjà dans un lot, ou son action est terminée.',
  en: 'This letter is no longer to be printed: it is in a batch already, or its task has ended.',
}

const alreadyGiven = (): AppError =>
  new AppError('alreadyGiven', 409, {
    fr: 'Ce lot a déjà été remis, ou l’un de ses courriers est posté : il reste tel quel.',
    en: 'This batch was already handed over, or one of its letters is posted: it stays as it is.',
  })
