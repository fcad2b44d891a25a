import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { sales } from '../../testing/a-desk.ts'
import { changeSource } from '../change-source.ts'
import { aWatch, type Watch } from '../testing/a-watch.ts'
import { aHostKey, anSftpServer, keyPair, password, type SftpServer, user } from '../testing/an-sftp-server.ts'
import { tryFolder } from '../try-folder.ts'
import { watchSettings } from '../watch-settings.ts'

const database = await testDatabase()
const hostKey = aHostKey()
let watch: Watch
let server: SftpServer
beforeEach(async () => {
  watch = await aWatch(database)
  mkdirSync(join(watch.folder, 'exports'))
  server = await anSftpServer(watch.folder, hostKey)
})
afterEach(async () => {
  await server.stop()
  watch.end()
})

const castel = 'F-1;Castel;15/09/2026;15/10/2026;1000,00;400,00;;;;'
const put = (name: string, content: string): void => {
  const path = join(watch.folder, 'exports', name)
  writeFileSync(path, content)
  utimesSync(path, 1_790_000_000, 1_790_000_000)
}

const settingsOf = (port = server.port, folder = '/exports') =>
  watchSettings.parse({ folder, pattern: '*.csv', server: { host: '127.0.0.1', port, user } })
const secret = { password }
const add = (given: { secret?: object; folder?: string; port?: number } = {}) =>
  watch.add(settingsOf(given.port, given.folder), { kind: 'sftp', secret: given.secret ?? secret })

const troubleAfterLook = async (source: number) => {
  await watch.look(source)
  return (await watch.source(source)).trouble
}

const change = async (source: number, given: object) => {
  const { name, holds, isGuarded, settings } = await watch.source(source)
  await watch.desk.firm.work((db) =>
    changeSource(db, { seal: watch.work.seal, work: watch.work }, source, {
      name,
      holds,
      isGuarded,
      settings,
      isActive: true,
      acceptsNewHostKey: false,
      ...given,
    }),
  )
}

describe('a folder of an SFTP server', () => {
  it('has its files fetched when they are whole, signed in with a password', async () => {
    const source = await add()
    put('ventes.csv', sales(castel))
    put('notes.txt', 'rien')
    expect(await watch.look(source)).toBe(0)
    expect(await watch.look(source)).toBe(1)
    expect(await watch.look(source)).toBe(0)
    expect(await watch.files()).toEqual(['ventes.csv checked notByItself'])
    expect((await watch.source(source)).trouble).toBeNull()
  })

  it('is signed in to with a private key', async () => {
    const source = await add({ secret: { privateKey: keyPair.private } })
    put('ventes.csv', sales(castel))
    await watch.look(source)
    expect(await watch.look(source)).toBe(1)
  })

  it('has what was taken moved into done when it was told to', async () => {
    const source = await watch.add({ ...settingsOf(), movesToDone: true }, { kind: 'sftp', secret })
    put('ventes.csv', sales(castel))
    await watch.look(source)
    await watch.look(source)
    expect(readdirSync(join(watch.folder, 'exports'))).toEqual(['done'])
    expect(readdirSync(join(watch.folder, 'exports', 'done'))).toEqual(['ventes.csv'])
  })

  it('keeps no secret that can be read in the database', async () => {
    await add()
    const [row] = await watch.desk.rows<{ all: string }>(sql`
      select s::text as all from source s where organization_id = current_organization()`)
    expect(row?.all).not.toContain(password)
    const journal = await watch.desk.rows<{ all: string }>(sql`
      select j::text as all from journal j where organization_id = current_organization()`)
    expect(journal.map(({ all }) => all).join()).not.toContain(password)
  })
})

