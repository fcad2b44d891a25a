import { aZip } from './a-zip.ts'

export interface WorkbookWishes {
  /** What stands between `<sheetData>` and its end. */
  readonly rows: string
  readonly texts?: string
  readonly is1904?: boolean
  /** « A2:A4 » */
  readonly merges?: readonly string[]
  /** Number formats of the styles 0, 1, 2…; built-in ones by their number. */
  readonly formats?: readonly (number | string)[]
}

/** The parts of a workbook of one sheet, as XML a program may have written. */
export function workbookParts({
  rows,
  texts,
  is1904 = false,
  merges = [],
  formats = [],
}: WorkbookWishes): Record<string, string> {
  const own = formats.map((format, index) => (typeof format === 'number' ? format : 164 + index))
  const ofOwn = formats.flatMap((format, index) =>
    typeof format === 'number' ? [] : [`<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`],
  )
  return {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', '/xl/worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ...(texts === undefined ? [] : [['rId3', 'sharedStrings', '../xl/sharedStrings.xml'] as const]),
    ]),
    'xl/workbook.xml': `<x:workbook xmlns:x="x" xmlns:r="r"><x:workbookPr date1904="${is1904 ? 1 : 0}"/><x:sheets><x:sheet name="Factures" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    'xl/styles.xml': `<styleSheet><numFmts>${ofOwn.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${own.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData>${mergedCells(merges)}</worksheet>`,
    ...(texts !== undefined && { 'xl/sharedStrings.xml': `<sst>${texts}</sst>` }),
  }
}

const mergedCells = (merges: readonly string[]): string =>
  merges.length === 0
    ? ''
    : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

/** Rows of cells of text or of numbers, from the line `from`. */
export const rowsOf = (rows: readonly (readonly (number | string)[])[], from = 1): string =>
  rows.map((cells, index) => `<row r="${from + index}">${cells.map(cellOf).join('')}</row>`).join('')

const cellOf = (value: number | string): string =>
  value === ''
    ? '<c/>'
    : typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const aWorkbook = (wishes: WorkbookWishes): Buffer => aZip(workbookParts(wishes))

const relationships = (all: readonly (readonly [string, string, string])[]): string =>
  `<Relationships>${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/relationships/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
