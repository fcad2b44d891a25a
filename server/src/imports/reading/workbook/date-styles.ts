import { readWhole } from './read-xml.ts'

/** Built-in number formats that show days and times (ECMA-376 18.8.30), those of East Asia among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Characters of a number format (ECMA-376 leaves them open; spreadsheet programs take 255). */
const longestFormat = 255

/** For each style a cell may have, by its rank, whether it shows its number as a day. */
export async function dateStyles(bytes: AsyncIterable<Buffer>): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  await readWhole(bytes, {
    opens: (name, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId)
      if (name === 'numFmt') own.set(id, showsDay(formatCode.slice(0, longestFormat)))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) styles.push(own.get(id) ?? isBuiltInDate(id))
    },
    closes: (name) => {
      if (name === 'cellXfs') inCells = false
    },
    says: () => {},
  })
  return styles
}

/** Whether a format of one's own shows a day: texts, colours, currencies and what is escaped say nothing of it. */
export const showsDay = (format: string): boolean =>
  /[ydm]/i.test(
    (format.split(';')[0] ?? '')
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/general|standard/gi, ''),
  )
