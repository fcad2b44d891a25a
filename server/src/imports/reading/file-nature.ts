import type { ReadingProblemCode } from '@quittance/core/imports/reading-problem.ts'

const startsWith = (head: Buffer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte)

/**
 * What the first bytes say the file is, whatever its name: text to read as CSV, a workbook, a ZIP of other files, or what
 * its problem would be (`pdf` and `xml` may hold an invoice).
 */
export function natureOf(head: Buffer): 'text' | 'workbook' | 'zip' | ReadingProblemCode {
  if (head.length === 0) return 'empty'
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return natureOfZip(head)
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'oldOrProtectedWorkbook'
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (
    startsWith(head, 0x1f, 0x8b) ||
    startsWith(head, 0x37, 0x7a, 0xbc, 0xaf) ||
    startsWith(head, 0x52, 0x61, 0x72, 0x21)
  )
    return 'archive'
  const text = head
    .subarray(0, 2000)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (/^<(!doctype html|html|table|head|meta|style)\b/i.test(text)) return 'webPage'
  if (/^<[?!a-z]/i.test(text)) return /<(html|table)\b/i.test(text) ? 'webPage' : 'xml'
  if (/^(\{\s*["}]|\[\s*[[{"\]])/.test(text)) return 'json'
  return isMostlyTags(text) ? 'xml' : 'text'
}

/**
 * An XML with something before its first tag is no XML, and is told so at once: read as a table, each of its million
 * lines would be looked at first.
 */
function isMostlyTags(text: string): boolean {
  const tags = text.match(/<\/?[a-z][\w.-]*(?::[\w.-]+)?(?:\s[^<>]*)?>/gi) ?? []
  return tags.length >= 5 && tags.join('').length > text.length / 2
}

/** The entries of a workbook come in any order, so all their names are looked at, not the first one alone. */
function natureOfZip(head: Buffer): 'workbook' | 'zip' | ReadingProblemCode {
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'openDocument'
  for (let at = head.indexOf(entryMark); at >= 0; at = head.indexOf(entryMark, at + 4)) {
    const name = head.toString('latin1', at + 30, at + 60)
    if (/^\/?(?:\[Content_Types\]\.xml|xl\/|_rels\/|docProps\/)/.test(name)) return 'workbook'
  }
  return 'zip'
}

const entryMark = Buffer.from([0x50, 0x4b, 0x03, 0x04])
