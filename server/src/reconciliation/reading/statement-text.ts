/** How a text was read; what is no UTF-8 is taken as the encoding of Windows, which contains ISO-8859-1. */
export type ReadAs = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The text of a statement whatever its encoding is declared to be: banks declare one and send another. */
export function decodeStatement(bytes: Uint8Array): { readonly text: string; readonly readAs: ReadAs } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  try {
    return { text: withoutNul(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), readAs: 'utf-8' }
  } catch (error) {
    if (error instanceof TypeError) return decoded(bytes, 'windows-1252')
    throw error
  }
}

const decoded = (bytes: Uint8Array, readAs: ReadAs): { readonly text: string; readonly readAs: ReadAs } => ({
  text: withoutNul(new TextDecoder(readAs).decode(bytes)),
  readAs,
})

/** Mainframes fill records with NUL where others put blanks. */
const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', ' ') : text)
