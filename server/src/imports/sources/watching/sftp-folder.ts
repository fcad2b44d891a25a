import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Readable } from 'node:stream'
import SftpClient from 'ssh2-sftp-client'
import { ReadingError } from '../../reading/reading-error.ts'
import { type FoundEntry, mostEntries, tooManyFiles, type WatchedFolder, WatchTrouble } from './watched-folder.ts'

export interface SftpPlace {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly folder: string
}

/** One of both; kept closed in the database. */
export interface SftpSecret {
  readonly password?: string | undefined
  readonly privateKey?: string | undefined
  readonly passphrase?: string | undefined
}

const connectMs = 15_000
const closeMs = 2_000

/**
 * A folder of an SFTP server. `hostKey` is the key it showed when it was first met (SHA-256, as `ssh-keygen -l` shows it):
 * a server with another one is told nothing, not even who we are; null takes the key it shows now.
 */
export async function openSftpFolder(
  place: SftpPlace,
  secret: SftpSecret,
  hostKey: string | null,
): Promise<WatchedFolder> {
  const client = new SftpClient('quittance', { error: noop, end: noop, close: noop })
  const shown: { key: string | null } = { key: null }
  try {
    await client.connect({
      host: place.host,
      port: place.port,
      username: place.user,
      ...(secret.password !== undefined && { password: secret.password }),
      ...(secret.privateKey !== undefined && { privateKey: secret.privateKey }),
      ...(secret.passphrase !== undefined && { passphrase: secret.passphrase }),
      readyTimeout: connectMs,
      keepaliveInterval: 10_000,
      hostVerifier: (key: Buffer) => {
        shown.key = fingerprintOf(key)
        return hostKey === null || shown.key === hostKey
      },
    })
  } catch (error) {
    await client.end().catch(noop)
    throw connectTrouble(place, error as NodeJS.ErrnoException, { hostKey, shown: shown.key })
  }
  const reading = new Set<Readable>()
  const within = <T>(work: Promise<T>, what: string): Promise<T> => inTime(work, client, { place, what })
  return {
    hostKey: shown.key,
    list: () => within(listRemote(client, place), place.folder),
    read: async (name) => follow(client.createReadStream(pathOf(place, name)) as Readable, reading),
    explain: (name, error) =>
      error instanceof ReadingError || error instanceof WatchTrouble ? error : broken(place, name, error),
    moveToDone: (name) => within(moveToDone(client, place, name), name),
    close: async () => {
      await Promise.all([...reading].map(ended))
      await client.end().catch(noop)
    },
  }
}

const noop = (): void => undefined

/**
 * Read to its end, a stream still has to hear from the server that the file is closed; hung up on before, it fails with
 * nobody left to listen, which would end the program.
 */
function follow(stream: Readable, reading: Set<Readable>): Readable {
  reading.add(stream)
  stream.on('error', noop)
  stream.on('close', () => reading.delete(stream))
  return stream
}

const ended = (stream: Readable): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, closeMs)
    stream.once('close', () => {
      clearTimeout(timer)
      done()
    })
    stream.destroy()
  })

/** As `ssh-keygen -l` writes it: `SHA256:…` without padding. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

async function listRemote(client: SftpClient, { folder }: SftpPlace): Promise<FoundEntry[]> {
  const entries = await client.list(folder)
  const files = entries.filter(({ type, name }) => type === '-' && isPlainName(name))
  if (files.length > mostEntries) throw tooManyFiles()
  return files
    .map(({ name, size, modifyTime }) => ({ name, size, modifiedAt: modifyTime }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A server may answer anything; a name is not a path. */
const isPlainName = (name: string): boolean => name !== '.' && name !== '..' && !/[/\\\0]/.test(name)

const pathOf = ({ folder }: SftpPlace, ...names: readonly string[]): string => posix.join(folder, ...names)

async function moveToDone(client: SftpClient, place: SftpPlace, name: string): Promise<void> {
  const done = pathOf(place, 'done')
  if (!(await client.exists(done))) await client.mkdir(done)
  for (let turn = 1; ; turn++) {
    const target = posix.join(done, turn === 1 ? name : `${turn}-${name}`)
    if (await client.exists(target)) continue
    await client.rename(pathOf(place, name), target)
    return
  }
}

