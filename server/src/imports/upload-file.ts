import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { withUpload } from '../platform/http/with-upload.ts'
import { asksToApply, mayBeSent, noteSending, type Sending } from './pushing/sent-by-program.ts'
import { ReadingError } from './reading/reading-error.ts'
import { openSource } from './reading/source-file.ts'
import { legalEntityOrFirst } from './source-files.ts'
import { mostBytes, storeFile } from './stored-bytes.ts'

type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Takes the file of a multipart request, streamed to disk first so that a slow sender holds no transaction. */
export const uploadFile = (
  request: FastifyRequest,
  transaction: InTransaction,
  { key, applies }: Sending,
): Promise<number> =>
  withUpload(request, mostBytes + 1, async (part) => {
    if (!part) throw noFile()
    const sending = mayBeSent({ key, applies: applies || asksToApply(part) })
    const name = part.filename.trim() || 'fichier'
    try {
      const source = await openSource(part.file, mostBytes)
      try {
        if (part.file.truncated) throw tooLarge()
        return await keepFile({ path: source.path, name, size: source.size }, transaction, sending)
      } finally {
        await source.release()
      }
    } catch (error) {
      throw error instanceof ReadingError ? asRefusal(error) : error
    }
  })

/** Keeps a file that lies on disk; it is to be checked next. Answers its number. */
export const keepFile = (
  { path, name, size }: { readonly path: string; readonly name: string; readonly size: number },
  transaction: InTransaction,
  sending: Sending | null = null,
): Promise<number> =>
  transaction(async (db) => {
    const legalEntity = await legalEntityOrFirst(db, sending?.key?.legalEntity ?? null)
    if (!legalEntity) throw noLegalEntity()
    const id = await storeFile(db, { path, name: name.slice(0, 200), size, legalEntity: legalEntity.id })
    if (sending) await noteSending(db, id, sending)
    return id
  })

const asRefusal = ({ problem }: ReadingError): AppError =>
  new AppError(problem.code, problem.code === 'fileTooLarge' ? 413 : 422, {
    fr: problemSentence(problem, 'fr'),
    en: problemSentence(problem, 'en'),
  })

const tooLarge = (): AppError => asRefusal(new ReadingError({ code: 'fileTooLarge', value: '100 Mo' }))

const noFile = (): AppError =>
  new AppError('noFile', 400, {
    fr: 'Aucun fichier n’a été reçu. Choisissez la liste de vos factures, en CSV ou en XLSX.',
    en: 'No file was received. Choose your list of invoices, as CSV or XLSX.',
  })

const noLegalEntity = (): AppError =>
  new AppError('noLegalEntity', 409, {
    fr: 'Aucune société n’émet encore de factures : ajoutez-la dans Réglages, Entreprise.',
    en: 'No firm invoices yet: add it in Settings, Company.',
  })
