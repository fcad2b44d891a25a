import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Clock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { StartRefusal } from '../../platform/start-refusal.ts'
import { agedBalanceCommand } from './aged-balance.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { type Asked, type Command, type Commanded, CommandRefusal, type ExitCode, type Opened } from './command.ts'
import { demoCommand } from './demo.ts'
import { importCommand } from './import.ts'
import { inspectCommand } from './inspect.ts'
import { organizationsCommand } from './organizations-command.ts'
import { passwordCommand } from './password.ts'
import { pauseCommand, resumeCommand } from './pause.ts'
import { reconcileCommand } from './reconcile.ts'
import { remindCommand } from './remind.ts'
import { scenariosCommand } from './scenarios.ts'
import { session } from './session.ts'
import { sourcesCommand } from './sources.ts'
import type { Terminal } from './terminal.ts'
import { verifyCommand } from './verify.ts'

type Described = (
  | { readonly run: Command; readonly alone?: undefined }
  /** Works without a database, which is then not even started. */
  | { readonly run: (given: Pick<Commanded, 'terminal' | 'asked'>) => Promise<ExitCode>; readonly alone: true }
) & {
  /** What follows the name. 'in': a file that must be there; 'out': one that is written. */
  readonly asks?: 'in' | 'out' | 'email' | 'customer' | 'maybe' | 'verb'
  readonly options: readonly Option[]
}

const reconcileOptions = ['learn', 'until', 'confirm', 'days', 'apply'] as const
const optionNames = [
  'on',
  'dry-run',
  'organization',
  'remove',
  'name',
  'commands',
  'seal',
  'account',
  'customer',
  'invoice',
  'done',
  ...reconcileOptions,
] as const
type Option = (typeof optionNames)[number]

const commands: Readonly<Record<string, Described>> = {
  inspect: { run: inspectCommand, alone: true, asks: 'in', options: [] },
  import: { run: importCommand, asks: 'in', options: ['dry-run', 'organization', 'account'] },
  remind: { run: remindCommand, options: ['on', 'dry-run', 'done', 'customer', 'organization'] },
  pause: { run: pauseCommand, asks: 'customer', options: ['invoice', 'on', 'until', 'organization'] },
  resume: { run: resumeCommand, asks: 'customer', options: ['invoice', 'organization'] },
  'aged-balance': { run: agedBalanceCommand, options: ['on', 'organization'] },
  reconcile: { run: reconcileCommand, options: ['organization', ...reconcileOptions] },
  scenarios: { run: scenariosCommand, asks: 'verb', options: ['organization', 'dry-run', 'customer', 'invoice'] },
  sources: { run: sourcesCommand, options: ['organization'] },
  check: { run: checkCommand, options: ['organization'] },
  verify: { run: verifyCommand, alone: true, asks: 'in', options: ['seal'] },
  organizations: { run: organizationsCommand, asks: 'maybe', options: ['name'] },
  session: { run: sessionCommand, options: ['organization', 'commands'] },
  backup: { run: backupCommand, asks: 'out', options: [] },
  restore: { run: restoreCommand, asks: 'in', options: [] },
  demo: { run: demoCommand, options: ['remove'] },
  password: { run: passwordCommand, asks: 'email', options: [] },
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
    if (typed.command.alone) return await typed.command.run({ terminal, asked: typed.asked })
    return await withPlatform(surroundings, typed)
  } catch (error) {
    terminal.remark(sentenceOf(error, terminal))
    if (isBug(error) && process.env.LOG_LEVEL === 'debug') terminal.remark(String((error as Error).stack))
    return 2
  }
}

/** Many commands on one open platform; each is run as if it were typed alone. */
function sessionCommand(given: Commanded): Promise<ExitCode> {
  const { asked, terminal, clock, config } = given
  if (asked.commands !== undefined) refuseNoFile(asked.commands, terminal.words)
  const wishes = { file: asked.commands, stdin: terminal.stdin }
  return session(given, wishes, (args, answering, { database, secrets }) =>
    runCommand(forOrganization(args, asked.organization), {
      terminal: answering,
      clock,
      config,
      open: async () => ({ database, secrets, close: async () => undefined }),
    }),
  )
}

/** The organisation said for the session is that of every line that asks for one and names none. */
function forOrganization(args: readonly string[], organization: string | undefined): readonly string[] {
  const [name = ''] = args
  const takesOne = Object.hasOwn(commands, name) && commands[name]?.options.includes('organization')
  const isNamed = args.some((arg) => arg.startsWith('--organization'))
  return takesOne && !isNamed && organization !== undefined ? [...args, '--organization', organization] : args
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
  const [name = 'help', what, ...more] = positionals
  if (name === 'help' || values.help) return 'help'
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new CommandRefusal(words.unknownCommand(name))
  for (const option of optionNames) {
    const isSaid = values[option] !== undefined && values[option] !== false
    if (isSaid && !command.options.includes(option)) throw new CommandRefusal(words.notFor(`--${option}`, name))
  }
  refuseWhatFollows(command, { name, what, more }, words)
  for (const path of [values.learn, values.confirm, values.days]) if (path !== undefined) refuseNoFile(path, words)
  const { 'dry-run': dryRun, help: _help, organization, on, ...said } = values
  return { command, asked: { ...said, what, also: more[0], dryRun, organization, on } }
}

interface Followed {
  readonly name: string
  readonly what: string | undefined
  readonly more: readonly string[]
}

function refuseWhatFollows({ asks }: Described, { name, what, more }: Followed, words: Terminal['words']): void {
  const tooMuch = asks === 'verb' ? more[1] : asks ? more[0] : what
  if (tooMuch !== undefined) throw new CommandRefusal(words.tooMuch(tooMuch))
  if (!asks || asks === 'maybe' || asks === 'verb') return
  if (!what && asks === 'customer') throw new CommandRefusal(words.customerMissing(name))
  if (!what) throw new CommandRefusal(asks === 'email' ? words.emailMissing : words.fileMissing(name))
  if (asks !== 'in') return
  refuseNoFile(what, words)
}

function refuseNoFile(path: string, words: Terminal['words']): void {
  if (!existsSync(path)) throw new CommandRefusal(words.noSuchFile(path))
  if (!statSync(path).isFile()) throw new CommandRefusal(words.noFile(path))
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
        name: { type: 'string' },
        commands: { type: 'string' },
        seal: { type: 'string' },
        account: { type: 'string' },
        customer: { type: 'string' },
        invoice: { type: 'string' },
        done: { type: 'boolean', default: false },
        learn: { type: 'string' },
        until: { type: 'string' },
        confirm: { type: 'string' },
        days: { type: 'string' },
        apply: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new CommandRefusal(unknown((error as Error).message.split('. ')[0] ?? ''))
  }
}

const isBug = (error: unknown): boolean =>
  !(error instanceof CommandRefusal || error instanceof StartRefusal || error instanceof AppError)

function sentenceOf(error: unknown, { language, words }: Terminal): string {
  if (error instanceof AppError || error instanceof StartRefusal) return error.sentence[language]
  return isBug(error) ? words.bug((error as Error).message) : (error as Error).message
}
