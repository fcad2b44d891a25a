import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { transferModules } from './transfer-modules.ts'

/** As the library draws it, with the same mask. */
function drawn(text: string): { size: number; rows: string[] } {
  const bytes = [...Buffer.from(text)]
  const { data, size } = encode(bytes, { ecc: 'M', boostEcc: false, border: 0, maxVersion: 13, maskPattern: 2 })
  return { size, rows: data.map((row) => row.map((isDark) => (isDark ? '#' : '.')).join('')) }
}

function ours(text: string): { size: number; rows: string[] } {
  const { size, dark } = transferModules(text)
  const row = (y: number) => Array.from(dark.subarray(y * size, (y + 1) * size), (one) => (one ? '#' : '.')).join('')
  return { size, rows: Array.from({ length: size }, (_, y) => row(y)) }
}

describe('the code of a transfer', () => {
  it('is the one the library draws, at every length', () => {
    for (let length = 0; length <= 331; length += 1) {
      const text = Array.from({ length }, (_, at) => String.fromCharCode(33 + ((at * 7 + length * 13) % 94))).join('')
      expect(ours(text), `${length} bytes`).toEqual(drawn(text))
    }
  })

  it('is the same for accents, which take two bytes', () => {
    const text =
      'BCD\n002\n1\nSCT\n\nAtelier Vauquelin — Été & Cie\nFR7630006000011234567890189\nEUR1234.56\n\n\nC-0017 F-2026-0001'
    expect(ours(text)).toEqual(drawn(text))
  })

  it('takes no text longer than the standard allows', () => {
    expect(() => transferModules('x'.repeat(332))).toThrow('331 bytes')
  })
})
