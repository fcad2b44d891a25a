import type { CellValue } from 'hucre/xlsx'

/**
 * A workbook's cell as the text a CSV would hold: numbers as plain decimals with the 15 digits a spreadsheet keeps (no
 * 0.30000000000000004), days as YYYY-MM-DD, with the time where there is one.
 */
export function cellText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return dayText(value)
  return String(value)
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const kept = Number(value.toPrecision(15))
  const text = String(Object.is(kept, -0) ? 0 : kept)
  return text.includes('e') ? longhand(text) : text
}

/** "1.5e-7" as 0.00000015 and "1e+21" as its 22 digits. */
function longhand(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}

function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const [day = '', time = ''] = rounded.split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`
}
