import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Poppler's tools are on this machine: without them the tests that look at sheets are skipped. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

/** Runs a poppler tool on a PDF and gives what it prints. */
export function asRead(pdf: Buffer, tool: string, args: readonly string[]): string {
  return inFolder(pdf, (file) =>
    execFileSync(tool, [...args, file, ...(tool === 'pdftotext' ? ['-'] : [])], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString(),
  )
}

export interface Word {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Every word with its box, in millimetres from the top left corner of its page. */
export function wordsOf(pdf: Buffer): Word[] {
  const pages = asRead(pdf, 'pdftotext', ['-bbox']).split('<page ').slice(1)
  return pages.flatMap((page, index) =>
    [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</g)].map((found) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map((points) => (Number(points) * 25.4) / 72)
      return { text: found[5] ?? '', page: index + 1, left, top, right, bottom }
    }),
  )
}

/** One page in shades of grey, 0 is black. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly shades: Uint8Array
}

/** The page as a printer would put it on paper, at so many points an inch; 254 makes ten a millimetre. */
export function pictureOf(pdf: Buffer, page: number, dotsPerInch: number): Picture {
  return inFolder(pdf, (file, folder) => {
    const range = ['-f', `${page}`, '-l', `${page}`, '-singlefile']
    execFileSync('pdftoppm', ['-gray', '-r', `${dotsPerInch}`, ...range, file, join(folder, 'page')])
    const image = readFileSync(join(folder, 'page.pgm'))
    const [head = '', width, height] =
      /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1')) ?? []
    return { width: Number(width), height: Number(height), shades: new Uint8Array(image.subarray(head.length)) }
  })
}

function inFolder<T>(pdf: Buffer, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'letter-'))
  try {
    const file = join(folder, 'letter.pdf')
    writeFileSync(file, pdf)
    return work(file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
