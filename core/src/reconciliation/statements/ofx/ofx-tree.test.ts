import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OfxElement, ofxAll, ofxBelow, ofxOne, ofxValue, readOfxTree } from './ofx-tree.ts'

const rootOf = (text: string): OfxElement => {
  const tree = readOfxTree(text)
  if (tree === 'tooLarge') throw new Error('too large')
  return tree.root
}

/** The first movement of a text, wherever it stands. */
const movementOf = (inner: string): OfxElement | undefined =>
  ofxBelow(rootOf(`<OFX><BANKTRANLIST><STMTTRN>${inner}</STMTTRN></BANKTRANLIST></OFX>`), ['STMTTRN'])[0]

describe('the elements of OFX', () => {
  it.each([
    ['without end tags', '<TRNAMT>1.00<NAME>MARTIN<MEMO>FACTURE'],
    ['with end tags', '<TRNAMT>1.00</TRNAMT><NAME>MARTIN</NAME><MEMO>FACTURE</MEMO>'],
    ['with some end tags', '<TRNAMT>1.00</TRNAMT><NAME>MARTIN<MEMO>FACTURE</MEMO>'],
    ['one a line', '\n  <TRNAMT>1.00\n  <NAME>MARTIN\n  <MEMO>FACTURE\n'],
    ['in small letters', '<trnamt>1.00</trnamt><name>MARTIN</name><memo>FACTURE</memo>'],
    ['with blanks and line ends within', '<TRNAMT> 1.00 <NAME>\nMARTIN\n<MEMO>\tFACTURE'],
  ])('are the same written %s', (_how, inner) => {
    const movement = movementOf(inner)
    expect(['TRNAMT', 'NAME', 'MEMO'].map((name) => ofxValue(movement, name))).toEqual(['1.00', 'MARTIN', 'FACTURE'])
  })

  it('tell an empty value from none', () => {
    const movement = movementOf('<TRNAMT>1.00<MEMO><NAME></NAME><CHECKNUM/>')
    expect(['MEMO', 'NAME', 'CHECKNUM', 'FITID'].map((name) => ofxValue(movement, name))).toEqual(['', '', '', null])
  })

  it('end a movement where the next one begins, also without an end tag', () => {
    const list = rootOf('<BANKTRANLIST><STMTTRN><FITID>1<STMTTRN><FITID>2<STMTTRN><FITID>3</BANKTRANLIST>')
    const movements = ofxAll(ofxOne(list, 'BANKTRANLIST'), 'STMTTRN')
    expect(movements.map((one) => ofxValue(one, 'FITID'))).toEqual(['1', '2', '3'])
  })

  it('pass over an end tag that nothing began', () => {
    expect(ofxValue(movementOf('</MEMO></BANANA><NAME>MARTIN'), 'NAME')).toBe('MARTIN')
  })

  it('know an aggregate that is not closed in a list of movements', () => {
    const unclosed = (text: string) => {
      const tree = readOfxTree(text)
      return tree === 'tooLarge' ? tree : tree.unclosed?.name
    }
    expect(unclosed('<OFX><BANKTRANLIST><STMTTRN><FITID>1')).toBe('BANKTRANLIST')
    expect(unclosed('<OFX><BANKTRANLIST><STMTTRN><FITID>1</STMTTRN>')).toBe('BANKTRANLIST')
    expect(unclosed('<OFX><STMTTRN><FITID>1')).toBe('STMTTRN')
    expect(unclosed('<OFX><BANKTRANLIST></BANKTRANLIST>')).toBeUndefined()
  })

  it('count their lines as the file does', () => {
    const root = rootOf(
      '<OFX>\n\n<BANKTRANLIST>\n<STMTTRN><FITID>1</STMTTRN><STMTTRN>\n<FITID>2</STMTTRN></BANKTRANLIST>',
    )
    expect(ofxBelow(root, ['STMTTRN']).map(({ line }) => line)).toEqual([4, 4])
    expect(ofxBelow(root, ['FITID']).map(({ line }) => line)).toEqual([4, 5])
  })

  it('are not looked for within one another where a name is found', () => {
    const root = rootOf('<STMTRS><CURDEF>EUR<STMTRS><CURDEF>USD</STMTRS></STMTRS>')
    expect(ofxBelow(root, ['STMTRS'])).toHaveLength(1)
  })
})

describe('signs that are written in other ways', () => {
  it.each([
    ['DUPONT &amp; FILS', 'DUPONT & FILS'],
    ['DUPONT & FILS', 'DUPONT & FILS'],
    ['DUPONT&FILS;', 'DUPONT&FILS;'],
    ['A &lt; B &gt; C', 'A < B > C'],
    ['&quot;A&quot; &apos;B&apos;', `"A" 'B'`],
    ['D&#233;j&#xE0;', 'Déjà'],
    ['A&nbsp;B', 'A B'],
    ['&AMP;', '&'],
    ['&#1114112;', '&#1114112;'],
    ['&#xD800;', '&#xD800;'],
    ['&amp;lt;', '&lt;'],
    ['&eacute;', '&eacute;'],
    ['A < B', 'A < B'],
    ['5 > 3', '5 > 3'],
    ['<![CDATA[A & <B>]]>', 'A & <B>'],
    ['A<!-- <NAME>NOT --> B', 'A B'],
  ])('"%s" reads %s', (written, value) => {
    expect(ofxValue(movementOf(`<MEMO>${written}`), 'MEMO')).toBe(value)
  })

  it('in a comment that never ends are text, and the movement is still read', () => {
    const movement = movementOf('<MEMO>A <!-- B<NAME>MARTIN')
    expect(ofxValue(movement, 'NAME')).toBe('MARTIN')
  })

  it('are read back as they were escaped, whatever the words', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: fc.constantFrom(...'AZaz09&<>;#x"\'éà/!-[]') }), (words) => {
        expect(ofxValue(movementOf(`<MEMO>${escaped(words)}</MEMO>`), 'MEMO')).toBe(words)
      }),
    )
  })
})

describe('a file made to break a reader', () => {
  it('is too large where its elements lie in one another without end', () => {
    expect(readOfxTree('<BANKTRANLIST>'.repeat(60))).toBe('tooLarge')
    expect(readOfxTree('<BANKTRANLIST>'.repeat(40))).not.toBe('tooLarge')
  })

  it('is too large where it has more elements than any bank sends', () => {
    expect(readOfxTree('<A>'.repeat(600_001))).toBe('tooLarge')
  })

  it('is read to its end, or refused, whatever it holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<STMTTRN>',
        '</STMTTRN>',
        '<BANKTRANLIST>',
        '<',
        '>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '&#',
        '<MEMO>',
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const tree = readOfxTree(pieces.join(''))
        expect(tree === 'tooLarge' || tree.root.line === 1).toBe(true)
      }),
    )
  })
})