describe('an SFTP server with another key than before', () => {
  it('is told no password, and stops the source with a sentence', async () => {
    const source = await add()
    await watch.look(source)
    const { hostKey: first } = await watch.source(source)
    expect(first).toMatch(/^SHA256:[\w+/]{43}$/)
    const { port } = server
    await server.stop()
    server = await anSftpServer(watch.folder, aHostKey(), port)
    expect(await troubleAfterLook(source)).toMatchObject({ code: 'hostKeyChanged' })
    expect(server.shown).toEqual([])
    const after = await watch.source(source)
    expect(after).toMatchObject({ isActive: false, hostKey: first })
    expect(after.trouble?.sentence.fr).toContain('ne présente plus la même clé')
    expect(after.trouble?.sentence.fr).toContain(first)
    expect(await watch.look(source)).toBe(0)
  })

  it('is known from its trial on: another one at the first look stops it', async () => {
    const source = await watch.add(settingsOf(), { kind: 'sftp', secret, hostKey: `SHA256:${'x'.repeat(43)}` })
    expect(await troubleAfterLook(source)).toMatchObject({ code: 'hostKeyChanged' })
    expect(server.shown).toEqual([])
  })

  it('is believed once a person has accepted the new key', async () => {
    const source = await add()
    await watch.look(source)
    const { port } = server
    const { hostKey: first } = await watch.source(source)
    await server.stop()
    server = await anSftpServer(watch.folder, aHostKey(), port)
    await watch.look(source)
    await change(source, { acceptsNewHostKey: true })
    expect(await troubleAfterLook(source)).toBeNull()
    const { hostKey: second } = await watch.source(source)
    expect(second).not.toBe(first)
    expect(second).not.toBeNull()
  })
})

describe('what cannot be reached says the next move', () => {
  it('a wrong password, a missing folder, a closed port, a wrong name, a key that is none', async () => {
    expect(await troubleAfterLook(await add({ secret: { password: 'non' } }))).toMatchObject({ code: 'notSignedIn' })
    expect(await troubleAfterLook(await add({ folder: '/nulle/part' }))).toMatchObject({ code: 'noFolder' })
    expect(await troubleAfterLook(await add({ secret: { privateKey: 'pas une clé' } }))).toMatchObject({
      code: 'badKey',
    })
    const closed = await anSftpServer(watch.folder, hostKey)
    await closed.stop()
    expect(await troubleAfterLook(await add({ port: closed.port }))).toMatchObject({ code: 'noAnswer' })
  })

  it('a connection that breaks off in the middle of a file', async () => {
    const source = await add()
    put('ventes.csv', sales(...Array<string>(20_000).fill(castel)))
    await watch.look(source)
    server.hangUpWhileReading()
    expect(await troubleAfterLook(source)).toMatchObject({ code: 'broken' })
    expect(await watch.files()).toEqual([])
  })

  it('a password stored for one server goes to no other', async () => {
    const source = await add()
    const elsewhere = { ...settingsOf(), server: { host: '127.0.0.2', port: server.port, user } }
    await expect(change(source, { settings: elsewhere })).rejects.toMatchObject({ code: 'secretNeeded' })
    const trier = {
      organization: watch.desk.firm.organization,
      language: 'fr' as const,
      transaction: watch.desk.firm.work,
    }
    await expect(
      tryFolder(watch.work, trier, { kind: 'sftp', settings: elsewhere, sourceId: source }),
    ).rejects.toMatchObject({ code: 'secretNeeded' })
  })
})

it('trying a folder lists what it sees and the key of the server, and keeps nothing', async () => {
  put('ventes.csv', sales(castel))
  put('notes.txt', 'rien')
  const trier = {
    organization: watch.desk.firm.organization,
    language: 'fr' as const,
    transaction: watch.desk.firm.work,
  }
  const answer = await tryFolder(watch.work, trier, { kind: 'sftp', settings: settingsOf(), secret })
  expect(answer.hostKey).toMatch(/^SHA256:/)
  expect(answer.files.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(['notes.txt ignored', 'ventes.csv new'])
  expect(await watch.files()).toEqual([])
  const failed = await tryFolder(watch.work, trier, {
    kind: 'sftp',
    settings: settingsOf(),
    secret: { password: 'non' },
  })
  expect(failed.trouble).toContain('vérifiez le mot de passe')
})
