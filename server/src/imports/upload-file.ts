import type { MultipartFile } from '@fastify/multipart'
import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { withUploads } from '../platform/http/with-upload.ts'
import { packFiles } from './pack-files.ts'
import { asksToApply, mayBeSent, noteSending, type Sending } from './pushing/sent-by-program.ts'
import { ReadingError } from './reading/reading-error.ts'
import { openSource, type SourceFile } from './reading/source-file.ts'
import { legalEntityOrFirst } from './source-files.ts'
import { mostBytes, storeFile } from './stored-bytes.ts'

type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Files of one drop at most. */
const mostFiles = 5000

/**
 * Takes the file of a multipart request, or the many that were dropped at once, streamed to disk first so that a slow sender
 * holds no transaction. Many are kept as one archive.
 */
export const uploadFile = (
  request: FastifyRequest,
  transaction: InTransaction,
  { key, applies }: Sending,
): Promise<number> =>
  withUploads(request, { mostBytes: mostBytes + 1, mostFiles: mostFiles + 1 }, async (parts) => {
    const sources: (SourceFile & { readonly name: string })[] = []
    let wish: { readonly folder: string; readonly sending: Sending } | undefined
    try {
      let room = mostBytes
      for await (const part of parts) {
        wish ??= { folder: folderOf(part), sending: mayBeSent({ key, applies: applies || asksToApply(part) }) }
        if (sources.length === mostFiles) throw new ReadingError({ code: 'tooManyFiles', value: String(mostFiles) })
        const source = await openSource(part.file, room)
        sources.push({ ...source, name: part.filename.trim() || 'fichier' })
        if (part.file.truncated) throw tooLarge()
        room -= source.size
      }
      const [first] = sources
      if (!first || !wish) throw noFile()
      if (sources.length === 1) return await keepFile(first, transaction, wish.sending)
      const packed = await packFiles(sources)
      const name = wish.folder || `${first.name} + ${sources.length - 1}`
      return await keepFile({ ...packed, name }, transaction, wish.sending).finally(packed.release)
    } catch (error) {
      throw error instanceof ReadingError ? asRefusal(error, mostBytes) : error
    } finally {
      await Promise.all(sources.map((source) => source.release()))
    }
  })

/** What the folder that was dropped is called, where the sender says it before its files. */
function folderOf({ fields }: MultipartFile): string {
  const { folder } = fields
  return folder && 'value' in folder && typeof folder.value === 'string' ? folder.value.trim() : ''
}

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

/** What is left of the room for a drop is not the limit: that of the whole is told. */
const asRefusal = ({ problem: found }: ReadingError, most: number): AppError => {
  const problem = found.code === 'fileTooLarge' ? { ...found, value: String(most / 1_000_000) } : found
  return new AppError(problem.code, problem.code === 'fileTooLarge' ? 413 : 422, {
    fr: problemSentence(problem, 'fr'),
    en: problemSentence(problem, 'en'),
  })
}

const tooLarge = (): ReadingError => new ReadingError({ code: 'fileTooLarge' })

const noFile = (): AppError =>
  new AppError('noFile', 400, {
    fr: 'Aucun fichier n’a été reçu. Choisissez la liste de vos factures, en CSV ou en XLSX, ou vos factures électroniques.',
    en: 'No file was received. Choose your list of invoices, as CSV or XLSX, or your electronic invoices.',
  })

const noLegalEntity = (): AppError =>
  new AppError('noLegalEntity', 409, {
    fr: 'Aucune société n’émet encore de factures : ajoutez-la dans Réglages, Entreprise.',
    en: 'No firm invoices yet: add it in Settings, Company.',
  })
