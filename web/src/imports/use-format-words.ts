import { useTranslation } from 'react-i18next'
import type { Import } from './api.ts'

type Format = NonNullable<Import['format']>

const separators: readonly string[] = [';', ',', '\t', '|']
export const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le'] as const
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export const decimals = [',', '.'] as const

const separatorNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const
const decimalNames = { ',': 'comma', '.': 'point' } as const

/** Those a person may choose, and the one that was found. */
export const separatorsWith = (found: string | null): readonly string[] =>
  found === null || separators.includes(found) ? separators : [found, ...separators]

/** The name of a separator for a text key; 'other' for any other mark. */
export const separatorName = (separator: string) =>
  Object.hasOwn(separatorNames, separator) ? separatorNames[separator as keyof typeof separatorNames] : 'other'

export const decimalName = (decimal: ',' | '.') => decimalNames[decimal]

/** « point-virgule », « Windows-1252 », « dates JJ/MM/AAAA »: how the file was read. */
export function useFormatWords() {
  const { t } = useTranslation('imports')
  return ({ kind, separator, encoding, sheet, dateOrder, decimal, forms }: Format): string[] => [
    ...(kind === 'xlsx' ? [t('format.workbook')] : []),
    ...(sheet === null ? [] : [t('format.sheet', { name: sheet })]),
    ...(separator === null ? [] : [t(`format.separator.${separatorName(separator)}`, { mark: separator })]),
    ...(encoding === null ? [] : [encodingName(encoding)]),
    ...(dateOrder === 'auto' || kind === 'fec' || kind === 'eInvoices'
      ? []
      : [t('format.dates', { order: t(`format.order.${dateOrder}`) })]),
    ...(decimal === '.' && kind === 'csv' ? [t('format.decimal.point')] : []),
    ...forms.map((form) => t(`format.form.${form}`)),
  ]
}

/** As people write it: UTF-8, Windows-1252. */
export const encodingName = (encoding: string): string =>
  encoding.replace(/^(utf|iso)/, (name) => name.toUpperCase()).replace(/^windows/, 'Windows')
