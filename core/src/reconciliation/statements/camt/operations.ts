import { textAt, type XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import type { LineKind } from '../statement.ts'

/** « PMNT/RCDT/ESCT », or the bank's own code where it gives no other. */
export function operationOf(from: XmlElement | undefined): string | null {
  const parts = ['Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'].flatMap(
    (path) => textAt(from, `BkTxCd/${path}`) ?? [],
  )
  return parts.length > 0 ? parts.join('/') : textAt(from, 'BkTxCd/Prtry/Cd')
}

const families: Readonly<Record<string, LineKind>> = {
  RCDT: 'transfer',
  ICDT: 'transfer',
  RRCT: 'transfer',
  IRCT: 'transfer',
  IDDT: 'directDebit',
  RDDT: 'directDebit',
  RCHQ: 'chequeDeposit',
  CCRD: 'card',
  MCRD: 'card',
  DRFT: 'billOfExchange',
}

const fees = /\/(?:CHRG|COMM|FEES|COME|CPRB)$/

/** External code set of bank transactions: families, then a few subfamilies that say a fee or a return. */
export function kindOfCode(operation: string | null): LineKind {
  if (!operation) return 'other'
  if (fees.test(operation)) return 'fee'
  return families[operation.split('/')[1] ?? ''] ?? 'other'
}

/** Unpaid or reversed direct debits and cheques, returned transfers. */
export const isReturn = (operation: string | null): boolean => /\/(?:UPDD|PRDD|UPCQ|RRTN)$/.test(operation ?? '')
