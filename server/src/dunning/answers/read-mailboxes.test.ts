import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { as } from '../../platform/database/connection.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { readFolder, tryFolder } from '../../platform/mail/imap/read-folder.ts'
import { type Dovecot, hasDovecot, startDovecot } from '../../platform/mail/imap/testing/dovecot.ts'
import { aCustomer, aFirm, type TestFirm } from '../testing/a-firm.ts'
import { readMailboxes } from './read-mailboxes.ts'
import { lines } from './testing/messages.ts'

// « apt-get install dovecot-imapd »: without a real IMAP server these are skipped, and nothing else stands in for one.
describe.skipIf(!hasDovecot)('a real mailbox (dovecot)', async () => {
  if (!hasDovecot) return
  const database = await testDatabase()
  let box: Dovecot
  let firm: TestFirm
  let count = 0
  const boxes: Dovecot[] = []
  afterAll(() => Promise.all(boxes.map((one) => one.stop())))

  beforeEach(async () => {
    box = await startDovecot()
    boxes.push(box)
    count += 1
    firm = await aFirm(database, `Boîte ${count}`)
    await firm.inTransaction(async (db) => {
      await aCustomer(db)
      await db.run(sql`
        insert into mailbox (organization_id, legal_entity_id, is_on, host, port, security, username, password_sealed)
        values (current_organization(), ${firm.entity}, true, '127.0.0.1', ${box.port}, 'none', ${box.user}, ${box.password})`)
    })
  })

  const tools = () => ({ inTransaction: firm.inTransaction, nowMs: () => Date.now(), unseal: (text: string) => text })
  const read = () => readMailboxes(tools())
  const message = (subject: string, body = 'Bonjour') =>
    lines({ From: 'compta@castel.example', Subject: subject, Date: 'Mon, 23 Nov 2026 10:00:00 +0100' }, body)
  const subjects = async () =>
    (
      await firm.inTransaction((db) =>
        db.rows<{ subject: string }>(
          sql`select subject from answer where organization_id = current_organization() order by id`,
        ),
      )
    ).map((row) => row.subject)
  const mailbox = () =>
    firm.inTransaction((db) =>
      db.one<{ problem: string | null; lastUid: number; readAt: string | null }>(sql`
        select problem, last_uid as "lastUid", read_at as "readAt" from mailbox where organization_id = current_organization()`),
    )
  const change = (column: 'password_sealed' | 'folder' | 'moves_to', to: string) =>
    firm.inTransaction((db) =>
      db.run(
        column === 'folder'
          ? sql`update mailbox set folder = ${to} where organization_id = current_organization()`
          : column === 'moves_to'
            ? sql`update mailbox set moves_to = ${to} where organization_id = current_organization()`
            : sql`update mailbox set password_sealed = ${to} where organization_id = current_organization()`,
      ),
    )

  it('is read once, then only what is new; nothing changes on the server', async () => {
    await box.deliver(message('un'))
    await box.deliver(message('deux'))
    expect(await read()).toBe(2)
    expect(await read()).toBe(0)
    await box.deliver(message('trois'))
    const before = await box.files()
    expect(await read()).toBe(1)
    expect(await subjects()).toEqual(['un', 'deux', 'trois'])
    // A name that ends in « :2,S » would say that somebody has seen it.
    expect(await box.files()).toEqual(before)
    expect((await box.files()).join()).not.toContain('S')
  })

  it('that gives new numbers to its messages brings none a second time', async () => {
    await box.deliver(message('un'))
    await read()
    await box.renumber()
    await box.deliver(message('deux'))
    expect(await read()).toBe(1)
    expect(await subjects()).toEqual(['un', 'deux'])
  })

  it('read by two servers at once brings each message once', async () => {
    for (let i = 0; i < 12; i += 1) await box.deliver(message(`n° ${i}`))
    const [a, b] = await Promise.all([read(), read()])
    expect(a + b).toBe(12)
    expect(new Set(await subjects()).size).toBe(12)
  })

  it('goes on where it was when the reading is stopped after any message', async () => {
    for (let i = 0; i < 5; i += 1) await box.deliver(message(`n° ${i}`))
    const stopsAt = (stop: number) =>
      readMailboxes({
        ...tools(),
        at: (uid) => {
          if (uid === stop) throw new Error('stopped')
        },
      })
    for (const stop of [1, 2, 4]) await stopsAt(stop)
    expect((await subjects()).length).toBe(4)
    expect(await read()).toBe(1)
    expect(await subjects()).toEqual([0, 1, 2, 3, 4].map((i) => `n° ${i}`))
  })

  it('is left at the start of a message by kill -9, and nothing is lost or doubled', async () => {
    for (let i = 0; i < 6; i += 1) await box.deliver(message(`n° ${i}`))
    const app = as(database.ownerUrl, 'quittance_app', inject('testServer').secrets.app)
    const args = [join(import.meta.dirname, 'testing/read-and-die.ts'), database.ownerUrl, app, firm.organization, 3]
    const child = spawn(process.execPath, args.map(String), { stdio: 'inherit' })
    expect(await new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))).toBe('SIGKILL')
    expect((await subjects()).length).toBe(3)
    await read()
    expect(await subjects()).toEqual([0, 1, 2, 3, 4, 5].map((i) => `n° ${i}`))
  })

  it('with a refused password or a missing folder says so, and is read again once that is right', async () => {
    await box.deliver(message('un'))
    await change('password_sealed', 'faux')
    expect(await read()).toBe(0)
    expect((await mailbox()).problem).toContain('refused')
    await change('password_sealed', box.password)
    await change('folder', 'Absent')
    expect(await read()).toBe(0)
    expect((await mailbox()).problem).toContain('noFolder')
    await change('folder', 'INBOX')
    expect(await read()).toBe(1)
    expect((await mailbox()).problem).toBeNull()
  })

  it('moves what was read where asked, and only then touches the server', async () => {
    await box.deliver(message('un'))
    await box.deliver(message('rangé', 'Ancien'), { folder: 'Lu' })
    await change('moves_to', 'Lu')
    expect(await read()).toBe(1)
    expect(await box.files()).toEqual([])
    expect((await box.files('Lu')).length).toBe(2)
  })

  it('keeps what came before it was switched on out', async () => {
    await box.deliver(message('ancien'))
    await firm.inTransaction((db) =>
      db.run(sql`update mailbox set since = now() + interval '1 day' where organization_id = current_organization()`),
    )
    expect(await read()).toBe(0)
  })

  it('with hostile messages is read to its end', async () => {
    const nested = (levels: number): string => {
      let body = 'Content-Type: text/plain\r\n\r\nau fond\r\n'
      for (let i = levels; i > 0; i -= 1)
        body = `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n${body}\r\n--b${i}--\r\n`
      return `From: compta@castel.example\r\nSubject: mille niveaux\r\n${body}`
    }
    await box.deliver(nested(1000))
    await box.deliver(
      'From: x\r\nSubject: =?x-inconnu?B?////?=\r\nContent-Type: text/plain; charset=nimporte-quoi\r\n\r\n\xff\xfe\u0000a',
    )
    await box.deliver(
      Buffer.concat([
        Buffer.from('Subject: octets\r\n\r\n'),
        Buffer.from(Array.from({ length: 2000 }, (_, i) => i % 256)),
      ]),
    )
    await box.deliver('')
    await box.deliver('pas un message')
    await box.deliver(`Subject: ${'x'.repeat(100_000)}\r\n${'X-A: b\r\n'.repeat(20_000)}\r\nbonjour`)
    await box.deliver(message('le dernier'))
    await read()
    expect((await mailbox()).problem).toBeNull()
    expect((await subjects()).at(-1)).toBe('le dernier')
    expect(await subjects()).toContain('mille niveaux')
  })

  it('with a message of 100 MB takes its words and not its weight', async () => {
    const head = [
      'From: compta@castel.example\r\nSubject: lourd\r\nContent-Type: multipart/mixed; boundary=b\r\n',
      '--b\r\nContent-Type: text/plain\r\n\r\nVoir la pièce jointe.\r\n',
      '--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ].join('\r\n')
    await box.deliver(
      Buffer.concat([
        Buffer.from(head.replace('\r\n\r\n--b', '\r\n\r\n--b')),
        Buffer.alloc(100 * 1024 * 1024, 'QUJD\r\n'),
      ]),
    )
    await read()
    const row = await firm.inTransaction((db) =>
      db.one<{ body: string; size: number; isPartial: boolean; kept: number }>(sql`
        select a.body, a.size, a.is_partial as "isPartial", length(s.content) as kept from answer a
        join answer_source s on s.organization_id = a.organization_id and s.answer_id = a.id
        where a.organization_id = current_organization()`),
    )
    expect(row).toMatchObject({ body: 'Voir la pièce jointe.', isPartial: true, kept: 1024 * 1024 })
    expect(row.size).toBeGreaterThan(100 * 1024 * 1024)
  })

  it('is tried without being read', async () => {
    await box.deliver(message('un'))
    const settings = {
      ...{ host: '127.0.0.1', port: box.port, security: 'none' as const, user: box.user, password: box.password },
      ...{ folder: 'INBOX', movesTo: null },
    } as const
    expect(await tryFolder(settings)).toEqual({ messages: 1 })
    await expect(tryFolder({ ...settings, password: 'faux' })).rejects.toMatchObject({ failure: 'refused' })
    await expect(tryFolder({ ...settings, folder: 'Absent' })).rejects.toMatchObject({ failure: 'noFolder' })
    await expect(tryFolder({ ...settings, movesTo: 'Absent' })).rejects.toMatchObject({ failure: 'noFolder' })
    await expect(tryFolder({ ...settings, port: 1 })).rejects.toMatchObject({ failure: 'notConnected' })
    await expect(tryFolder({ ...settings, security: 'starttls' })).rejects.toThrow()
    const nothing = { uidValidity: null, lastUid: 0, since: null }
    await expect(readFolder({ ...settings, host: 'mail.example' }, nothing, async () => {})).rejects.toMatchObject({
      failure: 'clearTextPassword',
    })
  })
})
