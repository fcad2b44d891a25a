import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Points a side of a module, and modules of quiet zone around: a reader wants four of them, white in dark mode too. */
const pointsOfModule = 4
const quietModules = 4

/** The SEPA code of an e-mail as PNG, black on white; the same text gives the same bytes. */
export function transferPicture(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: quietModules, maxVersion: 13 })
  const side = size * pointsOfModule
  const rowBytes = Math.ceil(side / 8)
  const rows = Buffer.alloc((rowBytes + 1) * side)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isDark = data[Math.floor(y / pointsOfModule)]?.[Math.floor(x / pointsOfModule)] === true
      const at = y * (rowBytes + 1) + 1 + (x >> 3)
      if (!isDark) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8) // one bit of grey a point
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND')])
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
