import { expect, it } from 'vitest'
import { transferQr } from './transfer-qr.ts'

/** Modules of the drawing, row by row. */
function modulesOf(svg: string): string[] {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'))
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    rows[Number(y)]?.fill('#', Number(x), Number(x) + Number(length))
  }
  return rows.map((row) => row.join(''))
}

it('draws a code with its three corners, at level M, as small as the text allows', () => {
  const rows = modulesOf(transferQr({ text: 'BCD\n002\n1\nSCT', amount: 1 }))
  expect(rows).toHaveLength(21)
  const corner = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
  const parts = (from: number) => rows.slice(0, 7).map((row) => row.slice(from, from + 7))
  expect(parts(0)).toEqual(corner)
  expect(parts(14)).toEqual(corner)
  // ISO/IEC 18004: the two bits of level M are 00, seen as 10 through the mask 101010000010010.
  expect(rows[8]?.slice(0, 2)).toBe('#.')
})

it('takes the longest text the standard allows, and refuses a longer one', () => {
  expect(modulesOf(transferQr({ text: 'x'.repeat(331), amount: 1 }))).toHaveLength(69)
  expect(() => transferQr({ text: 'x'.repeat(332), amount: 1 })).toThrow()
})
