import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { classifyMessage } from './classify-message.ts'
import { aMessage, aReport } from './testing/a-message.ts'

const today = asDate('2026-11-23')
const classOf = (message: ReturnType<typeof aMessage>) => classifyMessage(message, today).class

describe('what a person wrote', () => {
  it.each([
    ['an ordinary answer', {}],
    [
      'words of failure in a subject of one’s own',
      {
        headers: { subject: 'Échec de livraison de la commande 118' },
        text: 'Les menuiseries n’ont pas été livrées, nous ne paierons pas.',
      },
    ],
    [
      'a delay of delivery of goods',
      {
        headers: { subject: 'Retard de livraison' },
        text: 'Votre camion a du retard : jean@castel.example suit ce dossier.',
      },
    ],
    [
      'an answer to a bounce passed on by hand',
      {
        headers: { subject: 'Re: Undelivered Mail Returned to Sender' },
        text: 'Écrivez plutôt à compta@castel.example.',
      },
    ],
    [
      'talk of an absence',
      { headers: { subject: 'Absence de bon de commande' }, text: 'Il manque le numéro de commande.' },
    ],
    ['« Auto-Submitted: no »', { headers: { 'auto-submitted': 'no' } }],
    ['a complaint about a price', { headers: { subject: 'Réclamation' }, text: 'Le prix ne correspond pas au devis.' }],
    [
      'an answer to a forwarded report without its machine',
      { headers: { subject: 'TR: Delivery Status Notification (Failure)' }, text: 'Que dois-je faire ?' },
    ],
  ])('%s is an answer', (_, given) => {
    expect(classOf(aMessage(given))).toBe('reply')
  })
})

describe('a report of delivery', () => {
  const report = { 'Final-Recipient': 'rfc822; Anne@Castel.example', Action: 'failed', Status: '5.1.1' }

  it('that failed names the address, the status and the words', () => {
    const message = aReport({ ...report, 'Diagnostic-Code': 'smtp; 550 5.1.1 <anne@castel.example>: User unknown' })
    expect(classifyMessage(message, today)).toEqual({
      class: 'bounce',
      recipients: [
        {
          address: 'Anne@Castel.example',
          status: '5.1.1',
          replyCode: '550',
          reason: 'unknownUser',
          isHard: true,
          diagnostic: '550 5.1.1 <anne@castel.example>: User unknown',
        },
      ],
    })
  })

  it('of what is still tried is a delay, of what arrived a delivery', () => {
    expect(classOf(aReport({ ...report, Action: 'delayed', Status: '4.4.1' }))).toBe('delayed')
    expect(classOf(aReport({ ...report, Action: 'delivered', Status: '2.0.0' }))).toBe('delivered')
  })

  it('counts the one that failed among several that arrived', () => {
    const message = aReport(report)
    const [part] = message.reports
    const text = `${part?.text}\n\nFinal-Recipient: rfc822; b@castel.example\nAction: delivered\nStatus: 2.0.0`
    const both = { ...message, reports: [{ type: 'message/delivery-status', text }] }
    expect(classifyMessage(both, today)).toMatchObject({ class: 'bounce', recipients: [{ reason: 'unknownUser' }] })
  })

  it('says more in the words of the other server than in a vague status of its own', () => {
    const message = aReport({ ...report, Status: '5.0.0', 'Diagnostic-Code': 'smtp; 552 5.2.2 Mailbox full' })
    expect(classifyMessage(message, today)).toMatchObject({
      recipients: [{ status: '5.2.2', reason: 'mailboxFull', isHard: false }],
    })
  })

  it('names the address we wrote to before the one it was sent on to', () => {
    const message = aReport({ ...report, 'Original-Recipient': 'rfc822;alias@castel.example' })
    expect(classifyMessage(message, today)).toMatchObject({ recipients: [{ address: 'alias@castel.example' }] })
  })

  it('is believed over a subject that says anything', () => {
    expect(classOf(aReport(report, { subject: 'Réponse automatique' }))).toBe('bounce')
  })
})

