import { type FileHandle, mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import ssh2, { type Attributes, type Connection, type SFTPWrapper } from 'ssh2'

const { Server, utils } = ssh2
const { STATUS_CODE: status } = utils.sftp

export interface SftpServer {
  readonly port: number
  /** Passwords and keys that were shown to it, right or wrong. */
  readonly shown: readonly string[]
  /** Hangs up in the middle of the next file that is read. */
  hangUpWhileReading(): void
  stop(): Promise<void>
}

export const user = 'quittance'
export const password = 'un bon mot de passe'
/** One key in a few hundred is written so that the same library cannot read it: that one is not taken. */
function readableKeys(): ReturnType<typeof utils.generateKeyPairSync> {
  for (;;) {
    const keys = utils.generateKeyPairSync('ed25519')
    if (!(utils.parseKey(keys.private) instanceof Error)) return keys
  }
}

/** Somebody's key pair, and another host key. */
export const keyPair = readableKeys()
export const aHostKey = (): string => readableKeys().private

/** A real SFTP server on the loopback that serves one folder, with this key of its own. */
export async function anSftpServer(folder: string, hostKey: string, port = 0): Promise<SftpServer> {
  const shown: string[] = []
  const wish = { hangsUp: false }
  const clients = new Set<Connection>()
  const server = new Server({ hostKeys: [hostKey] }, (client) => {
    clients.add(client)
    client.on('error', () => undefined)
    client.on('close', () => clients.delete(client))
    letIn(client, shown)
    client.on('ready', () =>
      client.on('session', (accept) => {
        accept().on('sftp', (acceptSftp) =>
          serveFolder(acceptSftp(), folder, () => {
            if (wish.hangsUp) client.end()
            return wish.hangsUp
          }),
        )
      }),
    )
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    shown,
    hangUpWhileReading: () => {
      wish.hangsUp = true
    },
    stop: () =>
      new Promise((done) => {
        for (const client of clients) client.end()
        server.close(() => done())
      }),
  }
}

function letIn(client: Connection, shown: string[]): void {
  client.on('authentication', (asked) => {
    if (asked.method === 'none') return asked.reject(['password', 'publickey'])
    if (asked.username !== user) return asked.reject()
    if (asked.method === 'password') {
      shown.push(asked.password)
      return asked.password === password ? asked.accept() : asked.reject()
    }
    if (asked.method !== 'publickey') return asked.reject()
    shown.push('key')
    const known = utils.parseKey(keyPair.public)
    if (known instanceof Error || !known.getPublicSSH().equals(asked.key.data)) return asked.reject()
    if (!asked.signature || known.verify(asked.blob ?? Buffer.alloc(0), asked.signature, asked.hashAlgo) === true)
      return asked.accept()
    return asked.reject()
  })
}

type Open = { readonly kind: 'folder'; path: string; told: boolean } | { readonly kind: 'file'; file: FileHandle }

/** As much of the protocol as fetching needs. */
function serveFolder(sftp: SFTPWrapper, folder: string, hangsUp: () => boolean): void {
  const opened = new Map<number, Open>()
  const here = (path: string): string => join(folder, normalize(`/${path}`))
  sftp.on('close', () => {
    for (const one of opened.values()) if (one.kind === 'file') one.file.close().catch(() => undefined)
  })
  const add = (one: Open): Buffer => {
    const id = opened.size + 1
    opened.set(id, one)
    const handle = Buffer.alloc(4)
    handle.writeUInt32BE(id)
    return handle
  }
  const at = (handle: Buffer): Open | undefined => opened.get(handle.readUInt32BE(0))
  const answer = (id: number, work: () => Promise<void>): void => {
    work().catch((error: NodeJS.ErrnoException) =>
      sftp.status(id, error.code === 'ENOENT' ? status.NO_SUCH_FILE : status.FAILURE, error.message),
    )
  }
  sftp.on('REALPATH', (id, path) =>
    sftp.name(id, [{ filename: normalize(`/${path}`), longname: '', attrs: {} as Attributes }]),
  )
  sftp.on('OPENDIR', (id, path) =>
    answer(id, async () => {
      if (!(await stat(here(path))).isDirectory()) return sftp.status(id, status.FAILURE)
      sftp.handle(id, add({ kind: 'folder', path: here(path), told: false }))
    }),
  )
  sftp.on('READDIR', (id, handle) =>
    answer(id, async () => {
      const one = at(handle)
      if (one?.kind !== 'folder' || one.told) return sftp.status(id, status.EOF)
      one.told = true
      const names = await readdir(one.path)
      const entries = await Promise.all(
        names.map(async (filename) => {
          const attrs = await attributesOf(join(one.path, filename))
          return { filename, longname: `${attrs.mode & 0o40000 ? 'd' : '-'}rw-r--r-- ${filename}`, attrs }
        }),
      )
      sftp.name(id, entries)
    }),
  )
  const tell = (id: number, path: string): void =>
    answer(id, async () => sftp.attrs(id, await attributesOf(here(path))))
  sftp.on('STAT', tell)
  sftp.on('LSTAT', tell)
  sftp.on('OPEN', (id, path) =>
    answer(id, async () => sftp.handle(id, add({ kind: 'file', file: await open(here(path), 'r') }))),
  )
  sftp.on('FSTAT', (id, handle) =>
    answer(id, async () => {
      const one = at(handle)
      if (one?.kind !== 'file') return sftp.status(id, status.FAILURE)
      const { size, mode, mtimeMs } = await one.file.stat()
      sftp.attrs(id, asAttributes({ size, mode, mtimeMs }))
    }),
  )
  sftp.on('READ', (id, handle, offset, length) =>
    answer(id, async () => {
      const one = at(handle)
      if (one?.kind !== 'file') return sftp.status(id, status.FAILURE)
      if (offset > 0 && hangsUp()) return
      const { bytesRead, buffer } = await one.file.read(Buffer.alloc(length), 0, length, offset)
      return bytesRead === 0 ? sftp.status(id, status.EOF) : sftp.data(id, buffer.subarray(0, bytesRead))
    }),
  )
  sftp.on('CLOSE', (id, handle) =>
    answer(id, async () => {
      const one = at(handle)
      if (one?.kind === 'file') await one.file.close()
      sftp.status(id, status.OK)
    }),
  )
  sftp.on('MKDIR', (id, path) => answer(id, async () => done(id, await mkdir(here(path)))))
  sftp.on('RENAME', (id, from, to) => answer(id, async () => done(id, await rename(here(from), here(to)))))
  const done = (id: number, _: unknown): void => sftp.status(id, status.OK)
}

const attributesOf = async (path: string): Promise<Attributes> => asAttributes(await stat(path))

const asAttributes = ({
  size,
  mode,
  mtimeMs,
}: {
  readonly size: number
  readonly mode: number
  readonly mtimeMs: number
}): Attributes => ({ size, mode, uid: 0, gid: 0, atime: 0, mtime: Math.round(mtimeMs / 1000) })
