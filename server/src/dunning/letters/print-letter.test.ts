import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { transferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { printLetter, printLetters } from './print-letter.ts'
import { addressee, aLetter, aLongLetter, printed } from './testing/a-letter.ts'
import { asRead, hasPoppler, pictureOf, wordsOf } from './testing/read-pdf.ts'

describe('a letter', () => {
  it('is one page of PDF/A-3 for two invoices, the same bytes each time', () => {
    const { pdf, pages } = printed(aLetter())
    expect(pages).toBe(1)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3</)
    expect(printed(aLetter()).pdf.equals(pdf)).toBe(true)
  })

  it('is printed in English too', () => {
    expect(printed(aLetter({}, {}, 'en')).pages).toBe(1)
  })

  it('is not printed for an address that does not fit, nor with signs the font does not have', () => {
    expect(printLetter(aLetter({}, { addressee: { ...addressee, city: '' } }))).toEqual({
      kind: 'unusable',
      because: 'missingTown',
    })
    const customerCode = 'C-中🍺'
    expect(printLetter(aLetter({}, { customerCode }))).toMatchObject({
      kind: 'unprintable',
      characters: expect.arrayContaining(['中', '🍺']),
    })
  })
})

/** A page as paper: true where there is ink, at a point in millimetres. */
function paperOf(pdf: Buffer, page: number): (x: number, y: number) => boolean {
  const { width, shades } = pictureOf(pdf, page, 254)
  return (x, y) => (shades[Math.round(y * 10) * width + Math.round(x * 10)] ?? 255) < 128
}

const millimetres = (from: number, to: number) =>
  Array.from({ length: Math.round((to - from) * 10) }, (_, n) => from + n / 10)

