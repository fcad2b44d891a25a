import type { EInvoiceKind } from './e-invoice.ts'

/** UNTDID 1001, the types that reduce a debt; their amounts are positive. */
const creditTypes = ['81', '83', '261', '262', '308', '381', '396', '420', '458', '502', '503', '532']

/** 384 and its French variants: the invoice takes the place of the one it names. */
const correctingTypes = ['384', '471', '472', '473']

/** BT-3 → what the file claims; without a type, an invoice. */
export function kindOfType(typeCode: string | null): EInvoiceKind {
  if (typeCode !== null && creditTypes.includes(typeCode)) return 'creditNote'
  return typeCode !== null && correctingTypes.includes(typeCode) ? 'correctedInvoice' : 'invoice'
}
