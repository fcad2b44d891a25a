import type { z } from 'zod'
import { changesBetween, recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import type { Seal } from '../../platform/sealing.ts'
import type { ImportWork } from '../import-work.ts'
import { legalEntityOrFirst } from '../source-files.ts'
import type { sourceEndpoints } from './contract.ts'
import {
  insertSource,
  removeUnusedSource,
  type SourceRow,
  type SourceWords,
  sourceById,
  writeSource,
} from './source-queries.ts'
import { closeSecret } from './watching/open-folder.ts'

type Added = z.output<NonNullable<(typeof sourceEndpoints)['addSource']['body']>>
type Changed = z.output<NonNullable<(typeof sourceEndpoints)['changeSource']['body']>>

/** Has a folder watched from the next minute on; what it asks for is tried there, not here. */
export async function addSource(db: Db, seal: Seal, { kind, ...asked }: Added): Promise<number> {
  const entity = await legalEntityOrFirst(db, asked.legalEntityId ?? null)
  if (!entity) throw unknownFirm()
  refuseSettings(kind, asked.settings)
  if (kind === 'sftp' && !hasSecret(asked.secret)) throw secretNeeded()
  const words: SourceWords = {
    ...asked,
    legalEntityId: entity.id,
    secretSealed: asked.secret && kind === 'sftp' ? closeSecret(seal, asked.secret) : null,
    hostKey: kind === 'sftp' ? (asked.hostKey ?? null) : null,
  }
  const id = await insertSource(db, kind, words)
  await recordInJournal(db, { act: 'created', thing: 'source', thingId: id, details: told({ ...words, kind }) })
  return id
}

/** Changes what a source is told to do; customers whose messages wait for it are decided again. */
export async function changeSource(
  db: Db,
  { seal, work }: { readonly seal: Seal; readonly work: Pick<ImportWork, 'factsChanged' | 'waitingForSource'> },
  id: number,
  asked: Changed,
): Promise<void> {
  const before = found(await sourceById(db, id))
  const isWatched = before.kind === 'folder' || before.kind === 'sftp'
  const entity = found(await legalEntityOrFirst(db, asked.legalEntityId ?? before.legalEntityId))
  const settings = isWatched ? (asked.settings ?? before.settings) : null
  if (isWatched && settings) refuseSettings(before.kind as 'folder' | 'sftp', settings)
  const isSamePlace = JSON.stringify(settings?.server) === JSON.stringify(before.settings?.server)
  if (before.kind === 'sftp' && !isSamePlace && !hasSecret(asked.secret)) throw secretNeeded()
  const words: SourceWords = {
    name: asked.name,
    holds: asked.holds,
    isGuarded: asked.isGuarded,
    isActive: asked.isActive,
    legalEntityId: isWatched ? entity.id : before.legalEntityId,
    settings,
    secretSealed:
      before.kind === 'sftp' && hasSecret(asked.secret) ? closeSecret(seal, asked.secret ?? {}) : before.secretSealed,
    hostKey: isSamePlace && !asked.acceptsNewHostKey ? before.hostKey : (asked.hostKey ?? null),
  }
  await writeSource(db, id, words)
  const details = changesBetween(told(before), told({ ...words, kind: before.kind }))
  if (Object.keys(details).length > 0) {
    await recordInJournal(db, { act: 'changed', thing: 'source', thingId: id, details })
  }
  await decideWaiting(db, work, id)
}

/** A source that stops or starts to age is news for those whose message waits for it. */
export async function decideWaiting(
  db: Db,
  work: Pick<ImportWork, 'factsChanged' | 'waitingForSource'>,
  source: number | null = null,
): Promise<void> {
  const customers = await work.waitingForSource(db, source)
  if (customers.length > 0) await work.factsChanged(db, customers)
}

export async function removeSource(db: Db, id: number): Promise<void> {
  const source = found(await sourceById(db, id))
  if ((await removeUnusedSource(db, id)) === 0) throw inUse()
  await recordInJournal(db, { act: 'removed', thing: 'source', thingId: id, details: { name: source.name } })
}

/** What the journal keeps of a source: never the secret. */
const told = ({
  name,
  holds,
  isGuarded,
  isActive,
  settings,
  hostKey,
}: Pick<SourceRow, 'holds' | 'hostKey' | 'isActive' | 'isGuarded' | 'kind' | 'name' | 'settings'>) => ({
  name,
  holds,
  isGuarded,
  isActive,
  folder: settings?.folder ?? null,
  server: settings?.server ? `${settings.server.user}@${settings.server.host}:${settings.server.port}` : null,
  everyMinutes: settings?.everyMinutes ?? null,
  importsByItself: settings?.importsByItself ?? null,
  movesToDone: settings?.movesToDone ?? null,
  hostKey,
})

const hasSecret = (secret: Added['secret']): boolean => Boolean(secret?.password || secret?.privateKey)

function refuseSettings(kind: 'folder' | 'sftp', settings: Added['settings']): void {
  if (kind === 'sftp' && !settings.server) throw serverNeeded()
  if (settings.hours && settings.hours.from >= settings.hours.to) throw hoursTurned()
}

const unknownFirm = (): AppError =>
  new AppError('unknownLegalEntity', 422, {
    fr: 'Cette société n’existe pas. Choisissez une de vos sociétés, ou ajoutez-la dans Réglages, Entreprise.',
    en: 'This firm does not exist. Choose one of your firms, or add it in Settings, Company.',
  })

const serverNeeded = (): AppError =>
  new AppError('serverNeeded', 422, {
    fr: 'Indiquez le serveur SFTP : son nom, son port et l’identifiant.',
    en: 'Say the SFTP server: its name, its port and the user name.',
  })

const secretNeeded = (): AppError =>
  new AppError('secretNeeded', 422, {
    fr: 'Saisissez le mot de passe ou la clé privée : celui qui est enregistré ne va qu’au serveur et à l’identifiant pour lesquels il a été donné.',
    en: 'Type the password or the private key: the stored one only goes to the server and user it was given for.',
  })

const hoursTurned = (): AppError =>
  new AppError('hoursTurned', 422, {
    fr: 'L’heure de fin doit suivre l’heure de début. Corrigez-les.',
    en: 'The last hour must follow the first one. Correct them.',
  })

const inUse = (): AppError =>
  new AppError('sourceInUse', 409, {
    fr: 'Des factures viennent de cette source : elle ne peut pas être retirée. Arrêtez-la plutôt.',
    en: 'Invoices come from this source: it cannot be removed. Stop it instead.',
  })
