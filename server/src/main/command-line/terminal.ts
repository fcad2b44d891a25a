import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Readable, Writable } from 'node:stream'
import type { Language } from '@quittance/core/money/format-money.ts'
import { CommandRefusal } from './command.ts'
import { commandWords, type Words } from './words.ts'

/** Where a command speaks: lines for the person, or one JSON document for a program. */
export interface Terminal {
  readonly language: Language
  readonly words: Words
  /** What is typed or piped in. */
  readonly stdin: Readable
  /** Text of the answer, as it is. Waits when the reader is slower than we are. */
  write(text: string): Promise<void>
  line(text?: string): Promise<void>
  /** Something the person should know, beside the answer. */
  remark(text: string): void
  /**
   * A word that must not stand in a command: typed unseen and twice, or the first line of what is piped in. Throws
   * CommandRefusal when the two differ or nothing comes.
   */
  askSecret(): Promise<string>
}

interface Streams {
  readonly stdout: Writable
  readonly stderr: Writable
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly environment: Readonly<Record<string, string | undefined>>
}

export function openTerminal({ stdout, stderr, stdin, environment }: Streams): Terminal {
  const language = languageOf(environment)
  const words = commandWords[language]
  const write = async (text: string) => {
    if (!stdout.write(text)) await once(stdout, 'drain')
  }
  return {
    language,
    words,
    stdin,
    write,
    line: (text = '') => write(`${text}\n`),
    remark: (text) => stderr.write(`quittance: ${text}\n`),
    askSecret: async () => {
      if (!stdin.isTTY) return pipedLine(stdin)
      const typed = await typedUnseen({ stdin, stderr, question: words.newPassword, stopped: words.stopped })
      const again = await typedUnseen({ stdin, stderr, question: words.newPasswordAgain, stopped: words.stopped })
      if (typed !== again) throw new CommandRefusal(words.passwordsDiffer)
      return typed
    },
  }
}

async function pipedLine(stdin: Readable): Promise<string> {
  for await (const line of createInterface({ input: stdin })) return line
  return ''
}

interface Question extends Pick<Streams, 'stdin' | 'stderr'> {
  readonly question: string
  /** Said when the person breaks off (Ctrl-C, Ctrl-D). */
  readonly stopped: string
}

function typedUnseen({ stdin, stderr, question, stopped }: Question): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reading = createInterface({ input: stdin, output: nowhere, terminal: true })
  stderr.write(question)
  return new Promise<string>((resolve, reject) => {
    reading.once('line', resolve)
    reading.once('close', () => reject(new CommandRefusal(stopped)))
  }).finally(() => {
    reading.close()
    stderr.write('\n')
  })
}

/** LC_ALL, then LANG, as every program of the terminal does; English when neither says French. */
export const languageOf = (environment: Readonly<Record<string, string | undefined>>): Language =>
  /^fr/i.test(environment.LC_ALL || environment.LANG || '') ? 'fr' : 'en'
