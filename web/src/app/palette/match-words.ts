/** Small letters without accents: what people type and what the palette compares. */
export const plainWords = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Every word typed begins some word of the text: « sai reg » finds « Saisir un règlement ». */
export function matchesWords(text: string, typed: string): boolean {
  const words = plainWords(text).split(/[^\p{L}\p{N}]+/u)
  const wanted = plainWords(typed).split(/\s+/).filter(Boolean)
  return wanted.every((start) => words.some((word) => word.startsWith(start)))
}
