/** One header of a message; its name in lower case, its value decoded and unfolded. */
export interface Header {
  readonly name: string
  readonly value: string
}

/** A part that speaks of another message: a report for machines, or the message that came back. */
export interface ReportPart {
  /** Media type in lower case: `message/delivery-status`, `message/feedback-report`… */
  readonly type: string
  readonly text: string
}

/** A message as it came, taken apart: what a class is read from. All its texts may be hostile. */
export interface ParsedMessage {
  readonly headers: readonly Header[]
  /** For a reader: the plain part, or what the HTML says. */
  readonly text: string
  readonly reports: readonly ReportPart[]
  /** Heads of the messages it carries, ours among them when it came back. */
  readonly returned: readonly string[]
}

/** The first header of that name; empty when there is none. */
export const headerOf = (message: Pick<ParsedMessage, 'headers'>, name: string): string =>
  message.headers.find((one) => one.name === name)?.value ?? ''

/** An address in any text that may be one; a word of it is never longer than a real address may be. */
const addressPattern = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?/gi

/** The addresses of a text, without what stands around them, each once and as first written. */
export function addressesIn(text: string): string[] {
  const found = new Map<string, string>()
  for (const [raw] of text.matchAll(addressPattern)) {
    const address = raw.replace(/^[.'=]+/, '').replace(/['.]+$/, '')
    if (/@[^@]+$/.test(address) && !found.has(address.toLowerCase())) found.set(address.toLowerCase(), address)
  }
  return [...found.values()]
}