describe('a bounce that follows no standard', () => {
  it.each([
    [
      'qmail',
      { from: 'MAILER-DAEMON@mx.example', subject: 'failure notice' },
      'Hi. This is the qmail-send program.\nI’m sorry it didn’t work out.\n\n<anne@castel.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: autre@castel.example\n',
    ],
    [
      'Exim',
      {
        from: 'Mail Delivery System <Mailer-Daemon@mx.example>',
        subject: 'Mail delivery failed',
        'x-failed-recipients': 'anne@castel.example',
      },
      'A message that you sent could not be delivered: unknown user',
    ],
    [
      'Exchange in French',
      { from: 'Administrateur système <postmaster@castel.example>', subject: 'Non remis : Facture' },
      'Votre message n’a pas pu être remis à certains destinataires :\n\n  anne@castel.example\n  550 5.1.1 utilisateur inconnu\n',
    ],
    [
      'a daemon without words in its subject',
      { from: 'MAILER-DAEMON@mx.example', subject: 'Processing Error' },
      'The following mail has been returned because of an error: user unknown\n\nanne@castel.example\n',
    ],
    [
      'a sender that is nobody',
      { from: '<>', subject: 'Returned mail: see transcript for details' },
      '----- The following addresses had permanent fatal errors -----\n<anne@castel.example>\n550 5.1.1 User unknown\n',
    ],
  ])('%s is one, with its address', (_, headers, text) => {
    expect(classifyMessage(aMessage({ headers, text }), today)).toMatchObject({
      class: 'bounce',
      recipients: [{ address: 'anne@castel.example', reason: 'unknownUser', isHard: true }],
    })
  })

  it('says of each recipient what stands beside it', () => {
    const text =
      'I wasn’t able to deliver your message to the following addresses.\n\n<plein@castel.example>:\n552 5.2.2 Mailbox full\n\n<inconnu@castel.example>:\n550 5.1.1 User unknown\n'
    const message = aMessage({ headers: { from: 'MAILER-DAEMON@mx.example', subject: 'failure notice' }, text })
    expect(classifyMessage(message, today)).toMatchObject({
      recipients: [
        { address: 'plein@castel.example', reason: 'mailboxFull', isHard: false },
        { address: 'inconnu@castel.example', reason: 'unknownUser', isHard: true },
      ],
    })
  })

  it('that only warns is a delay', () => {
    const text = 'Delivery to anne@castel.example has been delayed. We will continue to try.'
    const headers = { from: 'postmaster@mx.example', subject: 'Warning: message delayed 4 hours' }
    expect(classOf(aMessage({ headers, text }))).toBe('delayed')
  })

  it('takes nobody’s address from the message that came back', () => {
    const text = 'This message was undeliverable.\n\nReceived: from x\nFrom: chef@castel.example\n'
    const headers = { from: 'MAILER-DAEMON@mx.example', subject: 'Undeliverable' }
    const returned = ['To: anne@castel.example\nFrom: compta@vauquelin.example']
    expect(classifyMessage(aMessage({ headers, text, returned }), today)).toMatchObject({
      recipients: [{ address: 'anne@castel.example' }],
    })
  })
})

describe('a machine that answers', () => {
  it.each([
    ['says so by RFC 3834', { 'auto-submitted': 'auto-replied' }],
    ['says so as before it', { 'x-autoreply': 'yes' }],
    ['says so by its precedence', { precedence: 'auto_reply' }],
    ['says so in a French subject', { subject: 'Réponse automatique : Facture F-2026-118' }],
    ['says so in a German subject', { subject: 'Automatische Antwort: Rechnung' }],
    ['says so in an English subject', { subject: 'Automatic reply: Invoice' }],
  ])('%s', (_, headers) => {
    expect(classOf(aMessage({ headers, text: 'Votre message est bien arrivé, ticket 12.' }))).toBe('autoReply')
  })

  it('in an absent person’s place tells when he is back', () => {
    const headers = { 'auto-submitted': 'auto-replied', subject: 'Absence' }
    const text = 'Je suis absente du 23/11 au 4 décembre inclus. Merci d’écrire à compta@castel.example.'
    expect(classifyMessage(aMessage({ headers, text }), today)).toEqual({
      class: 'outOfOffice',
      returnsOn: '2026-12-04',
    })
  })

  it('with an empty return path and words of absence is no person', () => {
    const headers = { 'return-path': '<>', subject: 'En congés' }
    expect(classOf(aMessage({ headers, text: 'Je suis actuellement en congés.' }))).toBe('outOfOffice')
  })
})

describe('a complaint', () => {
  const part = (type: string) => [
    { type: 'message/feedback-report', text: `Feedback-Type: ${type}\nOriginal-Rcpt-To: <anne@castel.example>` },
  ]

  it('of a provider names who complained and asks to stop', () => {
    expect(classifyMessage(aMessage({ reports: part('abuse') }), today)).toEqual({
      class: 'complaint',
      addresses: ['anne@castel.example'],
      asksToStop: true,
    })
  })

  it('that takes one back, or speaks of authentication, asks for nothing', () => {
    for (const type of ['not-spam', 'auth-failure'])
      expect(classifyMessage(aMessage({ reports: part(type) }), today)).toMatchObject({ asksToStop: false })
  })

  it('is the unsubscribing of a program, not the word of a person', () => {
    const headers = { subject: 'unsubscribe' }
    expect(classOf(aMessage({ headers: { ...headers, 'auto-submitted': 'auto-replied' } }))).toBe('complaint')
    expect(classOf(aMessage({ headers }))).toBe('reply')
  })
})

describe('other machines', () => {
  it('a read receipt is no answer', () => {
    const text = 'Final-Recipient: rfc822;anne@castel.example\nDisposition: manual-action/MDN-sent-manually; displayed'
    expect(classOf(aMessage({ reports: [{ type: 'message/disposition-notification', text }] }))).toBe('receipt')
  })

  it('a notice of Amazon SES is what its JSON says', () => {
    const bounced = [
      { emailAddress: 'anne@castel.example', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
    ]
    const bounce = { notificationType: 'Bounce', bounce: { bouncedRecipients: bounced } }
    const wrapped = JSON.stringify({ Type: 'Notification', Message: JSON.stringify(bounce) })
    expect(classifyMessage(aMessage({ text: wrapped }), today)).toMatchObject({
      class: 'bounce',
      recipients: [{ address: 'anne@castel.example', isHard: true }],
    })
    const complaint = { notificationType: 'Complaint', complaint: { complainedRecipients: bounced } }
    expect(classOf(aMessage({ text: JSON.stringify(complaint) }))).toBe('complaint')
    expect(
      classOf(
        aMessage({ text: JSON.stringify({ notificationType: 'Delivery', delivery: { recipients: ['a@b.c'] } }) }),
      ),
    ).toBe('delivered')
    expect(classOf(aMessage({ text: '{ pas du JSON' }))).toBe('reply')
  })
})
