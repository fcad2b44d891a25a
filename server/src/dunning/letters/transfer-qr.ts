import type { TransferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import { encode } from 'uqr'

/** EPC069-12 allows no larger code than this, at level M and no other. */
const largestVersion = 13

/** The code as an SVG document of one path, black on nothing, without its quiet zone. */
export function transferQr({ text }: TransferCode): string {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: 0, maxVersion: largestVersion })
  const path = data.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path.join('')}"/></svg>`
}

/** Dark modules side by side, drawn as one, so that no seam shows between them. */
function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (isDark && last && last.from + last.length === x) last.length += 1
    else if (isDark) runs.push({ from: x, length: 1 })
  }
  return runs
}
