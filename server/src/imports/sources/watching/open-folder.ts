import type { Clock } from '../../../platform/clock.ts'
import type { Config } from '../../../platform/config.ts'
import type { Seal } from '../../../platform/sealing.ts'
import type { SourceRow } from '../source-queries.ts'
import type { WatchSettings } from '../watch-settings.ts'
import { allowedFolders, makeInbox } from './allowed-folders.ts'
import { openLocalFolder } from './local-folder.ts'
import { openSftpFolder, type SftpSecret } from './sftp-folder.ts'
import { type WatchedFolder, WatchTrouble } from './watched-folder.ts'

/** What opening a folder stands on. */
export interface FolderTools {
  readonly clock: Clock
  readonly config: Config
  readonly seal: Seal
  /** Is this the only organisation of the installation? */
  readonly isAlone: (organization: number) => Promise<boolean>
}

/** The folder a source fetches its files from. */
export async function openFolder(
  { config, seal, isAlone }: FolderTools,
  organization: number,
  source: Pick<SourceRow, 'hostKey' | 'kind' | 'secretSealed' | 'settings'>,
): Promise<WatchedFolder> {
  const { settings } = source
  if (!settings) throw new Error('A source without settings has no folder')
  if (source.kind !== 'sftp') {
    await makeInbox(config, organization, settings.folder)
    const allowed = allowedFolders(config, { organization, isAlone: await isAlone(organization) })
    return openLocalFolder(settings.folder, allowed)
  }
  return openSftpFolder(placeOf(settings), openSecret(seal, source.secretSealed), source.hostKey)
}

function placeOf({ server, folder }: WatchSettings) {
  if (!server) throw new Error('An SFTP source has a server')
  return { ...server, folder }
}

export const closeSecret = (seal: Seal, secret: SftpSecret): string => seal.close(JSON.stringify(secret))

function openSecret(seal: Seal, sealed: string | null): SftpSecret {
  const opened = sealed === null ? null : seal.open(sealed)
  if (opened !== null) return JSON.parse(opened) as SftpSecret
  throw new WatchTrouble('secretLost', {
    fr: 'Le mot de passe ou la clé enregistrés ne peuvent plus être lus (la clé de l’installation a changé) : saisissez-les de nouveau.',
    en: 'The stored password or key can no longer be read (the key of the installation has changed): type it again.',
  })
}