describe.skipIf(!hasPoppler)('the code to scan', () => {
  const isAt = (paper: (x: number, y: number) => boolean) => ({
    corners: [
      [165.2, 246.2],
      [189.7, 246.2],
      [165.2, 270.7],
    ].map(([x = 0, y = 0]) => paper(x, y)),
    around: millimetres(163, 192).flatMap((x) => [244.2, 272.8].filter((y) => paper(x, y))).length,
    beside: millimetres(244, 273).flatMap((y) => [163.2, 191.8].filter((x) => paper(x, y))).length,
  })
  const alone = { corners: [true, true, true], around: 0, beside: 0 }

  it('is 25 mm wide at the bottom right, with nothing near it, on the last page', () => {
    expect(isAt(paperOf(printed(aLetter()).pdf, 1))).toEqual(alone)
    const many = exampleFacts('fr').items.flatMap((item) => Array.from({ length: 10 }, () => item))
    const long = printed(aLetter({ items: many })).pdf
    expect(isAt(paperOf(long, 2))).toEqual(alone)
    expect(isAt(paperOf(long, 1)).corners).toEqual([false, false, false])
  })

  it('leaves no page with a signature and nothing said', () => {
    for (const lines of [2, 3, 4, 5, 6, 7, 8, 12, 16, 20]) {
      const [item] = exampleFacts('fr').items
      const items = Array.from(
        { length: lines },
        (_, n) => ({ ...item, invoiceNumber: `F-${n}` }) as typeof item & object,
      )
      const { pdf, pages } = printed(aLetter({ items }))
      const last = asRead(pdf, 'pdftotext', ['-layout', '-f', `${pages}`])
      expect(last).toMatch(/contestez tout ou partie/)
      expect(isAt(paperOf(pdf, pages))).toEqual(alone)
    }
  })

  it('is not there when nothing is due in euros, and nothing takes its place', () => {
    const dollars = exampleFacts('fr').items.map((item) => ({ ...item, amountDue: money(99_00, asCurrency('USD')) }))
    const { pdf } = printed(aLetter({ items: dollars }))
    expect(asRead(pdf, 'pdftotext', ['-raw'])).not.toMatch(/scanner/)
  })

  it.skipIf(spawnSync('zbarimg', ['--version']).error !== undefined)('is read by a scanner', () => {
    const folder = mkdtempSync(join(tmpdir(), 'letter-'))
    try {
      writeFileSync(join(folder, 'letter.pdf'), printed(aLetter()).pdf)
      execFileSync('pdftoppm', ['-png', '-r', '200', '-singlefile', join(folder, 'letter.pdf'), join(folder, 'page')])
      const read = execFileSync('zbarimg', ['-q', '--raw', join(folder, 'page.png')]).toString()
      expect(read.trimEnd().split('\n')).toEqual(
        transferCode({ ...exampleFacts('fr'), customerCode: 'C-0142' })?.text.split('\n'),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe.skipIf(!hasPoppler)('a letter as a reader sees it', () => {
  it('carries its fonts', () => {
    const fonts = asRead(printed(aLetter()).pdf, 'pdffonts', []).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/LibertinusSerif.*\byes yes yes\b/)
  })

  it('says all that the message says', () => {
    const letter = aLetter()
    const read = asRead(printed(letter).pdf, 'pdftotext', ['-layout']).replace(/\s+/g, ' ')
    const said = [...letter.prepared.table.parts.flatMap((part) => part.rows.map((row) => row.amount))]
    said.push('10 956,00 €', '139,43 €', '80,00 €', 'Mise en demeure de payer', 'FR76 3000 6000 0112 3456 7890 189')
    said.push('Lettre recommandée avec avis de réception', 'Client : C-0142', 'Nantes, le 23 novembre 2026')
    said.push('SARL au capital de 20 000 €', 'SIREN 552 100 554', 'RCS Nantes', 'TVA FR 96 552100554')
    for (const words of said) expect(read).toContain(words.replace(/\s/g, ' '))
  })

  it.each([
    ['Chalon-sur-Saône', 'RCS Chalon-sur-Saône'],
    ['RCS Lyon', 'RCS Lyon'],
    ['R.C.S. Lyon', 'R.C.S. Lyon'],
    ['RM 71', 'RM 71'],
  ])('a register filled in as %s is printed as %s', (rcs, printedAs) => {
    const legalEntity = { ...aLetter().facts.legalEntity, rcs, siren: '552100554' }
    const read = asRead(printed(aLetter({ legalEntity })).pdf, 'pdftotext', ['-layout']).replace(/\s+/g, ' ')
    expect(read).toContain(`SIREN 552 100 554 · ${printedAs} · TVA`)
  })

  it('shows the fee of its step under the total', () => {
    const read = asRead(printed(aLetter({ stepFee: { fixed: 1_500 } })).pdf, 'pdftotext', ['-layout'])
    expect(read.replace(/[\u00a0\u202f]/g, ' ')).toMatch(
      /Total +10 956,00 €\s+Frais de rappel +15,00 €\s+Total, frais compris +10 971,00 €/,
    )
    expect(asRead(printed(aLetter()).pdf, 'pdftotext', ['-layout'])).not.toMatch(/[Ff]rais de rappel/)
  })

  it('shows its address, and nothing else, through the window of the envelope wherever the sheet slides', () => {
    const words = wordsOf(printed(aLetter()).pdf)
    const near = words.filter((word) => word.right > 90 && word.bottom > 34 && word.top < 90)
    expect(near.map((word) => word.text).join(' ')).toBe(
      'Brasserie Saint-Aubin Mme Inès Morel Bâtiment B, troisième étage 4 PLACE DE L HÔTEL DE VILLE 35140 SAINT AUBIN DU CORMIER BELGIQUE',
    )
    for (const word of near) {
      expect(word.left).toBeGreaterThanOrEqual(104.9)
      expect(word.right).toBeLessThanOrEqual(190)
      expect(word.top).toBeGreaterThanOrEqual(54)
      expect(word.bottom).toBeLessThanOrEqual(80)
    }
  })

  it('keeps a wide address within the box in smaller letters', () => {
    const town = { ...addressee, postcode: '83470', city: 'Saint-Maximin-la-Sainte-Baume Cedex', country: 'FR' }
    for (const wide of [town, { ...addressee, name: 'W'.repeat(38) }]) {
      const words = wordsOf(printed(aLetter({}, { addressee: wide })).pdf)
      const lines = words.filter((word) => word.left >= 104.9 && word.bottom > 54 && word.top < 80)
      expect(Math.max(...lines.map((word) => word.right))).toBeLessThanOrEqual(190.1)
      expect(lines.length).toBeGreaterThan(10)
    }
  })

  it('puts place and date, references and sender where they belong', () => {
    const words = wordsOf(printed(aLetter()).pdf)
    const place = words.find((word) => word.text === 'Nantes,')
    expect(place?.left).toBeCloseTo(110, 0)
    expect(Math.abs((place?.top ?? 0) - 95)).toBeLessThan(2)
    const customer = words.find((word) => word.text === 'Client')
    expect(Math.abs((customer?.top ?? 0) - 108)).toBeLessThan(2)
    const sender = words.filter((word) => word.top < 45 && word.right < 90)
    expect(Math.min(...sender.map((word) => word.left))).toBeCloseTo(20, 0)
    expect(Math.max(...sender.map((word) => word.right))).toBeLessThanOrEqual(85)
  })

  it('repeats its reference and counts its pages from the second one on', () => {
    const { pdf, pages } = printed(aLongLetter())
    expect(pages).toBe(2)
    const second = asRead(pdf, 'pdftotext', ['-layout', '-f', '2'])
    expect(second).toMatch(/Atelier Vauquelin · Mise en demeure de payer, F-2026-0851-0.*page 2 \/ 2/)
    expect(second).toMatch(/Facture\s+Échéance\s+Retard\s+Reste à payer/)
  })

  it('sets what a person wrote as text, never as markup', () => {
    const hostile = '#panic("x") *gras* [y] $z$ _u_ @c <d> `e` \\ //f #import "/etc/passwd"'
    const facts = exampleFacts('fr')
    const letter = aLetter({
      legalEntity: { ...facts.legalEntity, name: hostile },
      items: facts.items.map((item) => ({ ...item, invoiceNumber: hostile })),
      sender: { name: 'x', signature: hostile },
    })
    const read = asRead(printed(letter).pdf, 'pdftotext', ['-raw']).replace(/\s+/g, ' ')
    expect(read.split(hostile).length).toBeGreaterThan(4)
  })

  it('has the whole address and nothing else in a window of 35 and of 45 mm, wherever the folded sheet slides', () => {
    const { pdf } = printed(aLetter())
    const words = wordsOf(pdf).filter((word) => word.page === 1)
    const address = 'Brasserie Saint-Aubin Mme Inès Morel Bâtiment B, troisième étage 4 PLACE DE L HÔTEL DE VILLE'
    // A sheet of 210 × 99 mm in an envelope of 220 × 110 mm, its window 20 mm from the right and from the bottom.
    for (const high of [35, 45]) {
      for (const right of [0, 5, 10]) {
        for (const down of [0, 5.5, 11]) {
          const window = { left: 100 - right, right: 200 - right, top: 90 - high - down, bottom: 90 - down }
          const shown = words.filter(
            (word) =>
              word.right > window.left &&
              word.left < window.right &&
              word.bottom > window.top &&
              word.top < window.bottom,
          )
          expect(shown.map((word) => word.text).join(' ')).toBe(`${address} 35140 SAINT AUBIN DU CORMIER BELGIQUE`)
          for (const word of shown) {
            expect(word.left).toBeGreaterThanOrEqual(window.left)
            expect(word.right).toBeLessThanOrEqual(window.right)
          }
        }
      }
    }
  })

  it('stands to the tenth of a millimetre where the envelope and the fold want it', () => {
    const { pdf } = printed(aLetter())
    const words = wordsOf(pdf)
    const starts = ['Brasserie', 'Mme', 'Bâtiment', '4', '35140', 'BELGIQUE'].map((text) =>
      words.find((word) => word.text === text && word.left > 104.9 && word.left < 105.1),
    )
    expect(starts.map((word) => word?.left.toFixed(1))).toEqual(Array.from({ length: 6 }, () => '105.0'))
    const tops = starts.map((word) => word?.top ?? 0)
    expect(tops.slice(1).map((top, index) => (top - (tops[index] ?? 0)).toFixed(2))).toEqual(
      Array.from({ length: 5 }, () => '4.00'),
    )
    expect(words.find((word) => word.text === 'Nantes,')?.left).toBeCloseTo(110, 1)
    const isInk = paperOf(pdf, 1)
    for (const y of [99, 198]) {
      const inked = millimetres(2, 12).filter((x) => isInk(x, y) || isInk(x, y - 0.1) || isInk(x, y + 0.1))
      expect([inked[0]?.toFixed(0), inked.at(-1)?.toFixed(0)]).toEqual(['4', '7'])
    }
  })

  it('draws the window of the envelope when asked to', () => {
    const plain = printed(aLetter()).pdf
    const framed = printed(aLetter({}, { showsWindow: true })).pdf
    expect(asRead(framed, 'pdftotext', ['-raw'])).toBe(asRead(plain, 'pdftotext', ['-raw']))
    expect(framed.length).toBeGreaterThan(plain.length)
  })
})

describe.skipIf(!hasPoppler)('several letters in one file', () => {
  it('come in order, each on sheets and with page numbers of its own', () => {
    const result = printLetters([aLetter(), aLongLetter(), aLetter({}, {}, 'en')])
    if (result.kind !== 'printed') throw new Error('not printed')
    expect(result.pages).toBe(4)
    expect(result.pdf.toString('latin1')).toMatch(/pdfaid:part>3</)
    const pageOf = (page: number) => asRead(result.pdf, 'pdftotext', ['-layout', '-f', `${page}`, '-l', `${page}`])
    expect(pageOf(1)).not.toMatch(/page \d/)
    expect(pageOf(2)).not.toMatch(/page \d/)
    expect(pageOf(3)).toMatch(/page 2 \/ 2/)
    expect(pageOf(4)).toMatch(/Formal notice to pay/)
  })

  it('are the very sheets they would be alone', () => {
    const letters = [aLetter(), aLetter({}, {}, 'en')]
    const together = printLetters(letters)
    if (together.kind !== 'printed') throw new Error('not printed')
    for (const [index, letter] of letters.entries()) {
      const alone = pictureOf(printed(letter).pdf, 1, 60)
      expect(pictureOf(together.pdf, index + 1, 60)).toEqual(alone)
    }
  })
})
