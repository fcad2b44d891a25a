import { describe, expect, it } from 'vitest'
import { markedText } from './marked-text.ts'

const shown = (text: string, ...marks: [number, number][]): string =>
  markedText(
    text,
    marks.map(([from, to]) => ({ from, to })),
  )
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('')

describe('the words of the bank with what speaks for a match', () => {
  it('stand whole without marks', () => {
    expect(shown('VIR SEPA')).toBe('VIR SEPA')
  })
  it('show each mark in its place', () => {
    expect(shown('VIR F1 F2 REF', [4, 6], [7, 9])).toBe('VIR [F1] [F2] REF')
  })
  it('show a mark at either end', () => {
    expect(shown('F1 VIR F2', [0, 2], [7, 9])).toBe('[F1] VIR [F2]')
  })
  it('lose nothing where marks overlap or go past the end', () => {
    expect(shown('ABCDEF', [1, 4], [3, 99]).replace(/[[\]]/g, '')).toBe('ABCDEF')
  })
})
