/** One record of 120 characters, and where it stood. */
export interface CfonbRecord {
  /** Exactly 120 characters. */
  readonly text: string
  /** Physical line, or number of the record where the file has no line ends, from 1. */
  readonly line: number
  /** What the bank wrote beyond the 120th character, blanks aside. */
  readonly beyond: string
}

export interface CutText {
  readonly records: readonly CfonbRecord[]
  readonly lineBreaks: '\n' | '\r\n' | '\r' | 'none'
}

const width = 120

/** The beginning of a record: its code, then the five characters of a bank. */
const begins = /^ ?0[1457][0-9A-Z]{5}/i

/**
 * Cuts a text into records: by its line ends; records written end to end are cut every 120 characters, or where the next one
 * begins when the bank writes wider ones. Blank lines are nothing.
 */
export function cutRecords(text: string): CutText {
  const inside = text.trim()
  // Files are found with both kinds: the longer one names them.
  const lineBreaks = (['\r\n', '\n', '\r'] as const).find((one) => inside.includes(one)) ?? 'none'
  if (lineBreaks === 'none') return { records: cutLine(text.replace(/[\r\n]+/g, ''), undefined), lineBreaks }
  const lines = text.split(/\r\n|\n|\r/)
  return { records: lines.flatMap((line, index) => cutLine(line, index + 1)), lineBreaks }
}

/** `line` undefined: records are numbered. */
function cutLine(text: string, line: number | undefined): CfonbRecord[] {
  const records: CfonbRecord[] = []
  // Signs beyond the first plane count as two: none may be cut in half.
  let rest = text.replace(/[\p{Cc}\p{Cs}\u{10000}-\u{10ffff}]/gu, ' ').trimEnd()
  while (rest.trim() !== '') {
    const next = nextStart(rest)
    const written = rest.slice(0, next)
    records.push({
      text: written.slice(0, width).padEnd(width),
      line: line ?? records.length + 1,
      beyond: written.slice(width).trim(),
    })
    rest = rest.slice(next)
  }
  return records
}

/** Where the record after the first begins: at 120, or a little later behind blanks. */
function nextStart(text: string): number {
  if (text.length <= width) return text.length
  const behind = text.slice(width)
  const blanks = behind.length - behind.trimStart().length
  if (begins.test(behind.slice(blanks, blanks + 8))) return width + blanks
  const later = /[ \d]0[147]\d{5}[ 0-9A-Z]{4}\d{5}(?:[A-Z]{3}\d| {4})/.exec(behind)
  return later ? width + later.index + 1 : text.length
}

/** Whether a text begins as a statement of this kind does, or as a piece of one. */
export const looksLikeCfonb = (head: string): boolean =>
  /^\s*0[1457]\d{5}[ 0-9A-Z]{4}[ 0-9A-Z]{5}(?:[A-Z]{3}| {3})[ \d]/i.test(head)
