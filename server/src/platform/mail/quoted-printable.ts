const lineLength = 76
/** From the end of a line, how far back a better place to cut is looked for. */
const margin = 25

const TAB = 0x09
const LF = 0x0a
const SPACE = 0x20
const EQUALS = 0x3d
const hexDigits = Buffer.from('0123456789ABCDEF', 'latin1')

/** Bytes that stand for themselves (RFC 2045 §6.7). */
const isLiteral = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === TAB || byte === LF || (byte >= SPACE && byte <= 0x7e && byte !== EQUALS) ? 1 : 0,
)
/** After one of these a line is best cut. */
const isGoodEnd = Uint8Array.from({ length: 256 }, (_, byte) => (' \t.,!?'.includes(String.fromCharCode(byte)) ? 1 : 0))
const digitOf = Uint8Array.from({ length: 256 }, (_, byte) => Math.max(0, hexDigits.indexOf(byte)))

// Text is worked on without a pause: one room serves all.
let encoded = new Uint8Array(32_768)
let cut = Buffer.alloc(65_536)

/**
 * A text whose lines end in LF, as quoted-printable with CRLF: the same bytes as nodemailer's, which are cut at words where it can be.
 * It must hold no CR and not end in a space or tab.
 */
export function quotedPrintable(text: string): string {
  const length = encode(Buffer.from(text))
  // Each line of the result holds at least half of what it may: one break for 38 bytes, and CR for each LF.
  if (cut.length < length * 2 + 128) cut = Buffer.alloc(length * 2 + 128)
  let to = 0
  for (let from = 0; from < length; ) {
    const end = length <= lineLength ? length : cutAt(from, length)
    for (let at = from; at < end; at += 1) {
      const byte = encoded[at] ?? 0
      if (byte === LF) cut[to++] = 0x0d
      cut[to++] = byte
    }
    if (end < length && encoded[end - 1] !== LF) {
      cut[to++] = EQUALS
      cut[to++] = 0x0d
      cut[to++] = LF
    }
    from = end
  }
  return cut.toString('latin1', 0, to)
}

/** Fills `encoded`, and answers how far. */
function encode(bytes: Buffer): number {
  if (encoded.length < bytes.length * 3) encoded = new Uint8Array(bytes.length * 3)
  let to = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    const endsLine = (byte === SPACE || byte === TAB) && bytes[at + 1] === LF
    if (isLiteral[byte] && !endsLine) {
      encoded[to++] = byte
      continue
    }
    encoded[to++] = EQUALS
    encoded[to++] = hexDigits[byte >> 4] ?? 0
    encoded[to++] = hexDigits[byte & 15] ?? 0
  }
  return to
}

/** Where the line that begins at `from` ends. */
function cutAt(from: number, length: number): number {
  let end = Math.min(from + lineLength, length)
  const back = Math.max(from, end - margin)
  for (let at = end - 1; at >= back; at -= 1) if (encoded[at] === LF) return at + 1
  if (end - from > lineLength - margin) {
    const word = endOfWord(end, back)
    if (word > 0) end = word
    else end = wholeSigns(from, end, length)
  } else end = wholeSigns(from, end, length)
  if (end >= length || end - from < lineLength) return end
  // Room for the sign that says that the line goes on.
  return end - (isEscape(end - 3, from) ? 3 : 1)
}

function endOfWord(end: number, back: number): number {
  for (let at = end - 1; at >= back; at -= 1) if (isGoodEnd[encoded[at] ?? 0]) return at + 1
  return 0
}

const isEscape = (at: number, from: number): boolean => at >= from && encoded[at] === EQUALS

/** Before an escape that is cut in two, and before a sign of several bytes that would be. */
function wholeSigns(from: number, asked: number, length: number): number {
  let end = asked
  if (isEscape(end - 1, from)) end -= 1
  else if (isEscape(end - 2, from)) end -= 2
  else if (!isEscape(end - 3, from)) return asked
  while (end - from > 3 && end < length && isEscape(end - 3, from) && !isFewEscapes(from, end)) {
    const byte = ((digitOf[encoded[end - 2] ?? 0] ?? 0) << 4) | (digitOf[encoded[end - 1] ?? 0] ?? 0)
    if (byte < 128) break
    end -= 3
    if (byte >= 0xc0) break
  }
  return end === from ? asked : end
}

/** Nothing but one to four escapes: too little to give away. */
function isFewEscapes(from: number, end: number): boolean {
  if ((end - from) % 3 !== 0 || end - from > 12) return false
  for (let at = from; at < end; at += 3) if (encoded[at] !== EQUALS) return false
  return true
}
