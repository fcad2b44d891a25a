import { describe, expect, it } from 'vitest'
import { piecesOf, type TextNode, textOf } from './chip-text.ts'

const words = (value: string): TextNode => ({ nodeName: '#text', nodeValue: value, childNodes: [] })
const chip = (token: string): TextNode => ({
  nodeName: 'SPAN',
  nodeValue: null,
  childNodes: [words('10 956,00 €')],
  dataset: { token },
})
const element = (nodeName: string, ...childNodes: TextNode[]): TextNode => ({ nodeName, nodeValue: null, childNodes })

describe('a text with chips', () => {
  it('is cut at what the program writes, and put together again it is the same', () => {
    const text = 'Il reste {{ total.amountDue }},\n\n{{ invoices.table }}\nmerci {% if x %} {{ broken'
    const pieces = piecesOf(text)
    expect(pieces.filter(({ kind }) => kind === 'chip')).toHaveLength(2)
    expect(pieces.map((piece) => (piece.kind === 'chip' ? piece.token : piece.words)).join('')).toBe(text)
    expect(piecesOf('')).toEqual([])
  })

  it('is cut at its conditions too where they are asked for', () => {
    const text = '{% if deadline.date %}avant le {{ deadline.date }}{% endif %}.'
    const pieces = piecesOf(text, 'all')
    expect(pieces.map((piece) => (piece.kind === 'chip' ? 'chip' : piece.words))).toEqual([
      'chip',
      'avant le ',
      'chip',
      'chip',
      '.',
    ])
    expect(pieces.map((piece) => (piece.kind === 'chip' ? piece.token : piece.words)).join('')).toBe(text)
  })

  it('is read back from the box with the tokens in place of what the chips show', () => {
    const box = element('DIV', words('Il reste '), chip('{{ total.amountDue }}'), words(' à payer.'))
    expect(textOf(box)).toBe('Il reste {{ total.amountDue }} à payer.')
  })

  it('keeps lines, however the browser breaks them', () => {
    expect(textOf(element('DIV', words('une\ndeux')))).toBe('une\ndeux')
    expect(textOf(element('DIV', words('une'), element('BR'), words('deux')))).toBe('une\ndeux')
    expect(textOf(element('DIV', element('DIV', words('une')), element('DIV', words('deux'))))).toBe('une\ndeux')
  })
})