/** A server that stopped answering is hung up on. */
async function inTime<T>(
  work: Promise<T>,
  client: SftpClient,
  { place, what }: { readonly place: SftpPlace; readonly what: string },
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(silent(place)), 60_000)
  })
  try {
    return await Promise.race([work, late])
  } catch (error) {
    work.catch(noop)
    await client.end().catch(noop)
    throw error instanceof WatchTrouble ? error : remoteTrouble(place, what, error as NodeJS.ErrnoException)
  } finally {
    clearTimeout(timer)
  }
}

interface Keys {
  readonly hostKey: string | null
  readonly shown: string | null
}

function connectTrouble({ host, port, user }: SftpPlace, cause: NodeJS.ErrnoException, keys: Keys): WatchTrouble {
  if (keys.hostKey !== null && keys.shown !== null && keys.shown !== keys.hostKey) return otherKey(host, keys)
  const said = `${cause.code ?? ''} ${cause.message}`
  if (/ENOTFOUND|EAI_AGAIN|getaddrinfo|address lookup/i.test(said))
    return trouble('noHost', cause, {
      fr: `Le serveur ${host} est introuvable : corrigez son nom.`,
      en: `The server ${host} cannot be found: correct its name.`,
    })
  if (/authentication/i.test(said))
    return trouble('notSignedIn', cause, {
      fr: `Le serveur ${host} refuse ${user} : vérifiez le mot de passe ou la clé.`,
      en: `The server ${host} refuses ${user}: check the password or the key.`,
    })
  if (/privateKey|passphrase|key format/i.test(said))
    return trouble('badKey', cause, {
      fr: 'La clé privée ne peut pas être lue : collez-la en entier, au format OpenSSH ou PEM, avec sa phrase secrète.',
      en: 'The private key cannot be read: paste all of it, in OpenSSH or PEM form, with its passphrase.',
    })
  return trouble('noAnswer', cause, {
    fr: `Le serveur ${host} ne répond pas sur le port ${port} : vérifiez l’adresse et le port, puis que ce serveur accepte les connexions de cette machine.`,
    en: `The server ${host} does not answer on port ${port}: check address and port, then that it takes connections from this machine.`,
  })
}

const otherKey = (host: string, { hostKey, shown }: Keys): WatchTrouble =>
  new WatchTrouble(
    'hostKeyChanged',
    {
      fr: `Le serveur ${host} ne présente plus la même clé : ${shown} au lieu de ${hostKey}. Rien ne lui a été dit et la source est arrêtée. Demandez à son hébergeur si sa clé a changé ; si oui, acceptez la nouvelle clé dans Réglages, Sources.`,
      en: `The server ${host} no longer shows the same key: ${shown} instead of ${hostKey}. It was told nothing, and the source is stopped. Ask whoever runs it whether its key has changed; if so, accept the new key in Settings, Sources.`,
    },
    { stops: true },
  )

const remoteTrouble = ({ host }: SftpPlace, what: string, cause: NodeJS.ErrnoException): WatchTrouble =>
  /no such file|ENOENT/i.test(`${cause.code ?? ''} ${cause.message}`)
    ? trouble('noFolder', cause, {
        fr: `Le dossier ${what} n’existe pas sur ${host} : corrigez son chemin.`,
        en: `The folder ${what} does not exist on ${host}: correct its path.`,
      })
    : trouble('refused', cause, {
        fr: `Le serveur ${host} refuse l’accès à ${what} (${cause.message}) : vérifiez les droits de ce compte.`,
        en: `The server ${host} refuses access to ${what} (${cause.message}): check the rights of that account.`,
      })

const broken = ({ host }: SftpPlace, name: string, cause: unknown): WatchTrouble =>
  new WatchTrouble(
    'broken',
    {
      fr: `La connexion à ${host} s’est coupée pendant la lecture de « ${name} » : nouvel essai au prochain passage.`,
      en: `The connection to ${host} broke off while “${name}” was read: tried again at the next look.`,
    },
    { cause },
  )

const silent = ({ host }: SftpPlace): WatchTrouble =>
  new WatchTrouble('silent', {
    fr: `Le serveur ${host} n’a plus répondu : nouvel essai au prochain passage.`,
    en: `The server ${host} stopped answering: tried again at the next look.`,
  })

const trouble = (code: string, cause: unknown, sentence: WatchTrouble['sentence']): WatchTrouble =>
  new WatchTrouble(code, sentence, { cause })
