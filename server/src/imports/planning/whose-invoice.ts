import { type Firm, isBoughtByUs, matchSeller } from '@quittance/core/imports/e-invoices/match-seller.ts'
import type { InvoiceRow } from '@quittance/core/imports/parse-row.ts'
import type { Refusal, Warning } from '@quittance/core/imports/refusals.ts'
import type { Corrections } from '@quittance/core/imports/row-cells.ts'
import { readIban } from '@quittance/core/people/iban.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** The firm a file is imported for, and the others of the organisation. */
export interface Firms {
  readonly ours: Firm & { readonly iban: string | null }
  readonly sisters: readonly Firm[]
}

export async function firmsOf(db: Db, legalEntity: number): Promise<Firms> {
  const firms = await db.rows<Firms['ours'] & { readonly id: number }>(sql`
    select id, name, siren, vat_number as "vatNumber", iban from legal_entity
    where organization_id = current_organization()
    order by id`)
  const ours = firms.find(({ id }) => id === legalEntity)
  if (!ours) throw new Error(`The organisation has no firm ${legalEntity}`)
  return { ours, sisters: firms.filter(({ id }) => id !== legalEntity) }
}

type Fault = Pick<Refusal, 'code' | 'field' | 'fix' | 'other' | 'value'>

/** Why an electronic invoice is not one that our firm sent; undefined where it is, or where the file names no seller. */
export function sellerFault(
  { seller, customer }: InvoiceRow,
  { ours, sisters }: Firms,
  corrections: Corrections,
): Fault | undefined {
  if (seller === undefined) return undefined
  const fault = (code: Refusal['code']): Fault => ({
    code,
    field: 'seller',
    value: nameIn(seller),
    other: ours.name,
    fix: { field: 'seller', value: ours.name },
  })
  const match = matchSeller(seller, ours, sisters)
  if (match.kind === 'sister') return fault('sisterSeller')
  if (match.kind === 'other' || match.kind === 'unproven') {
    if (isBoughtByUs(customer, ours)) return fault('boughtByUs')
    if (match.kind === 'other') return fault('otherSeller')
  }
  return isBoughtByUs(customer, ours) && corrections.seller === undefined ? fault('boughtByUs') : undefined
}

/** What is worth saying of who sent it and where it asks to be paid. */
export function sellerWarnings({ line, seller, instruction }: InvoiceRow, { ours, sisters }: Firms): Warning[] {
  const warnings: Warning[] = []
  if (seller !== undefined && matchSeller(seller, ours, sisters).kind === 'unproven')
    warnings.push({ line, code: 'sellerUnproven', field: 'seller', value: nameIn(seller) })
  const iban = instruction && !instruction.isFactored && instruction.iban ? readIban(instruction.iban) : undefined
  if (iban && ours.iban && iban !== readIban(ours.iban))
    warnings.push({ line, code: 'otherIban', field: 'invoiceNumber', value: iban })
  return warnings
}

const nameIn = (seller: string): string => seller.split(' · ')[0] ?? seller
