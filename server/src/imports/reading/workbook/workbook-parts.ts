import { ReadingError } from '../reading-error.ts'
import { readWhole } from './read-xml.ts'
import { damaged, unpack, type ZipPart, zipParts } from './zip-parts.ts'

export interface SheetPart {
  readonly name: string
  readonly part: ZipPart
}

/** What a workbook is made of, as far as it is read. */
export interface WorkbookParts {
  /** In the order of their tabs, without those that are hidden. */
  readonly sheets: readonly SheetPart[]
  readonly texts: ZipPart | undefined
  readonly styles: ZipPart | undefined
  /** Days count from 1904, as workbooks of old Macintoshes do. */
  readonly is1904: boolean
}

/** Unpacked bytes of a sheet at most: more than a million rows of ten cells, which is all a sheet can have. */
const largestSheet = 1_000_000_000

/** How many times its packed size a large part unpacks to at most: sheets reach 30, a bomb a thousand. */
const densest = 100
const large = 50_000_000

const isBomb = ({ packed, unpacked }: ZipPart): boolean => unpacked > large && unpacked > packed * densest

/** Sheets looked at for the one with invoices. */
const mostSheets = 500

/** Unpacked bytes of its shared texts at most; they are kept on disk. */
const largestTexts = 150_000_000

/** Unpacked bytes of the workbook's own description and of its styles. */
const largestPart = 20_000_000

/** Finds the parts of a workbook by their relationships; refuses those that unpack to more than can be read. */
export async function workbookParts(path: string, size: number): Promise<WorkbookParts> {
  const parts = await zipParts(path, size)
  const [root] = await relationshipsOf(path, parts, '')
  const main = root && parts.get(root.target)
  if (!root || !main) throw damaged()
  const related = await relationshipsOf(path, parts, root.target)
  const { sheets, is1904 } = await describe(path, main)
  const partOf = (kind: string): ZipPart | undefined =>
    parts.get(related.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? '')
  const targets = new Map(related.map(({ id, target }) => [id, target]))
  const found = sheets.flatMap(({ name, relationship }) => {
    const part = parts.get(targets.get(relationship) ?? '')
    return part ? [{ name, part }] : []
  })
  if (found.length > mostSheets || new Set(found.map(({ part }) => part)).size < found.length) throw damaged()
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')]
  const isLarge = (texts?.unpacked ?? 0) > largestTexts || found.some(({ part }) => part.unpacked > largestSheet)
  if (isLarge || (texts && isBomb(texts)) || found.some(({ part }) => isBomb(part))) throw tooLarge()
  return { sheets: found, texts, styles, is1904 }
}

/** The bytes of a part that is read whole. */
export function unpackSmall(path: string, part: ZipPart): AsyncGenerator<Buffer> {
  if (part.unpacked > largestPart) throw tooLarge()
  return unpack(path, part)
}

interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** Where `source` points to; of the archive itself ('') only its main document. */
async function relationshipsOf(
  path: string,
  parts: ReadonlyMap<string, ZipPart>,
  source: string,
): Promise<Relationship[]> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1)
  const part = parts.get(`${folder}_rels/${source.slice(folder.length)}.rels`)
  if (!part) throw damaged()
  const found: Relationship[] = []
  await readWhole(unpackSmall(path, part), {
    opens: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name === 'Relationship') found.push({ id, type, target: resolved(folder, target) })
    },
    closes: () => {},
    says: () => {},
  })
  return source === '' ? found.filter(({ type }) => type.endsWith('/officeDocument')) : found
}

function resolved(folder: string, target: string): string {
  const done: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') done.pop()
    else if (step !== '.' && step !== '') done.push(step)
  }
  return done.join('/')
}

interface Described {
  readonly sheets: readonly { readonly name: string; readonly relationship: string }[]
  readonly is1904: boolean
}

async function describe(path: string, main: ZipPart): Promise<Described> {
  const sheets: { name: string; relationship: string }[] = []
  let is1904 = false
  await readWhole(unpackSmall(path, main), {
    opens: (tag, attributes) => {
      const { date1904, state = '', name = '' } = attributes
      if (tag === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true'
      if (tag !== 'sheet' || /^(veryH|h)idden$/.test(state)) return
      const relationship = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (relationship !== undefined) sheets.push({ name, relationship })
    },
    closes: () => {},
    says: () => {},
  })
  return { sheets, is1904 }
}

const tooLarge = (): ReadingError => new ReadingError({ code: 'workbookTooLarge' })
