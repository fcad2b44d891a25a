import type { Header } from '@quittance/core/dunning/answers/parsed-message.ts'

const mostHead = 64 * 1024
const mostBody = 64 * 1024

/** The head of a message and the beginning of what follows, read without looking at its structure. */
export function plainHead(source: Uint8Array): { headers: Header[]; body: string } {
  const text = new TextDecoder('windows-1252').decode(source.subarray(0, mostHead + mostBody)).replaceAll('\u0000', '')
  const unix = text.replaceAll('\r\n', '\n')
  const end = unix.indexOf('\n\n')
  const head = end === -1 ? unix.slice(0, mostHead) : unix.slice(0, Math.min(end, mostHead))
  const headers = head
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')
    .flatMap((line): Header[] => {
      const colon = line.indexOf(':')
      return colon > 0 ? [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }] : []
    })
  return { headers, body: end === -1 ? '' : unix.slice(end + 2, end + 2 + mostBody) }
}
