import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Commanded, ExitCode, Opened } from './command.ts'
import { splitWords } from './split-words.ts'
import type { Terminal } from './terminal.ts'

export interface SessionWishes {
  /** A file of commands; absent: they are typed or piped in. */
  readonly file: string | undefined
  readonly stdin: Readable
}

/** Runs what stands on one line, on the platform that is open; answers as the command alone would. */
export type RunLine = (args: readonly string[], terminal: Terminal, opened: Opened) => Promise<ExitCode>

/**
 * One command a line, as after `quittance` or as a JSON array of words, each answered by one line of JSON; the database is
 * opened once. A command that fails does not end it. Answers the highest of the exit codes.
 */
export async function session(given: Commanded, wishes: SessionWishes, runLine: RunLine): Promise<ExitCode> {
  const { terminal } = given
  const input = wishes.file === undefined ? wishes.stdin : createReadStream(wishes.file)
  let worst: ExitCode = 0
  for await (const typed of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = typed.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line === 'exit' || line === 'quit') break
    const answered = await answerTo(line, { given, runLine })
    if (answered.exitCode > worst) worst = answered.exitCode
    await terminal.line(JSON.stringify(answered))
  }
  return worst
}

interface Around {
  readonly given: Commanded
  readonly runLine: RunLine
}

interface Answered {
  readonly line: string
  readonly exitCode: ExitCode
  /** What the command prints with --json; a text where it prints none. */
  readonly answer: unknown
  /** What it says beside its answer: why it could not, for one. */
  readonly remarks: readonly string[]
  readonly milliseconds: number
}

async function answerTo(line: string, { given, runLine }: Around): Promise<Answered> {
  const began = given.clock.now()
  const said: string[] = []
  const remarks: string[] = []
  const terminal: Terminal = {
    ...given.terminal,
    write: async (text) => void said.push(text),
    line: async (text = '') => void said.push(`${text}\n`),
    remark: (text) => void remarks.push(text),
  }
  const exitCode = await run(line, { given, runLine }, terminal)
  return { line, exitCode, answer: parsed(said.join('')), remarks, milliseconds: given.clock.now() - began }
}

async function run(line: string, { given, runLine }: Around, terminal: Terminal): Promise<ExitCode> {
  const { words } = given.terminal
  const args = wordsOf(line)
  if (args === undefined) {
    terminal.remark(words.unreadableLine)
    return 2
  }
  const [name = ''] = args
  if (readsItself.includes(name)) {
    terminal.remark(words.notInSession(name))
    return 2
  }
  return runLine(args.includes('--json') ? args : [...args, '--json'], terminal, given)
}

/** Commands that read what is typed after them: in a session that is the next command. */
const readsItself = ['session', 'password']

function wordsOf(line: string): readonly string[] | undefined {
  if (!line.startsWith('[')) return splitWords(line)
  try {
    const read: unknown = JSON.parse(line)
    return Array.isArray(read) && read.every((word) => typeof word === 'string') ? read : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function parsed(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
