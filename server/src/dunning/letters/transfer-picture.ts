import { crc32, deflateSync } from 'node:zlib'
import { type Modules, transferModules } from './transfer-modules.ts'

/** Points a side of a module (four: the rows are built by half bytes), and modules of quiet zone around: a reader wants four of them, white in dark mode too. */
const pointsOfModule = 4
const quietModules = 4

/** The SEPA code of an e-mail as PNG, black on white; the same text gives the same bytes. */
export function transferPicture(text: string): Buffer {
  const modules = transferModules(text)
  const side = (modules.size + 2 * quietModules) * pointsOfModule
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8) // one bit of grey a point
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pointsOf(modules), { level: 1 })),
    chunk('IEND'),
  ])
}

/** Rows of points, each after its filter (none). Four points a module: half a byte, so that two modules make one. */
function pointsOf({ size, dark }: Modules): Buffer {
  const rowLength = 1 + Math.ceil((size + 2 * quietModules) / 2)
  const points = Buffer.alloc(rowLength * (size + 2 * quietModules) * pointsOfModule, 0xff)
  for (let row = 0; row < points.length; row += rowLength) points[row] = 0
  for (let y = 0; y < size; y += 1) {
    const row = (y + quietModules) * pointsOfModule * rowLength
    const from = row + 1 + quietModules / 2
    for (let x = 0; x < size; x += 2) {
      const left = dark[y * size + x] ? 0 : 0xf0
      const right = x + 1 < size && dark[y * size + x + 1] ? 0 : 0x0f
      points[from + (x >> 1)] = left | right
    }
    for (let times = 1; times < pointsOfModule; times += 1)
      points.copy(points, row + times * rowLength, row, row + rowLength)
  }
  return points
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
