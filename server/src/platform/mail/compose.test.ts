import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { compose, type OutgoingMail } from './compose.ts'

const mail: OutgoingMail = {
  from: { name: 'Claire Besson', address: 'compta@vauquelin.example' },
  replyTo: { name: null, address: 'claire@vauquelin.example' },
  to: [{ name: 'Inès Morel', address: 'factures@saint-aubin.example' }],
  cc: [{ name: null, address: 'direction@saint-aubin.example' }],
  subject: 'Deux factures à régler : F-2026-0851 et F-2026-0929',
  text: 'Bonjour Mme Morel,\n\nReste à payer : 10 956,00 €.\n',
  html: '<!doctype html><html lang="fr"><body><p>Reste à payer : 10 956,00 €.</p></body></html>',
  messageId: '<r.12.7f3c@vauquelin.example>',
  inReplyTo: '<r.11.aa@vauquelin.example>',
  references: ['<r.10.bb@vauquelin.example>', '<r.11.aa@vauquelin.example>'],
  sentAt: new Date('2026-11-23T09:00:00Z'),
  language: 'fr',
  quittanceId: 'reminder-12',
  automatic: true,
  attachments: [
    { filename: 'Facture été 0851.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 essai') },
  ],
}

const headerOf = (parsed: { headers: { key: string; value: string }[] }, key: string) =>
  parsed.headers.find((header) => header.key === key)?.value

describe('a composed mail', () => {
  it('reads back as it was written', async () => {
    const parsed = await PostalMime.parse(await compose(mail))
    expect(parsed).toMatchObject({
      from: { name: 'Claire Besson', address: 'compta@vauquelin.example' },
      replyTo: [{ address: 'claire@vauquelin.example' }],
      to: [{ name: 'Inès Morel', address: 'factures@saint-aubin.example' }],
      cc: [{ address: 'direction@saint-aubin.example' }],
      subject: mail.subject,
      messageId: mail.messageId,
      inReplyTo: mail.inReplyTo,
      references: '<r.10.bb@vauquelin.example> <r.11.aa@vauquelin.example>',
    })
    expect(parsed.text?.trim()).toBe(mail.text.trim())
    expect(parsed.html?.trim()).toBe(mail.html)
    expect(parsed.attachments[0]).toMatchObject({ filename: 'Facture été 0851.pdf', mimeType: 'application/pdf' })
    expect(Buffer.from(parsed.attachments[0]?.content as ArrayBuffer).toString()).toBe('%PDF-1.7 essai')
  })

  it('says that a machine sent it, in which language, and how we know it again', async () => {
    const parsed = await PostalMime.parse(await compose(mail))
    expect(headerOf(parsed, 'auto-submitted')).toBe('auto-generated')
    expect(headerOf(parsed, 'content-language')).toBe('fr')
    expect(headerOf(parsed, 'x-quittance-id')).toBe('reminder-12')
    expect(headerOf(parsed, 'date')).toBe('Mon, 23 Nov 2026 09:00:00 +0000')
    expect(headerOf(parsed, 'list-unsubscribe')).toBeUndefined()
    const typed = await PostalMime.parse(await compose({ ...mail, automatic: false }))
    expect(headerOf(typed, 'auto-submitted')).toBeUndefined()
  })

  it('needs no server that takes eight bits, nor long lines', async () => {
    const raw = await compose(mail)
    expect(raw.every((byte) => byte < 0x80)).toBe(true)
    const lines = raw.toString('latin1').split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998)
    expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('gives the same bytes for the same mail, so that a retry is the same message', async () => {
    expect((await compose(mail)).equals(await compose(mail))).toBe(true)
  })

  it('lets no line break of a subject or a name start a header', async () => {
    const hostile = {
      ...mail,
      subject: 'Facture\r\nBcc: voleur@example.org',
      to: [{ name: 'Inès\r\nBcc: voleur@example.org', address: 'factures@saint-aubin.example' }],
      quittanceId: '12\nBcc: voleur@example.org',
    }
    const parsed = await PostalMime.parse(await compose(hostile))
    expect(headerOf(parsed, 'bcc')).toBeUndefined()
    expect(parsed.subject).toBe('Facture Bcc: voleur@example.org')
  })

  it('refuses a Message-ID that is not one', async () => {
    await expect(compose({ ...mail, messageId: 'r.12@vauquelin.example' })).rejects.toThrow(/Message-ID/)
  })
})
