/** GSM 03.38: the signs a short message carries at seven bits, and those that take the place of two. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extended = new Set('\f^{}\\[~]|€')

export interface SmsSize {
  /** How many messages the operator counts, and asks to be paid for. */
  readonly parts: number
  /** Signs written, as they count. */
  readonly signs: number
  /** Signs of one part: 160, or 153 of each when there are several; 70 and 67 with a sign outside of GSM 03.38. */
  readonly signsOfPart: number
  /** The first sign that makes parts short; null when there is none. */
  readonly costly: string | null
}

/** What a text takes as SMS. */
export function smsSize(text: string): SmsSize {
  const costly = [...text].find((sign) => !basic.has(sign) && !extended.has(sign)) ?? null
  const sizes =
    costly === null ? [...text].map((sign) => (extended.has(sign) ? 2 : 1)) : [...text].map((sign) => sign.length)
  const [alone, each] = costly === null ? [160, 153] : [70, 67]
  const signs = sizes.reduce((sum, size) => sum + size, 0)
  if (signs <= alone) return { parts: signs === 0 ? 0 : 1, signs, signsOfPart: alone, costly }
  // A sign that takes two places is not cut in the middle.
  let parts = 1
  let room = each
  for (const size of sizes) {
    if (size > room) {
      parts += 1
      room = each
    }
    room -= size
  }
  return { parts, signs, signsOfPart: each, costly }
}

/** The same words with signs every telephone shows and no operator counts double: plain spaces and apostrophes. */
export const plainForSms = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[«»“”]\s?/g, '"')
    .replace(/[–—−]/g, '-')
    .replace(/…/g, '...')
    // Also what breaks lines or rings a bell: some gateways take it for the end of a text.
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
