import type { Readable } from 'node:stream'
import type { FolderEntry } from '@quittance/core/imports/watched-files.ts'
import type { Sentence } from '../../../platform/http/app-error.ts'

/** A folder whose files are fetched, here or on another machine. */
export interface WatchedFolder {
  list(): Promise<readonly FoundEntry[]>
  /** The bytes of one of the files listed. */
  read(name: string): Promise<Readable>
  /** Why reading it broke off, and the next move; other errors as they are. */
  explain(name: string, error: unknown): unknown
  /** Into the folder `done` beside it, which is made; never over another file. */
  moveToDone(name: string): Promise<void>
  close(): Promise<void>
  /** SHA-256 of the key the server showed; null for a folder of this machine. */
  readonly hostKey: string | null
}

export interface FoundEntry extends FolderEntry {
  /** It is a link that leads out of the folders allowed. */
  readonly leadsOut?: boolean
}

/** More files than that in one folder are not looked through. */
export const mostEntries = 5_000

/** Why a source could not be looked at, and the next move; shown as it is. */
export class WatchTrouble extends Error {
  readonly code: string
  readonly sentence: Sentence
  /** Nothing more is tried before a person has looked. */
  readonly stops: boolean

  constructor(code: string, sentence: Sentence, { stops = false, cause }: { stops?: boolean; cause?: unknown } = {}) {
    super(sentence.en, { cause })
    this.code = code
    this.sentence = sentence
    this.stops = stops
  }
}

export const tooManyFiles = (): WatchTrouble =>
  new WatchTrouble('tooManyFiles', {
    fr: `Ce dossier contient plus de ${mostEntries} fichiers : rangez les anciens ailleurs, ou activez « Ranger dans « done » ».`,
    en: `This folder holds more than ${mostEntries} files: put the old ones elsewhere, or switch on “Move to ‘done’”.`,
  })
