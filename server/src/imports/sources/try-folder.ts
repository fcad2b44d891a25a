import { judgeFiles, type WatchVerdict } from '@quittance/core/imports/watched-files.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { z } from 'zod'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import type { sourceEndpoints } from './contract.ts'
import { seenFiles, sourceById } from './source-queries.ts'
import { closeSecret, type FolderTools, openFolder } from './watching/open-folder.ts'
import { WatchTrouble } from './watching/watched-folder.ts'

type Asked = z.output<NonNullable<(typeof sourceEndpoints)['tryFolder']['body']>>
type Answer = z.input<NonNullable<(typeof sourceEndpoints)['tryFolder']['answer']>>

const mostShown = 100

interface Trier {
  readonly organization: number
  readonly language: Language
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}

/** Looks into a folder as its source would, outside any transaction; takes nothing, keeps nothing. */
export async function tryFolder(tools: FolderTools, trier: Trier, asked: Asked): Promise<Answer> {
  const { sourceId } = asked
  const stored =
    sourceId === undefined
      ? null
      : await trier.transaction(async (db) => ({
          ...found(await sourceById(db, sourceId)),
          seen: await seenFiles(db, sourceId),
        }))
  const isSamePlace = JSON.stringify(asked.settings.server) === JSON.stringify(stored?.settings?.server)
  if (asked.kind === 'sftp' && !asked.settings.server) throw serverNeeded()
  const typed = asked.secret?.password || asked.secret?.privateKey ? closeSecret(tools.seal, asked.secret ?? {}) : null
  const secretSealed = typed ?? (isSamePlace ? (stored?.secretSealed ?? null) : null)
  if (asked.kind === 'sftp' && secretSealed === null) throw secretNeeded()
  const hostKey = isSamePlace ? (stored?.hostKey ?? null) : null
  try {
    const folder = await openFolder(tools, trier.organization, { ...asked, hostKey, secretSealed })
    try {
      const entries = await folder.list()
      const verdicts = judgeFiles(entries, stored?.seen ?? [], {
        pattern: asked.settings.pattern,
        now: tools.clock.now(),
      })
      const files = entries.map(({ name, size, modifiedAt, leadsOut }) => ({
        name,
        size,
        modifiedAt: new Date(modifiedAt).toISOString(),
        verdict: leadsOut ? ('leadsOut' as const) : shownVerdict(verdicts.get(name)),
      }))
      return { hostKey: folder.hostKey, trouble: null, files: files.slice(0, mostShown), fileCount: files.length }
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!(error instanceof WatchTrouble)) throw error
    return { hostKey: null, trouble: error.sentence[trier.language], files: [], fileCount: 0 }
  }
}

const shownVerdict = (verdict: WatchVerdict | undefined): Answer['files'][number]['verdict'] =>
  verdict === 'ignore' || verdict === undefined ? 'ignored' : verdict === 'done' ? 'taken' : 'new'

const serverNeeded = (): AppError =>
  new AppError('serverNeeded', 422, {
    fr: 'Indiquez le serveur SFTP : son nom, son port et l’identifiant.',
    en: 'Say the SFTP server: its name, its port and the user name.',
  })

const secretNeeded = (): AppError =>
  new AppError('secretNeeded', 422, {
    fr: 'Saisissez le mot de passe ou la clé privée pour essayer.',
    en: 'Type the password or the private key to try.',
  })
