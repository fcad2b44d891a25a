import type { MultipartFile } from '@fastify/multipart'
import type { FastifyError, FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'

/**
 * Works on the file of a multipart request; undefined: none came. A body that is no multipart, or that breaks off, is
 * the sender's: AppError 400.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  mostBytes: number,
  work: (part: MultipartFile | undefined) => Promise<T>,
): Promise<T> {
  let part: MultipartFile | undefined
  try {
    part = await request.file({ limits: { fileSize: mostBytes } })
    return await work(part)
  } catch (error) {
    const isSaid = error instanceof AppError || (error as FastifyError).statusCode !== undefined
    throw !isSaid && (part === undefined || part.file.errored) ? brokenUpload() : error
  }
}

/** The same of any number of files, one after the other; more than `mostFiles` are refused by the reader of the request. */
export async function withUploads<T>(
  request: FastifyRequest,
  { mostBytes, mostFiles }: { readonly mostBytes: number; readonly mostFiles: number },
  work: (parts: AsyncIterable<MultipartFile>) => Promise<T>,
): Promise<T> {
  let last: MultipartFile | undefined
  async function* parts(): AsyncGenerator<MultipartFile> {
    for await (const part of request.files({
      limits: { fileSize: mostBytes, files: mostFiles, parts: mostFiles + 20 },
    })) {
      last = part
      yield part
    }
  }
  try {
    return await work(parts())
  } catch (error) {
    const isSaid = error instanceof AppError || (error as FastifyError).statusCode !== undefined
    throw !isSaid && (last === undefined || last.file.errored) ? brokenUpload() : error
  }
}

const brokenUpload = (): AppError =>
  new AppError('brokenUpload', 400, {
    fr: 'Le fichier n’est pas arrivé en entier. Déposez-le de nouveau.',
    en: 'The file did not arrive whole. Drop it again.',
  })
