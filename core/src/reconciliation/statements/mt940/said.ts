import type { LineKind } from '../statement.ts'

/** What `:86:` says, whatever the dialect. */
export interface Information {
  readonly label: string
  readonly remittance: string
  readonly code: string | null
  readonly kind: LineKind | null
  readonly creditorReference: string | null
  readonly endToEndId: string | null
  readonly mandate: string | null
  readonly otherName: string | null
  readonly otherUltimateName: string | null
  readonly otherIban: string | null
  readonly returnReason: string | null
  readonly isReturn: boolean
  readonly isBatch: boolean
}

export const nothingSaid: Information = {
  label: '',
  remittance: '',
  code: null,
  kind: null,
  creditorReference: null,
  endToEndId: null,
  mandate: null,
  otherName: null,
  otherUltimateName: null,
  otherIban: null,
  returnReason: null,
  isReturn: false,
  isBatch: false,
}

/** An IBAN by its shape, without its spaces. */
export function ibanIn(text: string): string | null {
  const plain = text.replace(/\s/g, '')
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) ? plain : null
}
