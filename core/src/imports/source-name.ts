/**
 * What a source is called as long as nobody names it: its first file without extension, dates and numbers, so that the file
 * of next month has the same name (« Factures_SAGE_2026-11.csv » → « Factures SAGE »). Null where no word is left.
 */
export function sourceName(fileName: string): string | null {
  const words = fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .split(/[^\p{L}\p{N}&'’]+/u)
    .filter((word) => !/\d/.test(word) && !months.has(word.toLowerCase()))
  const name = words.join(' ').trim()
  return /\p{L}{2}/u.test(name) ? name.slice(0, 60) : null
}

const months: ReadonlySet<string> = new Set(
  'janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre january february march april may june july august september october november december'.split(
    ' ',
  ),
)
