import { mkdir, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { Config } from '../../../platform/config.ts'
import { WatchTrouble } from './watched-folder.ts'

type Folders = Pick<Config, 'dataFolder' | 'watchFolders'>

/** The folder of the data folder that belongs to this organisation alone. */
const inboxOf = ({ dataFolder }: Pick<Folders, 'dataFolder'>, organization: number): string =>
  join(dataFolder, 'inbox', String(organization))

/** The inbox of an organisation is there from the first time it is asked for. */
export async function makeInbox(folders: Folders, organization: number, wanted: string): Promise<void> {
  const inbox = inboxOf(folders, organization)
  if (liesUnder(wanted, inbox)) await mkdir(inbox, { recursive: true })
}

/**
 * Under which folders this organisation may have files fetched: its own inbox, and those the person who runs the machine
 * said. One said without a number is for an installation with a single organisation.
 */
export function allowedFolders(
  config: Folders,
  { organization, isAlone }: { readonly organization: number; readonly isAlone: boolean },
): string[] {
  const said = config.watchFolders.flatMap((one) =>
    one.organization === organization || (one.organization === null && isAlone) ? [one.folder] : [],
  )
  return [inboxOf(config, organization), ...said]
}

/** The folder with all its links followed. Refuses one that is not there, or does not lie under one of those allowed. */
export async function insideAllowed(folder: string, allowed: readonly string[]): Promise<string> {
  if (!isAbsolute(folder)) throw notAllowed(folder, allowed)
  // Before asking what is there: a refusal must not say which folders of the machine exist.
  const roots = await existing(allowed)
  if (![...allowed, ...roots].some((root) => liesUnder(folder, root))) throw notAllowed(folder, allowed)
  const real = await realpath(folder).catch((error: NodeJS.ErrnoException) => {
    throw folderTrouble(folder, error)
  })
  if (!roots.some((root) => liesUnder(real, root))) throw notAllowed(folder, allowed)
  return real
}

async function existing(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((one) => realpath(one).catch(() => null)))
  return found.filter((one) => one !== null)
}

/** Lies in that folder or is it; `..` in it does not lead out. Both absolute. */
export function liesUnder(path: string, root: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

const notAllowed = (folder: string, allowed: readonly string[]): WatchTrouble =>
  new WatchTrouble('folderNotAllowed', {
    fr: `Le dossier ${folder} n’est pas permis. Choisissez-en un sous ${allowed.join(' ou ')}, ou demandez à la personne qui administre la machine de l’ajouter à QUITTANCE_WATCH_FOLDERS.`,
    en: `The folder ${folder} is not allowed. Choose one under ${allowed.join(' or ')}, or ask the person who runs the machine to add it to QUITTANCE_WATCH_FOLDERS.`,
  })

/** Why a folder that is allowed cannot be read. */
export const folderTrouble = (folder: string, cause: NodeJS.ErrnoException): WatchTrouble =>
  cause.code === 'EACCES' || cause.code === 'EPERM'
    ? new WatchTrouble(
        'folderForbidden',
        {
          fr: `Quittance n’a pas le droit de lire le dossier ${folder}. Donnez ce droit au compte qui lance le programme.`,
          en: `Quittance may not read the folder ${folder}. Give that right to the account that runs the program.`,
        },
        { cause },
      )
    : new WatchTrouble(
        'noFolder',
        {
          fr: `Le dossier ${folder} n’existe pas. Créez-le, ou corrigez son chemin.`,
          en: `The folder ${folder} does not exist. Make it, or correct its path.`,
        },
        { cause },
      )
