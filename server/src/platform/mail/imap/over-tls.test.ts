import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, describe, expect, it } from 'vitest'
import type { ImapSecurity, ImapSettings } from './imap-settings.ts'
import { readFolder, tryFolder } from './read-folder.ts'
import { type Dovecot, hasDovecot, ownCertificate, startDovecot } from './testing/dovecot.ts'

const folder = mkdtempSync(join(tmpdir(), 'imap-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))
const certificate = hasDovecot ? ownCertificate(folder) : null

// « apt-get install dovecot-imapd openssl »: a real server with a certificate of its own, or these are skipped.
describe.skipIf(certificate === null)('a mailbox over TLS (dovecot)', async () => {
  if (certificate === null) return
  const box = await startDovecot(certificate)
  const usual = getCACertificates('default')
  afterAll(async () => {
    setDefaultCACertificates(usual)
    await box.stop()
  })
  const settings = (security: ImapSecurity, over: Partial<ImapSettings> = {}): ImapSettings => ({
    ...{ host: 'localhost', port: security === 'tls' ? box.tlsPort : box.port, security },
    ...{ user: box.user, password: box.password, folder: 'INBOX', movesTo: null, ...over },
  })
  const trust = () => setDefaultCACertificates([...usual, readFileSync(certificate.certificate, 'utf8')])
  const distrust = () => setDefaultCACertificates(usual)

  it.each(['tls', 'starttls'] as const)(
    'is not opened where nobody vouches for its certificate: %s',
    async (security) => {
      distrust()
      await expect(tryFolder(settings(security))).rejects.toMatchObject({ failure: 'certificate' })
    },
  )

  it.each(['tls', 'starttls'] as const)('is read where the machine knows the certificate: %s', async (security) => {
    trust()
    await box.deliver('Subject: Virement\r\n\r\nIl part lundi.\r\n')
    const taken: string[] = []
    const nothing = { uidValidity: null, lastUid: 0, since: null }
    await readFolder(settings(security), nothing, async ({ raw }) => {
      taken.push(raw.toString())
    })
    expect(taken.at(-1)).toContain('Il part lundi.')
  })

  it('is not opened under another name than that of its certificate', async () => {
    trust()
    await expect(tryFolder(settings('tls', { host: '127.0.0.2' }))).rejects.toMatchObject({
      failure: expect.stringMatching(/^(certificate|notConnected)$/),
    })
  })

  it('is not opened in clear where STARTTLS was asked for and the server has none', async () => {
    trust()
    const plain: Dovecot = await startDovecot()
    try {
      const asked = settings('starttls', { port: plain.port })
      await expect(tryFolder(asked)).rejects.toMatchObject({ failure: expect.stringMatching(/notConnected|broken/) })
    } finally {
      await plain.stop()
    }
  })

  it('is not signed in to with a wrong password', async () => {
    trust()
    await expect(tryFolder(settings('tls', { password: 'faux' }))).rejects.toMatchObject({ failure: 'refused' })
  })
})
