import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const program = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'].find((path) =>
  existsSync(path),
)

/** Debian's: `apt-get install dovecot-imapd`. Without it the tests that read a real mailbox are skipped. */
export const hasDovecot: boolean = program !== undefined

/** A certificate that nobody signed but itself, as files; null where openssl is not there to make one. */
export interface OwnCertificate {
  readonly certificate: string
  readonly key: string
}

/** Good for this machine alone, for a day, in this folder. */
export function ownCertificate(folder: string): OwnCertificate | null {
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') }
  const named = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const made = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'],
      ...['-keyout', files.key, '-out', files.certificate, ...named],
    ],
    { stdio: 'ignore' },
  )
  return made.status === 0 ? files : null
}

export interface Dovecot {
  readonly port: number
  /** Where TLS is spoken from the first byte; 0 without a certificate. */
  readonly tlsPort: number
  readonly user: string
  readonly password: string
  /** Puts a message into a folder as a mail server would, byte for byte. */
  deliver(message: string | Uint8Array, where?: { folder?: string; receivedAt?: Date }): Promise<void>
  /** What is in a folder, by its file names: changed flags and moved messages show. */
  files(folder?: string): Promise<string[]>
  /** The folder gets a new validity, and its messages new numbers. */
  renumber(): Promise<void>
  stop(): Promise<void>
}

/** A real IMAP server on this machine alone, with one mailbox; stopped and erased by `stop`. */
export async function startDovecot(certificate: OwnCertificate | null = null): Promise<Dovecot> {
  if (!program) throw new Error('No dovecot on this machine: install dovecot-imapd.')
  const home = await mkdtemp(join(tmpdir(), 'dovecot-'))
  const port = await freePort()
  const tlsPort = certificate ? await freePort() : 0
  const { uid, gid, username } = owner()
  const password = 'un mot de passe'
  await mkdir(join(home, 'mail'), { recursive: true })
  const user = `anna:{PLAIN}${password}:${uid}:${gid}::${home}::\n`
  await writeFile(join(home, 'users'), user, { mode: 0o644 })
  await writeFile(join(home, 'dovecot.conf'), configuration({ home, port, tlsPort, username, certificate }))
  if (uid !== process.getuid?.()) spawnSync('chown', ['-R', `${uid}:${gid}`, home])
  const child = spawn(program, ['-F', '-c', join(home, 'dovecot.conf')], { stdio: 'ignore' })
  await untilOpen(port, child)
  let delivered = 0
  const folderOf = (folder = 'INBOX') => join(home, 'mail', folder === 'INBOX' ? '' : `.${folder}`)
  const make = async (folder?: string) => {
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(folderOf(folder), part), { recursive: true })
    spawnSync('chown', ['-R', `${uid}:${gid}`, join(home, 'mail')])
  }
  await make()
  return {
    port,
    tlsPort,
    user: 'anna',
    password,
    deliver: async (message, { folder, receivedAt } = {}) => {
      await make(folder)
      delivered += 1
      const name = `${1_795_000_000 + delivered}.M${delivered}P1.test`
      const path = join(folderOf(folder), 'new', name)
      await writeFile(path, message)
      if (receivedAt) await utimes(path, receivedAt, receivedAt)
      if (uid !== process.getuid?.()) spawnSync('chown', [`${uid}:${gid}`, path])
    },
    files: async (folder) => {
      const lists = ['cur', 'new'].map((part) => readdir(join(folderOf(folder), part)).catch((): string[] => []))
      return (await Promise.all(lists)).flat().sort()
    },
    renumber: async () => {
      await rm(join(home, 'mail', 'dovecot-uidlist'), { force: true })
      for (const name of ['dovecot.index', 'dovecot.index.log', 'dovecot.index.cache', 'dovecot-uidvalidity'])
        await rm(join(home, 'mail', name), { force: true })
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Dovecot refuses to serve mail of root: there it is nobody's. */
function owner(): { uid: number; gid: number; username: string } {
  const me = userInfo()
  if (me.uid !== 0) return { uid: me.uid, gid: me.gid, username: me.username }
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody']).stdout.toString())
  return { uid: id('-u'), gid: id('-g'), username: 'nobody' }
}

interface Configured {
  readonly home: string
  readonly port: number
  readonly tlsPort: number
  readonly username: string
  readonly certificate: OwnCertificate | null
}

const configuration = ({ home, port, tlsPort, username, certificate }: Configured): string => `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
${certificate ? `ssl = yes\nssl_cert = <${certificate.certificate}\nssl_key = <${certificate.key}` : 'ssl = no'}
disable_plaintext_auth = no
listen = 127.0.0.1
default_internal_user = ${username}
default_login_user = ${username}
default_internal_group = ${username === 'nobody' ? 'nogroup' : ''}
first_valid_uid = 1
mail_location = maildir:${home}/mail
mail_home = ${home}
mailbox_list_index = no
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = passwd-file
  args = ${home}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = .
}
`

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilOpen(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`Dovecot ended at once with ${child.exitCode}.`)
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('data', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('close', () => socket.destroy())
    })
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Dovecot does not answer.')
}
