import { cutText } from '@quittance/core/imports/cut-text.ts'
import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import type { FastifyRequest } from 'fastify'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import { openSource } from '../../imports/reading/source-file.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { withUpload } from '../../platform/http/with-upload.ts'
import { largestStatement } from '../reading/limits.ts'
import { UnknownColumns } from '../reading/statement-list.ts'
import { type Bringing, type BroughtStatements, bringStatement } from './bring-statement.ts'

/** Takes the file of a multipart request, to disk first so that a slow sender holds no transaction, and brings it in. */
export const uploadStatement = (request: FastifyRequest, bringing: Bringing): Promise<BroughtStatements> =>
  withUpload(request, largestStatement + 1, async (part) => {
    if (!part) throw noFile()
    try {
      const source = await openSource(part.file, largestStatement)
      try {
        return await bringStatement({ path: source.path, name: part.filename.trim() || 'releve' }, bringing)
      } finally {
        await source.release()
      }
    } catch (error) {
      throw error instanceof ReadingError ? asRefusal(error) : error
    }
  })

/** With the line where it shows, and what to do next. */
const asRefusal = (error: ReadingError): AppError => {
  const { problem: found } = error
  const isTooLarge = found.code === 'fileTooLarge' || found.code === 'statementTooLarge'
  const problem = isTooLarge
    ? { code: 'statementTooLarge' as const, value: String(largestStatement / 1_000_000) }
    : found
  const sentence = { fr: problemSentence(problem, 'fr'), en: problemSentence(problem, 'en') }
  const columns = error instanceof UnknownColumns && { columns: columnsShown(error) }
  return new AppError(problem.code, isTooLarge ? 413 : 422, sentence, {
    ...(problem.line && { line: problem.line }),
    ...columns,
  })
}

const mostColumns = 60

/** What a person recognises the columns by: their titles and what stands first under each. */
const columnsShown = ({ headers, samples }: UnknownColumns) =>
  headers.slice(0, mostColumns).map((header, index) => ({
    header: cutText(header, 60),
    samples: samples.map((cells) => cutText(cells[index] ?? '', 60)),
  }))

const noFile = (): AppError =>
  new AppError('noFile', 400, {
    fr: 'Aucun fichier n’a été reçu. Choisissez un relevé de votre banque : CAMT.053, CFONB 120, MT940, OFX ou CSV.',
    en: 'No file was received. Choose a statement of your bank: CAMT.053, CFONB 120, MT940, OFX or CSV.',
  })
