import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { transferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { renderMessage } from '../templates/render-message.ts'
import { type Letter, printLetter } from './print-letter.ts'

const addressee = {
  name: 'Brasserie Saint-Aubin',
  attention: 'Mme Inès Morel',
  line1: '4, place de l’Hôtel-de-Ville',
  line2: 'Bâtiment B, troisième étage',
  postcode: '35140',
  city: 'Saint-Aubin-du-Cormier',
  country: 'BE',
}

function aLetter(over: Partial<ReminderFacts> = {}, options: Partial<Letter> = {}, language: Language = 'fr'): Letter {
  const facts = { ...exampleFacts(language), ...over }
  const prepared = prepareMessage(facts)
  const rendered = renderMessage(defaultMessages[language].formalNotice, prepared, language)
  const rest = { addressee, country: 'FR', customerCode: 'C-0142', registered: true, showsWindow: false }
  return { facts, prepared, rendered, ...rest, ...options }
}

function printed(letter: Letter) {
  const result = printLetter(letter)
  if (result.kind !== 'printed') throw new Error(`not printed: ${JSON.stringify(result)}`)
  return result
}

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

/** Runs a poppler tool on a PDF and gives what it prints. */
function asRead(pdf: Buffer, tool: string, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'letter-'))
  try {
    const file = join(folder, 'letter.pdf')
    writeFileSync(file, pdf)
    return execFileSync(tool, [...args, file, ...(tool === 'pdftotext' ? ['-'] : [])], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Word {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Every word with its box, in millimetres from the top left corner of its page. */
function wordsOf(pdf: Buffer): Word[] {
  const pages = asRead(pdf, 'pdftotext', ['-bbox']).split('<page ').slice(1)
  return pages.flatMap((page, index) =>
    [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</g)].map((found) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map((points) => (Number(points) * 25.4) / 72)
      return { text: found[5] ?? '', page: index + 1, left, top, right, bottom }
    }),
  )
}

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
  const folder = mkdtempSync(join(tmpdir(), 'letter-'))
  try {
    const file = join(folder, 'letter.pdf')
    writeFileSync(file, pdf)
    const range = ['-f', `${page}`, '-l', `${page}`, '-singlefile']
    execFileSync('pdftoppm', ['-gray', '-r', '254', ...range, file, join(folder, 'page')])
    const image = readFileSync(join(folder, 'page.pgm'))
    const [head = '', size = ''] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(image.subarray(0, 40).toString('latin1')) ?? []
    const inked = image.subarray(head.length)
    return (x, y) => (inked[Math.round(y * 10) * Number(size) + Math.round(x * 10)] ?? 255) < 128
  } finally {
    rmSync(folder, { recursive: true })
  }
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
    const many = exampleFacts('fr').items.flatMap((item) =>
      Array.from({ length: 20 }, (_, n) => ({ ...item, invoiceNumber: `${item.invoiceNumber}-${n}` })),
    )
    const { pdf, pages } = printed(aLetter({ items: many }))
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

  it('draws the window of the envelope when asked to', () => {
    const plain = printed(aLetter()).pdf
    const framed = printed(aLetter({}, { showsWindow: true })).pdf
    expect(asRead(framed, 'pdftotext', ['-raw'])).toBe(asRead(plain, 'pdftotext', ['-raw']))
    expect(framed.length).toBeGreaterThan(plain.length)
  })
})
