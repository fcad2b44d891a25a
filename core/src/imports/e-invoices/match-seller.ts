import { isVatNumber } from '../cell-words.ts'
import { nameKey } from '../customer-name.ts'
import type { EInvoiceParty } from './e-invoice.ts'

/** A firm that invoices, as far as an invoice can name it. */
export interface Firm {
  readonly name: string
  readonly siren: string | null
  readonly vatNumber: string | null
}

export type SellerMatch =
  | { readonly kind: 'ours' }
  /** Nothing tells it: our firm has neither SIREN nor VAT number, and is not called so. */
  | { readonly kind: 'unproven' }
  /** It is another firm of the organisation. */
  | { readonly kind: 'sister'; readonly name: string }
  | { readonly kind: 'other' }

const between = ' · '

/** Name, legal number and VAT number of a seller in one cell, as people read it. */
export const sellerCell = ({ name, legalId, vatId }: EInvoiceParty): string =>
  [name, legalId, vatId].flatMap((part) => (part === null ? [] : [part.replaceAll('·', ' ').trim()])).join(between)

interface Identity {
  readonly name: string
  readonly siren: string | undefined
  readonly vat: string | undefined
}

/**
 * Whether the seller of an invoice is the firm it is imported for: by SIREN, else by VAT number, else by name. The cell is
 * that of `sellerCell`, or a name that a person typed.
 */
export function matchSeller(cell: string, ours: Firm, sisters: readonly Firm[]): SellerMatch {
  const seller = fromCell(cell)
  const said = isFirm(seller, fromFirm(ours))
  if (said === true) return { kind: 'ours' }
  const sister = sisters.find((firm) => isFirm(seller, fromFirm(firm)) === true)
  if (sister) return { kind: 'sister', name: sister.name }
  return ours.siren === null && ours.vatNumber === null && said === undefined ? { kind: 'unproven' } : { kind: 'other' }
}

/** Whether these name our firm, the buyer then: an invoice that we are to pay. */
export const isBoughtByUs = (
  buyer: { readonly name: string; readonly siren?: string; readonly vatNumber?: string },
  ours: Firm,
): boolean =>
  isFirm({ name: buyer.name, ...identified(buyer.siren ?? '', buyer.vatNumber ?? '') }, fromFirm(ours)) === true

/** undefined: neither a number nor the name decides. */
function isFirm(seller: Identity, firm: Identity): boolean | undefined {
  if (seller.siren && firm.siren) return seller.siren === firm.siren
  if (seller.vat && firm.vat) return seller.vat === firm.vat
  return nameKey(seller.name) !== '' && nameKey(seller.name) === nameKey(firm.name) ? true : undefined
}

const fromFirm = ({ name, siren, vatNumber }: Firm): Identity => ({
  name,
  ...identified(siren ?? '', vatNumber ?? ''),
})

function fromCell(cell: string): Identity {
  const parts = cell.split(between)
  const numbers = parts.filter((part) => /\d{5}/.test(plain(part)))
  const vat = numbers.find((part) => isVatNumber(plain(part))) ?? ''
  const siren = numbers.find((part) => /^\d{9}(\d{5})?$/.test(plain(part))) ?? ''
  return { name: parts.find((part) => part !== vat && part !== siren) ?? '', ...identified(siren, vat) }
}

/** A French VAT number ends with the SIREN. */
function identified(siren: string, vat: string): Omit<Identity, 'name'> {
  const [number, tax] = [plain(siren), plain(vat)]
  const ofTax = /^FR[0-9A-Z]{2}(\d{9})$/.exec(tax)?.[1]
  return { siren: /^\d{9}/.exec(number)?.[0] ?? ofTax, vat: tax === '' ? undefined : tax }
}

const plain = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase()
