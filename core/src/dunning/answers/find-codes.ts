/** What a server answered, in numbers: both empty when its words hold none. */
export interface Codes {
  /** Enhanced status d.d.d of RFC 3463. */
  readonly status: string
  readonly replyCode: string
}

const both = /\b([45]\d\d)[ -]{1,3}#?\(?([245]\.\d{1,3}\.\d{1,3})\b/
const enhanced = /(?<![\d.])#?([245]\.\d{1,3}\.\d{1,3})(?![\d.])/g
const reply = /(?:^|[\s:;("'>])([45][0-5]\d)(?=[\s\-:,;#)"']|$)/gm

/** The codes of a server's words. An address of the Internet (192.0.2.1) is no status. */
export function findCodes(text: string): Codes {
  const pair = both.exec(text)
  if (pair) return { replyCode: pair[1] ?? '', status: pair[2] ?? '' }
  const replyCode = [...text.matchAll(reply)].map((found) => found[1] ?? '').find((code) => code !== '') ?? ''
  const status = [...text.matchAll(enhanced)].map((found) => found[1] ?? '').find((code) => code !== '') ?? ''
  return { status, replyCode }
}
