import type { EInvoice } from '@quittance/core/imports/e-invoices/e-invoice.ts'

const profiles: readonly (readonly [RegExp, string])[] = [
  [/:minimum$/, 'MINIMUM'],
  [/:basicwl$/, 'BASIC WL'],
  [/:basic$/, 'BASIC'],
  [/extended-ctc-fr/, 'EXTENDED-CTC-FR'],
  [/:extended$/, 'EXTENDED'],
  [/:comfort$/, 'COMFORT'],
]

/** What an electronic invoice is written as, in the words of its users: « Factur-X BASIC », « XRechnung (UBL) ». */
export function formOf({ syntax, profile }: EInvoice, isPdf: boolean): string {
  if (syntax === 'ZUGFeRD 1.0') return syntax
  const isUbl = syntax.startsWith('UBL')
  if (profile?.includes('xrechnung')) return isPdf ? 'XRechnung (PDF)' : `XRechnung (${isUbl ? 'UBL' : 'CII'})`
  const known = profiles.find(([pattern]) => profile !== null && pattern.test(profile))?.[1] ?? 'EN 16931'
  return isUbl ? syntax : `${isPdf ? 'Factur-X' : 'CII'} ${known}`
}
