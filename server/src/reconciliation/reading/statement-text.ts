/** How a text was read; what is no UTF-8 is taken as the encoding of Windows, which contains ISO-8859-1. */
export type ReadAs = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The text of a statement whatever its encoding is declared to be: banks declare one and send another. */
export function decodeStatement(bytes: Uint8Array): { readonly text: string; readonly readAs: ReadAs } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(withoutNul(bytes, { size: 2, low: 0 }), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(withoutNul(bytes, { size: 2, low: 1 }), 'utf-16be')
  const plain = withoutNul(bytes, { size: 1, low: 0 })
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain), readAs: 'utf-8' }
  } catch (error) {
    if (error instanceof TypeError) return decoded(plain, 'windows-1252')
    throw error
  }
}

const decoded = (bytes: Uint8Array, readAs: ReadAs): { readonly text: string; readonly readAs: ReadAs } => ({
  text: new TextDecoder(readAs).decode(bytes),
  readAs,
})

/**
 * Mainframes fill records with NUL where others put blanks. Done in the bytes: replaced in a text, each of them is a piece
 * of its own, and fifty million are more than the memory holds.
 */
function withoutNul(bytes: Uint8Array, sign: { readonly size: 1 | 2; readonly low: 0 | 1 }): Uint8Array {
  let plain = bytes
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    const first = at - (at % sign.size)
    if (sign.size === 2 && (bytes[first] !== 0 || bytes[first + 1] !== 0)) continue
    if (plain === bytes) plain = Uint8Array.from(bytes)
    plain[first + sign.low] = 0x20
  }
  return plain
}
