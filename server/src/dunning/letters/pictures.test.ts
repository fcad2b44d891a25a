import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aLetter, aLongLetter, printed } from './testing/a-letter.ts'
import { cellsThatDiffer, pictureIn, pngOf } from './testing/picture-file.ts'
import { hasPoppler, type Picture, pictureOf } from './testing/read-pdf.ts'

const dotsPerInch = 76.2 // three points a millimetre
const writesAnew = process.env.UPDATE_GOLDEN === '1'

const sheets = [
  ['fr-formal-notice', () => aLetter(), 1],
  ['en-formal-notice', () => aLetter({}, {}, 'en'), 1],
  ['fr-window', () => aLetter({}, { showsWindow: true }), 1],
  ['fr-long-first', aLongLetter, 1],
  ['fr-long-second', aLongLetter, 2],
] as const

/** Without poppler there is nothing to draw with: the sheets are then only read as text, elsewhere. */
describe.skipIf(!hasPoppler)('a sheet as it comes out of the printer', () => {
  it.each(sheets)('%s looks like its reference picture', (name, letter, page) => {
    const seen = pictureOf(printed(letter()).pdf, page, dotsPerInch)
    const file = join(import.meta.dirname, 'testdata', `${name}.png`)
    if (writesAnew || !existsSync(file)) writeFileSync(file, pngOf(seen))
    expect(cellsThatDiffer(seen, pictureIn(readFileSync(file)), dotsPerInch)).toEqual([])
  })

  it('is told from another one: a line moved by a millimetre is seen', () => {
    const { width, height, shades } = pictureOf(printed(aLetter()).pdf, 1, dotsPerInch)
    const moved: Picture = { width, height, shades: new Uint8Array(shades.length).fill(255) }
    moved.shades.set(shades.subarray(0, shades.length - 3 * width), 3 * width)
    expect(cellsThatDiffer(moved, { width, height, shades }, dotsPerInch).length).toBeGreaterThan(100)
  })
})
