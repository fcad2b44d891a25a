import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefusal } from '../../start-refusal.ts'

/** The user PostgreSQL runs as when we are root, which it refuses. */
export interface SystemUser {
  readonly name: string
  readonly ids: { readonly uid: number; readonly gid: number }
}

/** undefined: we are an ordinary user and run it ourselves. A database that is there keeps its owner. */
export function systemUser(cluster: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = passwd()
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0
  const found =
    owner === 0
      ? (known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody'))
      : known.find(({ ids }) => ids.uid === owner)
  if (found && found.ids.uid !== 0) return found
  throw new StartRefusal(
    owner === 0
      ? {
          fr: 'PostgreSQL refuse de tourner en tant que root, et ce système n’a ni utilisateur postgres ni nobody : démarrez Quittance en utilisateur ordinaire, ou indiquez DATABASE_URL.',
          en: 'PostgreSQL refuses to run as root, and this system has neither a user postgres nor nobody: start Quittance as an ordinary user, or say DATABASE_URL.',
        }
      : {
          fr: `La base de ${cluster} appartient à l’utilisateur numéro ${owner}, inconnu de ce système : donnez le dossier à l’utilisateur qui démarre Quittance (chown -R), ou démarrez-le sous cet utilisateur.`,
          en: `The database in ${cluster} belongs to the user number ${owner}, whom this system does not know: give the folder to the user who starts Quittance (chown -R), or start it as that user.`,
        },
  )
}

/** PostgreSQL looks its own user up in this list: a number that is not in it does not do. */
function passwd(): SystemUser[] {
  if (!existsSync('/etc/passwd')) return []
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) =>
      name && uid && gid ? [{ name, ids: { uid: Number(uid), gid: Number(gid) } }] : [],
    )
}

/** May this user go down to the path and read it? (Plain permissions; root's own rights do not count.) */
export function canReach(path: string, { ids }: SystemUser): boolean {
  const may = (place: string, bit: 1 | 4) => {
    const { uid, gid, mode } = statSync(place)
    const shift = uid === ids.uid ? 6 : gid === ids.gid ? 3 : 0
    return ((mode >> shift) & bit) === bit
  }
  if (!existsSync(path) || !may(path, 4)) return false
  for (let place = statSync(path).isDirectory() ? path : dirname(path); ; place = dirname(place)) {
    if (!may(place, 1)) return false
    if (place === dirname(place)) return true
  }
}
