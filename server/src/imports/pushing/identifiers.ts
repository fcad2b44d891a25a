import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** By which identifier a program knows which invoice. */
export interface Identified {
  readonly externalId: string
  readonly number: string
  readonly apiKey: number
}

/** All identifiers that are these, or are of invoices with these numbers. */
export const identifiersOf = (
  db: Db,
  legalEntity: number,
  { externalIds, numbers }: { readonly externalIds: readonly string[]; readonly numbers: readonly string[] },
): Promise<Identified[]> =>
  db.rows(sql`
    select d.external_id as "externalId", i.number, d.api_key_id as "apiKey"
    from invoice_identifier d
    join invoice i on i.organization_id = d.organization_id and i.id = d.invoice_id
    where d.organization_id = current_organization() and d.legal_entity_id = ${legalEntity}
      and d.external_id = any(${externalIds})
    union
    select d.external_id, i.number, d.api_key_id
    from invoice i
    join invoice_identifier d on d.organization_id = i.organization_id and d.invoice_id = i.id
    where i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity} and i.number = any(${numbers})`)

/** From now on the program knows these invoices, which are in, by these identifiers. */
export const keepIdentifiers = (
  db: Db,
  { legalEntity, apiKey }: { readonly legalEntity: number; readonly apiKey: number },
  given: readonly { readonly externalId: string; readonly number: string }[],
): Promise<number> =>
  db.run(sql`
    insert into invoice_identifier as known (organization_id, legal_entity_id, external_id, invoice_id, api_key_id)
    select i.organization_id, i.legal_entity_id, given.external_id, i.id, ${apiKey}
    from unnest(${given.map(({ externalId }) => externalId)}::text[], ${given.map(({ number }) => number)}::text[])
      as given (external_id, number)
    join invoice i on i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity}
      and i.number = given.number
    on conflict (organization_id, legal_entity_id, external_id) do update set api_key_id = excluded.api_key_id
    where known.api_key_id <> excluded.api_key_id`)
