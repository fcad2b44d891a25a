import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { commandWords, type Words } from './words.ts'

/** Where a command speaks: lines for the person, or one JSON document for a program. */
export interface Terminal {
  readonly language: 'fr' | 'en'
  readonly words: Words
  /** Text of the answer, as it is. Waits when the reader is slower than we are. */
  write(text: string): Promise<void>
  line(text?: string): Promise<void>
  /** Something the person should know, beside the answer. */
  remark(text: string): void
}

interface Streams {
  readonly stdout: Writable
  readonly stderr: Writable
  readonly environment: Readonly<Record<string, string | undefined>>
}

export function openTerminal({ stdout, stderr, environment }: Streams): Terminal {
  const language = languageOf(environment)
  const write = async (text: string) => {
    if (!stdout.write(text)) await once(stdout, 'drain')
  }
  return {
    language,
    words: commandWords[language],
    write,
    line: (text = '') => write(`${text}\n`),
    remark: (text) => stderr.write(`quittance: ${text}\n`),
  }
}

/** LC_ALL, then LANG, as every program of the terminal does; English when neither says French. */
export const languageOf = (environment: Readonly<Record<string, string | undefined>>): 'fr' | 'en' =>
  /^fr/i.test(environment.LC_ALL || environment.LANG || '') ? 'fr' : 'en'
