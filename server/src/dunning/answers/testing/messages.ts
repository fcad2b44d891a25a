/** A message from its headers and its body, with the line ends of the wire. */
export const lines = (head: Readonly<Record<string, string>>, body: string): string =>
  `${Object.entries(head)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\nMIME-Version: 1.0\r\n\r\n${body.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')}`

interface BounceGiven {
  readonly status: string
  readonly says: string
  readonly action?: string
  readonly at?: string
  /** Which of our messages came back. */
  readonly messageId?: string
  /** Our own number, as it stands in the headers that came back. */
  readonly quittanceId?: string
}

/** The report of RFC 3464 that a mail server sends when a message of ours was not delivered. */
export function bounceOf(address: string, given: BounceGiven): string {
  const {
    status,
    says,
    action = 'failed',
    at = 'Mon, 23 Nov 2026 10:00:00 +0100',
    messageId = '<r.1@vauquelin.example>',
    quittanceId = '',
  } = given
  return lines(
    {
      'Return-Path': '<>',
      From: 'Mail Delivery System <MAILER-DAEMON@mx.castel.example>',
      To: 'compta@vauquelin.example',
      Date: at,
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="b1"',
    },
    [
      '--b1\nContent-Type: text/plain\n\nThis is the mail system at mx.castel.example.\n',
      `<${address}>: host mx.castel.example said: ${says}\n`,
      '--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.castel.example\n\n',
      `Final-Recipient: rfc822; ${address}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${says}\n`,
      `--b1\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${messageId}\n${quittanceId && `X-Quittance-Id: ${quittanceId}\n`}To: ${address}\nSubject: Facture\n--b1--\n`,
    ].join('\n'),
  )
}
