/** One tag of a message with all its lines. */
export interface Mt940Field {
  /** « 61 », « 60F », « NS ». */
  readonly tag: string
  /** Its text, the first line and those that go on with it. */
  readonly lines: readonly string[]
  /** Physical line of the file, from 1. */
  readonly line: number
}

/** The fields of one statement, from its reference to the next. */
export type Mt940Message = readonly Mt940Field[]

const tagged = /^[ \t]*:([0-9]{2}[A-Z]?|NS):(.*)$/

/** Tags of a file at most: a quarter of a million movements. */
const mostFields = 600_000

/** Blocks of the network, up to the one that holds the text. */
const blocks = /^(?:-\})?(?:\{[1235]:(?:[^{}]|\{[^{}]*\})*\})*\{4:(?=:)/

/**
 * Cuts a text into messages: one begins at every `:20:`, or at an account or opening balance after a closing one. What
 * stands before the first tag, and lines of networks between messages, are nothing.
 */
export function cutMessages(text: string): Mt940Message[] | 'tooLarge' {
  const messages: Mt940Field[][] = []
  const lines = text.split(/\r\n|\n|\r/)
  let field: { tag: string; lines: string[]; line: number } | undefined
  let isClosed = false
  let fields = 0
  for (const [index, written] of lines.entries()) {
    const [, tag, rest = ''] = tagged.exec(written.startsWith(' :') ? written : written.replace(blocks, '')) ?? []
    if (tag !== undefined) {
      if (++fields > mostFields) return 'tooLarge'
      field = { tag, lines: [rest], line: index + 1 }
      if (messages.length === 0 || beginsMessage(tag, isClosed)) {
        messages.push([field])
        isClosed = false
      } else messages.at(-1)?.push(field)
      isClosed ||= /^62[FM]?$/.test(tag)
    } else if (endsMessage(lines, index)) field = undefined
    else field?.lines.push(written)
  }
  return messages
}

/** A dash alone may belong to a text: it ends a message where the next one follows, or nothing. */
function endsMessage(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').trim()
  if (/^-(?:\}|XXX$)/.test(line) || /^\{[1-5]:/.test(line)) return true
  if (line !== '-') return false
  const next = lines.slice(index + 1, index + 20).find((one) => one.trim() !== '')
  return (
    next === undefined ||
    /^\s*(?::20:|:940:|\{|\}|940|\d{4} \d{2}[A-Z]|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\s*$)/.test(next)
  )
}

/** `isClosed`: the message before has its closing balance. */
const beginsMessage = (tag: string, isClosed: boolean): boolean =>
  tag === '20' || (isClosed && /^(?:25[A-Z]?|28[A-Z]?|60[FM]?|61)$/.test(tag))
