/** How a number is compared with what a file is called or shows: letters and digits, in lower case. */
export const plainNumber = (number: string): string => number.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Shorter ones are on every page. */
const shortest = 3

/** Pieces that one number is written in at most: « FA 2026 11 00042 B ». */
const mostPieces = 6

/** Keys looked for in one text at most: an invoice of many pages has more words than this, its head has not. */
const mostKeys = 1500

/**
 * Every run of words of a text that could be an invoice number, as `plainNumber` writes it: with a digit in it, cut anywhere
 * but within a word. Those of a file name, or of the text of a page.
 */
export function numbersNamed(text: string): string[] {
  const found = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    const words = line.match(/[\p{L}\p{N}]+/gu) ?? []
    for (let from = 0; from < words.length && found.size < mostKeys; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + mostPieces); to++) {
        const key = words.slice(from, to).join('').toLowerCase()
        if (key.length >= shortest && key.length <= 40 && /\d/.test(key)) found.add(key)
      }
  }
  return [...found]
}

const label =
  /(?<![\p{L}\p{N}])(?:facture|avoir|invoice|credit note|rechnung|num[ée]ro|number|n[°ºo]|nr)(?![\p{L}\p{N}])[^\p{L}\p{N}]*/giu

/** The same of what follows a word such as « facture n° » on its line. */
export const numbersLabelled = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .flatMap((line) =>
        [...line.matchAll(label)].flatMap((found) => startingWith(line.slice(found.index + found[0].length))),
      ),
  ),
]

function startingWith(rest: string): string[] {
  const words = (rest.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostPieces)
  return words
    .map((_, index) =>
      words
        .slice(0, index + 1)
        .join('')
        .toLowerCase(),
    )
    .filter((key) => key.length >= shortest && key.length <= 40 && /\d/.test(key))
}

/** Those of the numbers found that are not part of a longer one found: « 2026 » beside « F-2026-0042 ». */
export const longestNumbers = (numbers: readonly string[]): string[] =>
  numbers.filter((one) => {
    const key = plainNumber(one)
    return !numbers.some((other) => other !== one && plainNumber(other) !== key && plainNumber(other).includes(key))
  })
