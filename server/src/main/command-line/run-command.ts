import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Clock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { StartRefusal } from '../../platform/start-refusal.ts'
import { agedBalanceCommand } from './aged-balance.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { type Asked, type Command, CommandRefusal, type ExitCode, type Opened } from './command.ts'
import { demoCommand } from './demo.ts'
import { importCommand } from './import.ts'
import { remindCommand } from './remind.ts'
import type { Terminal } from './terminal.ts'

interface Described {
  readonly run: Command
  /** 'in': must be there; 'out': is written. */
  readonly file?: 'in' | 'out'
  readonly options: readonly ('on' | 'dry-run' | 'organization' | 'remove')[]
}

const commands: Readonly<Record<string, Described>> = {
  import: { run: importCommand, file: 'in', options: ['dry-run', 'organization'] },
  remind: { run: remindCommand, options: ['on', 'dry-run', 'organization'] },
  'aged-balance': { run: agedBalanceCommand, options: ['on', 'organization'] },
  check: { run: checkCommand, options: ['organization'] },
  backup: { run: backupCommand, file: 'out', options: [] },
  restore: { run: restoreCommand, file: 'in', options: [] },
  demo: { run: demoCommand, options: ['remove'] },
}

export interface Surroundings {
  readonly terminal: Terminal
  readonly clock: Clock
  readonly config: Config
  /** Opens the database, for this one command. */
  open(): Promise<Opened & { close(): Promise<void> }>
}

/** Runs what was typed after `quittance`. Never throws: what goes wrong is said, and the answer is 2. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { terminal } = surroundings
  try {
    const typed = readArguments(args, terminal)
    if (typed === 'help') {
      await terminal.line(terminal.words.help)
      return 0
    }
    return await withPlatform(surroundings, typed)
  } catch (error) {
    terminal.remark(sentenceOf(error, terminal))
    if (isBug(error) && process.env.LOG_LEVEL === 'debug') terminal.remark(String((error as Error).stack))
    return 2
  }
}

async function withPlatform(surroundings: Surroundings, { command, asked }: Typed): Promise<ExitCode> {
  const opened = await surroundings.open()
  try {
    return await command.run({ ...opened, ...surroundings, asked })
  } finally {
    await opened.close()
  }
}

interface Typed {
  readonly command: Described
  readonly asked: Asked
}

function readArguments(args: readonly string[], { words }: Terminal): Typed | 'help' {
  const { values, positionals } = parse(args, words.unknownOption)
  const [name = 'help', file, ...more] = positionals
  if (name === 'help' || values.help) return 'help'
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new CommandRefusal(words.unknownCommand(name))
  for (const option of ['on', 'dry-run', 'organization', 'remove'] as const) {
    const isSaid = values[option] !== undefined && values[option] !== false
    if (isSaid && !command.options.includes(option)) throw new CommandRefusal(words.notFor(`--${option}`, name))
  }
  const tooMuch = command.file ? more[0] : file
  if (tooMuch !== undefined) throw new CommandRefusal(words.tooManyFiles(tooMuch))
  if (command.file && file === undefined) throw new CommandRefusal(words.fileMissing(name))
  if (command.file === 'in' && file !== undefined && !existsSync(file)) throw new CommandRefusal(words.noSuchFile(file))
  const { json, 'dry-run': dryRun, remove, organization, on } = values
  return { command, asked: { file, json, dryRun, remove, organization, on } }
}

function parse(args: readonly string[], unknown: (message: string) => string) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        remove: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        organization: { type: 'string' },
        on: { type: 'string' },
      },
    })
  } catch (error) {
    throw new CommandRefusal(unknown((error as Error).message.split('. ')[0] ?? ''))
  }
}

const isBug = (error: unknown): boolean =>
  !(error instanceof CommandRefusal || error instanceof StartRefusal || error instanceof AppError)

function sentenceOf(error: unknown, { language, words }: Terminal): string {
  if (error instanceof AppError) return error.sentence[language]
  return isBug(error) ? words.bug((error as Error).message) : (error as Error).message
}
