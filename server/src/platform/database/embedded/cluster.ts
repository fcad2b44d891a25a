import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartRefusal } from '../../start-refusal.ts'
import { type Binaries, copiesForRoot } from './binaries.ts'
import { bareEnvironment } from './postmaster.ts'
import { canReach, type SystemUser } from './system-user.ts'

const run = promisify(execFile)

/**
 * Where the database's own files lie: in the data folder; or, when we are root and the data folder is in a place
 * PostgreSQL's user may not enter (/root), under /var/lib.
 */
export function clusterFor(folder: string, user: SystemUser | undefined): string {
  if (!user || canReach(folder, user)) return join(folder, 'postgres')
  const place = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  return join(copiesForRoot(), place, 'postgres')
}

export const majorOf = (cluster: string): number | undefined => {
  const file = join(cluster, 'PG_VERSION')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined
}

export interface NewCluster {
  readonly cluster: string
  readonly binaries: Binaries
  readonly user: SystemUser | undefined
  readonly password: string
  readonly durable: boolean
}

/** initdb: French order of words where ICU is there, a password for every sign-in. Appears whole or not at all. */
export async function createCluster(wanted: NewCluster): Promise<void> {
  const draft = `${wanted.cluster}.new`
  const french = ['--locale-provider=icu', '--icu-locale=fr-FR']
  try {
    try {
      await initdb(draft, wanted, french)
    } catch (error) {
      // A build without ICU, or without its French; any other reason will speak again here.
      if (!/icu|locale/i.test(String(error))) throw error
      await initdb(draft, wanted, [])
    }
    renameSync(draft, wanted.cluster)
  } catch (error) {
    const reason = (error as Error).message.trim()
    throw new StartRefusal({
      fr: `La base ne peut pas être créée dans ${wanted.cluster} : ${reason}`,
      en: `The database cannot be made in ${wanted.cluster}: ${reason}`,
    })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function initdb(draft: string, { binaries, user, password, durable }: NewCluster, locale: string[]) {
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(dirname(draft), { recursive: true })
  mkdirSync(draft, { mode: 0o700 })
  const aside = mkdtempSync(join(tmpdir(), 'quittance-'))
  const passwordFile = join(aside, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) for (const path of [draft, aside, passwordFile]) chownSync(path, user.ids.uid, user.ids.gid)
  try {
    await run(
      join(binaries.bin, 'initdb'),
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
        ...locale,
        ...(durable ? [] : ['--no-sync']),
      ],
      { cwd: '/', env: bareEnvironment(), ...user?.ids },
    )
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
