import { crc32, deflateSync, inflateSync } from 'node:zlib'
import type { Picture } from './read-pdf.ts'

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** A picture as PNG of eight-bit grey, its rows unfiltered: what the reference pictures are kept as. */
export function pngOf({ width, height, shades }: Picture): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(shades.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND')])
}

/** Reads back what `pngOf` wrote, and nothing else. */
export function pictureIn(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const start = png.indexOf('IDAT', 0, 'latin1')
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)))
  const shades = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    if (rows[y * (width + 1)] !== 0) throw new Error('A reference picture with filtered rows: write it anew')
    shades.set(rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width)
  }
  return { width, height, shades }
}

function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/**
 * Where two pictures of one sheet differ, as cells of 2 mm whose darkness is not the same: another version of the
 * renderer smooths its letters otherwise and changes no cell; a line moved by a millimetre changes many.
 */
export function cellsThatDiffer(seen: Picture, kept: Picture, dotsPerInch: number): string[] {
  if (seen.width !== kept.width || seen.height !== kept.height) return [`${seen.width} × ${seen.height} points`]
  const side = (dotsPerInch * 2) / 25.4
  const found: string[] = []
  for (let y = 0; y + side <= seen.height; y += side) {
    for (let x = 0; x + side <= seen.width; x += side) {
      const cell = { left: Math.floor(x), top: Math.floor(y), side: Math.floor(side) }
      if (Math.abs(darkness(seen, cell) - darkness(kept, cell)) > 0.12) {
        found.push(`x ${Math.round((x * 25.4) / dotsPerInch)} mm, y ${Math.round((y * 25.4) / dotsPerInch)} mm`)
      }
    }
  }
  return found
}

/** From 0, white, to 1, black. */
function darkness(
  { width, shades }: Picture,
  { left, top, side }: { left: number; top: number; side: number },
): number {
  let sum = 0
  for (let y = top; y < top + side; y += 1) {
    for (let x = left; x < left + side; x += 1) sum += 255 - (shades[y * width + x] ?? 255)
  }
  return sum / (255 * side * side)
}
