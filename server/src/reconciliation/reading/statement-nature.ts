import { constants, inflateRawSync } from 'node:zlib'
import { looksLikeCfonb } from '@quittance/core/reconciliation/statements/cfonb/cut-records.ts'

export type StatementNature = 'camt' | 'cfonb120' | 'mt940' | 'ofx'

/** What the first bytes (a few thousand, or all) say a statement is; undefined where they say nothing of the kind. */
export function statementNature(head: Buffer): StatementNature | undefined {
  const text = plainHead(head)
  if (isCamt(text)) return 'camt'
  if (
    /^\s*(?:OFXHEADER\s*:|<\?OFX\b)/i.test(text) ||
    /^[^<]{0,2000}(?:<\?[^>]*>\s*|<!--[^>]*-->\s*){0,9}<OFX[\s>]/i.test(text)
  )
    return 'ofx'
  if (looksLikeCfonb(text)) return 'cfonb120'
  return isMt940(text) ? 'mt940' : undefined
}

const isCamt = (text: string): boolean =>
  /^\s*<[?!a-z]/i.test(text) &&
  /camt\.05[234]\.\d{3}\.\d{2}|<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\b/.test(text)

/** A reference or an account, then a balance: with or without the blocks of the SWIFT network, or lines before them. */
const isMt940 = (text: string): boolean =>
  /(?:^|[\r\n{]|\}\{?4:)[ \t]*:(?:20|25[A-Z]?):/.test(text) &&
  /[\r\n][ \t]*:(?:25[A-Z]?|28[A-Z]?|60[FM]|61|86):/.test(text)

/** Signs of UTF-16 as single bytes, without byte order marks and zeros: enough to look for words. */
const plainHead = (head: Buffer): string =>
  head
    .subarray(0, headBytes)
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')

const headBytes = 64 * 1024

/**
 * A cheap test on the first bytes of a file: is it a bank statement of a format of banks (CAMT, CFONB 120, MT940, OFX), or
 * an archive whose first file is one? Lists (CSV, workbooks) are told by their columns, not here.
 */
export function recognisesStatement(head: Buffer): boolean {
  if (head.subarray(0, 4).equals(zipMark)) return statementNature(firstOfArchive(head)) !== undefined
  return statementNature(head) !== undefined
}

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04])

/** Compressed bytes looked at: they open to a thousand times as much at the worst. */
const packedHead = 8 * 1024

/** The beginning of the first file of a ZIP; nothing where it cannot be opened. */
function firstOfArchive(head: Buffer): Buffer {
  if (head.length < 30) return Buffer.alloc(0)
  const start = 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = head.subarray(start, start + packedHead)
  if (head.readUInt16LE(8) === 0) return packed
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16_000_000 })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return Buffer.alloc(0)
    throw error
  }
}
