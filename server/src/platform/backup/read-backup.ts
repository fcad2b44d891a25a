import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { StartRefusal } from '../start-refusal.ts'
import { type Heading, headingSchema } from './format.ts'

/** A backup being read: its heading is known, its other lines come one after the other. */
export interface Reading {
  readonly heading: Heading
  readonly lines: AsyncGenerator<string, void, void>
}

export const damaged = (what: string): StartRefusal =>
  new StartRefusal({
    fr: `Cette sauvegarde est incomplète ou abîmée (${what}) : prenez-en une autre. Rien n’a été restauré.`,
    en: `This backup is incomplete or damaged (${what}): take another one. Nothing was restored.`,
  })

/** The file itself cannot be opened or read. */
export const unreadable = (reason: string): StartRefusal =>
  new StartRefusal({
    fr: `La sauvegarde n’a pas pu être lue : ${reason}.`,
    en: `The backup cannot be read: ${reason}.`,
  })

const notOurs = (): StartRefusal =>
  new StartRefusal({
    fr: 'Ce fichier n’est pas une sauvegarde de Quittance.',
    en: 'This file is not a backup of Quittance.',
  })

export async function openBackup(input: Readable): Promise<Reading> {
  const lines = linesOf(input)
  const first = await lines.next()
  const heading = headingSchema.safeParse(first.done ? undefined : parse(first.value))
  if (!heading.success) throw notOurs()
  return { heading: heading.data, lines }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // not JSON, hence not ours: the caller says so
  }
}

async function* linesOf(input: Readable): AsyncGenerator<string, void, void> {
  const gunzip = createGunzip()
  let failure: NodeJS.ErrnoException | undefined
  const flowing = pipeline(input, gunzip).catch((error: NodeJS.ErrnoException) => {
    failure = error
  })
  const decoder = new StringDecoder('utf8')
  let rest = ''
  try {
    for await (const chunk of gunzip) {
      const pieces = (rest + decoder.write(chunk)).split('\n')
      rest = pieces.pop() ?? ''
      yield* pieces
    }
  } catch (error) {
    await flowing
    throw readable(failure ?? (error as NodeJS.ErrnoException))
  }
  if (rest) yield rest
}

function readable(error: NodeJS.ErrnoException): Error {
  if (error.code === 'Z_DATA_ERROR' && error.message.includes('header')) {
    return notOurs()
  }
  if (error.code?.startsWith('Z_')) return damaged(error.message)
  return unreadable(error.message)
}
