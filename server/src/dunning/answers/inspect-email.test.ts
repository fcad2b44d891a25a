import { describe, expect, it } from 'vitest'
import { emailFacts, looksLikeEmail } from './inspect-email.ts'
import { parseMessage } from './parse-message.ts'
import { bounceOf, lines } from './testing/messages.ts'

const bytes = (text: string) => Buffer.from(text)

describe('a file that may be a message', () => {
  it('is one by its headers, whatever its name', () => {
    expect(looksLikeEmail(bytes(bounceOf('a@b.fr', { status: '5.1.1', says: '550 no' })))).toBe(true)
    expect(
      looksLikeEmail(bytes(`From MAILER-DAEMON Mon Sep 20\n${lines({ From: 'a@b.fr', To: 'c@d.fr' }, 'x')}`)),
    ).toBe(true)
  })
  it('is none when it is a list, XML or a bank’s', () => {
    for (const text of [
      'Client;Facture;Montant\nA;1;2',
      '<?xml version="1.0"?>\n<a/>',
      ':20:X\r\n:25:1\r\n',
      'OFXHEADER:100\nDATA:OFXSGML\n',
    ])
      expect(looksLikeEmail(bytes(text))).toBe(false)
  })
})

describe('what a message says', () => {
  it('of a bounce is told in the names others use', async () => {
    expect(
      await emailFacts(bytes(bounceOf('A@b.fr', { status: '5.1.1', says: '550 5.1.1 User unknown' }))),
    ).toMatchObject({
      class: 'bounce',
      recipients: [{ address: 'A@b.fr', status: '5.1.1', reply_code: '550', reason: 'userunknown', hard_bounce: true }],
      failed_addresses: ['a@b.fr'],
    })
  })

  it('of an absence is reckoned from the day it was written', async () => {
    const head = {
      From: 'a@b.fr',
      Date: 'Mon, 23 Nov 2026 10:00:00 +0100',
      'Auto-Submitted': 'auto-replied',
      Subject: 'Absence',
    }
    const facts = await emailFacts(
      bytes(lines({ ...head, 'Content-Type': 'text/plain; charset=utf-8' }, 'De retour le 4 décembre.')),
    )
    expect(facts).toMatchObject({ class: 'outOfOffice', returns_on: '2026-12-04' })
  })

  it('of a reply is what was written and the names of its files', async () => {
    const body =
      '--b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>R=E9gl=E9e.</p>\n--b\nContent-Type: application/pdf; name="avis.pdf"\nContent-Disposition: attachment\n\nabc\n--b--\n'
    const facts = await emailFacts(
      bytes(lines({ From: 'a@b.fr', 'Content-Type': 'multipart/mixed; boundary=b' }, body)),
    )
    expect(facts).toMatchObject({
      class: 'reply',
      text: 'Réglée.',
      files: [{ name: 'avis.pdf', type: 'application/pdf' }],
    })
  })
})

describe('a message built to harm', () => {
  it('of a thousand levels is read as its head and first words', async () => {
    const nested = Array.from(
      { length: 1000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    )
    const message = await parseMessage(bytes(`From: a@b.fr\r\nSubject: fond\r\n${nested.join('')}`))
    expect(message).toMatchObject({ isBroken: true, subject: 'fond', from: { address: 'a@b.fr' } })
  })
  it('with no bytes a text can keep is cleared of them', async () => {
    const message = await parseMessage(bytes('From: a\u0000@b.fr\r\nSubject: x\u0000y\r\n\r\nz\u0000\ud800'))
    expect(JSON.stringify(message)).not.toContain('\\u0000')
  })
})
