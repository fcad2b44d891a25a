import { isIntroduction, isQuotedHead, isSeparator } from './quote-headers.ts'
import { signatureStart } from './signature.ts'

/** A message as its reader needs it: what its writer added, apart from what he quoted and signed with. */
export interface SplitReply {
  readonly text: string
  readonly signature: string
  readonly quoted: string
}

/**
 * Cuts what is quoted: from the first introduction, separator or quoted head on, and every line behind `>` before it.
 * Where the writer answered between the quoted lines, only those lines go. A message that would be left empty is a
 * message passed on: it is kept whole.
 */
export function splitReply(text: string): SplitReply {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[\u200b\u200e\u200f\ufeff]/g, '')
    .split('\n')
    .slice(0, 20_000)
  const cut = cutOf(lines)
  const kept: string[] = []
  const quoted: string[] = []
  lines.forEach((line, at) => {
    if (cut.is(at)) quoted.push(line)
    else kept.push(line)
  })
  if (kept.every((line) => line.trim() === '')) return { text: tidy(lines), signature: '', quoted: '' }
  const start = signatureStart(kept)
  const body = tidy(withoutRule(kept.slice(0, start)))
  if (body === '') return { text: tidy(kept), signature: '', quoted: tidy(quoted) }
  return { text: body, signature: tidy(kept.slice(start)), quoted: tidy(quoted) }
}

interface Cut {
  readonly is: (at: number) => boolean
}

function cutOf(lines: readonly string[]): Cut {
  const quotes = lines.map((line) => isQuoteLine(line))
  const introduced = new Set<number>()
  let from = lines.length
  for (let at = 0; at < lines.length; at += 1) {
    if (quotes[at] || (lines[at] ?? '').trim() === '') continue
    const length = introductionAt(lines, at)
    if (length > 0) {
      // Answered between the quoted lines: the introduction goes, what follows the quotation stays.
      if (isInterleaved(lines, quotes, at + length)) for (let i = 0; i < length; i += 1) introduced.add(at + i)
      else {
        from = at
        break
      }
      at += length - 1
    } else if (isSeparator(lines[at] ?? '') || isQuotedHead(lines, at)) {
      from = at
      break
    }
  }
  return { is: (at) => at >= from || introduced.has(at) || (quotes[at] ?? false) }
}

const isQuoteLine = (line: string): boolean => /^\s{0,3}(>|\|\s)/.test(line)

/** How many lines the introduction that begins there takes, broken as mail programs break it; 0 when none does. */
function introductionAt(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? '').trim()
  if (first.length > 400) return 0
  let joined = ''
  for (let length = 1; length <= 5; length += 1) {
    const line = (lines[at + length - 1] ?? '').trim()
    if (line === '' && length > 1) return 0
    joined = joined === '' ? line : `${joined} ${line}`
    // What stands before an introduction is no part of it.
    if (isIntroduction(joined)) return length > 1 && introductionAt(lines, at + 1) > 0 ? 0 : length
  }
  return 0
}

/** After the introduction comes a quotation, and after that words of the writer's own, more than a signature. */
function isInterleaved(lines: readonly string[], quotes: readonly boolean[], after: number): boolean {
  let at = after
  while (at < lines.length && !quotes[at] && (lines[at] ?? '').trim() === '') at += 1
  if (!quotes[at]) return false
  const own = lines.slice(at).filter((line, index) => !quotes[at + index] && line.trim() !== '')
  const [first] = own
  return first !== undefined && signatureStart(own) > 0 && !lines.slice(at).some((line) => isSeparator(line))
}

// What parts the answer from the quotation goes with the quotation.
const rule = /^[\s|*_=–—-]*$/

const withoutRule = (lines: readonly string[]): string[] =>
  lines.slice(0, lines.findLastIndex((line) => !rule.test(line)) + 1)

const tidy = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
