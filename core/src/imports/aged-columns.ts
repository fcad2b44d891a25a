import { type DecimalMark, parseAmount } from '../money/parse-amount.ts'
import { withoutSide } from './cell-words.ts'

const days = '(?: ?(?:j|jr?s?|jours?|d|days?))?'

const shapes: readonly RegExp[] = [
  /^(?:(?:non|pas) (?:encore )?echue?s?|a echoir|not (?:yet )?due|current|courant|echue?s?|overdue|past due)$/,
  new RegExp(`^(?:de )?\\d{1,3}${days} ?(?:-|a|to|et|/) ?\\d{1,3}${days}$`),
  new RegExp(
    `^(?:>=?|<=?|\\+|-|plus de|\\+ de|- de|moins de|over|under|more than|au[- ]dela de|sup\\.? a|inf\\.? a) ?\\d{1,3}${days}$`,
  ),
  new RegExp(`^\\d{1,3}${days} ?(?:\\+|et plus|et \\+|and over|and more)$`),
]

const group = /^(?:montants?|soldes?|encours|amounts?|balance) (?=\S)/

const before =
  /^(?:echue?s?|en retard|retard|impayes?|depuis|tranche|overdue|past due|late) (?:de |depuis )?(?=[\d<>+-]|de \d|plus|moins|over)/

/** Whether a header names a bucket of an aged balance: « Non échu », « 0-30 », « 31 à 60 jours », « > 90 j », "Current". */
export function isBucketHeader(header: string): boolean {
  if (header.length > 40) return false
  const plain = header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/≥/g, '>=')
    .replace(/≤/g, '<=')
    .replace(/[()\s]+/g, ' ')
    .trim()
  const bare = plain
    .replace(group, '')
    .replace(before, '')
    .replace(/(?<=\d.*) (?:de retard|late|overdue|past due|echue?s?)$/, '')
  return shapes.some((shape) => shape.test(bare))
}

/**
 * What a row of an aged balance leaves open: the one amount that stands in its buckets as it is written there, or the sum
 * of several. '' where there is none, or where one of several cannot be read beyond doubt: then a person says it.
 */
export function openAmountOf(buckets: readonly string[], decimal: DecimalMark | 'auto'): string {
  const filled = buckets.map((text) => text.trim()).filter((text) => text !== '' && !/^[-–—]$/.test(text))
  const standing = filled.filter((text) => !isZero(text))
  if (standing.length <= 1) return standing[0] ?? filled[0] ?? ''
  let sum = 0
  for (const text of standing) {
    const { amount, side } = withoutSide(text)
    const read = parseAmount(amount, { decimal, digits: 2 })
    if (!read.ok || read.currency) return ''
    sum += side === 'credit' ? -read.amount : read.amount
  }
  const cents = String(Math.abs(sum)).padStart(3, '0')
  return `${sum < 0 ? '-' : ''}${cents.slice(0, -2)}${decimal === ',' ? ',' : '.'}${cents.slice(-2)}`
}

const isZero = (text: string): boolean => /^[-+]?0+(?:[.,]0*)?\s*(?:€|EUR)?$/i.test(text)
