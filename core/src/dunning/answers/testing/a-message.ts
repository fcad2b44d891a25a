import type { ParsedMessage } from '../parsed-message.ts'

interface Given extends Partial<Omit<ParsedMessage, 'headers'>> {
  /** By name; those of an ordinary answer unless said otherwise, none where null. */
  readonly headers?: Readonly<Record<string, string | null>>
}

/** An ordinary answer of a customer, but for what is given. */
export function aMessage({ headers = {}, ...given }: Given = {}): ParsedMessage {
  const all: Record<string, string | null> = {
    from: 'Anne Morel <anne@castel.example>',
    to: 'compta@vauquelin.example',
    subject: 'Re: Facture F-2026-118',
    ...headers,
  }
  return {
    headers: Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    text: 'Bonjour, le virement part demain.',
    reports: [],
    returned: [],
    ...given,
  }
}

/** The report for machines of a message that was not delivered. */
export const aReport = (recipient: Readonly<Record<string, string>>, headers: Record<string, string> = {}) =>
  aMessage({
    headers: { from: 'MAILER-DAEMON@mx.example', subject: 'Undelivered Mail Returned to Sender', ...headers },
    text: 'This is the mail system.',
    reports: [{ type: 'message/delivery-status', text: `Reporting-MTA: dns; mx.example\n\n${fieldsOf(recipient)}` }],
  })

/** As a machine writes them. */
export const fieldsOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
