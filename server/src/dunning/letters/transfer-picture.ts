import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Points a side of a module; four, for the rows are built by half bytes. */
const pointsOfModule = 4

/** Modules around it, white in dark mode too: a reader wants four. */
const quietModules = 4

/** Any of the eight reads as well on a screen; trying them all takes longer than the rest of a message. */
const maskPattern = 2

/** The SEPA code of an e-mail as PNG, black on white; the same text gives the same bytes. */
export function transferPicture(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: quietModules, maxVersion: 13, maskPattern })
  const side = size * pointsOfModule
  const rows: Buffer[] = []
  for (const modules of data) {
    // Four points a module: half a byte, so that two modules make one.
    const row = Buffer.alloc(1 + Math.ceil(size / 2))
    for (let x = 0; x < size; x += 2) row[1 + (x >> 1)] = (modules[x] ? 0 : 0xf0) | (modules[x + 1] ? 0 : 0x0f)
    for (let times = 0; times < pointsOfModule; times += 1) rows.push(row)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8) // one bit of grey a point
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 1 })),
    chunk('IEND'),
  ])
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** Under which name the message's HTML shows its code: it comes with the message, nothing is fetched. */
export const pictureName = 'transfer-code'

/** The same HTML with its code inside, for a frame that has no attachments. */
export const withPictureInside = (html: string, transfer: string | null): string =>
  transfer === null
    ? html
    : html.replaceAll(`cid:${pictureName}`, `data:image/png;base64,${transferPicture(transfer).toString('base64')}`)
