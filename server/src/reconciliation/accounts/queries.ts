import type { ChainLink } from '@quittance/core/reconciliation/accounts/find-gaps.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** What recognising an account looks at. */
export interface AccountSeen {
  readonly id: number
  readonly iban: string | null
  /** Letters and digits only. */
  readonly written: string | null
  readonly isActive: boolean
}

const seen = sql`a.id, a.iban, a.written, a.is_active as "isActive"`

export const accountsOfCurrency = (db: Db, currency: string): Promise<AccountSeen[]> =>
  db.rows(sql`
    select ${seen} from bank_account a
    where a.organization_id = current_organization() and a.currency = ${currency}
    order by a.id`)

/** An account named before its first statement came, in whatever currency: that statement says which. */
export const lastAccountWithoutStatement = (
  db: Db,
  { ibans, written }: { readonly ibans: readonly string[]; readonly written: string },
): Promise<AccountSeen | null> =>
  db.maybe(sql`
    select ${seen} from bank_account a
    where a.organization_id = current_organization() and (a.iban = any(${ibans}::text[]) or a.written = ${written})
      and not exists (select from bank_statement s where s.organization_id = a.organization_id and s.bank_account_id = a.id)
    order by a.id desc limit 1`)

/** The firm whose own IBAN it is, else the first. */
export const ownerOfIban = (db: Db, iban: string | null): Promise<{ readonly id: number } | null> =>
  db.maybe(sql`
    select id from legal_entity
    where organization_id = current_organization()
    order by (upper(regexp_replace(iban, '[^[:alnum:]]', '', 'g')) = ${iban}) is true desc, id
    limit 1`)

export interface NewAccount {
  readonly legalEntity: number
  readonly name: string
  readonly iban: string | null
  readonly written: string | null
  readonly currency: string
}

export const addAccount = (
  db: Db,
  { legalEntity, name, iban, written, currency }: NewAccount,
): Promise<{ id: number }> =>
  db.one(sql`
    insert into bank_account (organization_id, legal_entity_id, name, iban, written, currency)
    values (current_organization(), ${legalEntity}, ${name}, ${iban}, ${written}, ${currency})
    returning id`)

/** What a statement says of its account and nobody had said before. */
export const completeAccount = (
  db: Db,
  id: number,
  { iban, written, currency }: Pick<NewAccount, 'iban' | 'written' | 'currency'>,
): Promise<number> =>
  db.run(sql`
    update bank_account set iban = coalesce(iban, ${iban}), written = coalesce(written, ${written}), currency = ${currency}
    where organization_id = current_organization() and id = ${id}
      and (iban is null and ${iban}::text is not null or written is null and ${written}::text is not null
        or currency <> ${currency})`)

export interface AccountFields {
  readonly id: number
  readonly legalEntityId: number
  readonly legalEntityName: string
  readonly name: string
  readonly iban: string | null
  readonly written: string | null
  readonly currency: string
  readonly isActive: boolean
}

const fields = sql`
  select a.id, a.legal_entity_id as "legalEntityId", e.name as "legalEntityName", a.name, a.iban, a.written, a.currency,
    a.is_active as "isActive"
  from bank_account a
  join legal_entity e on e.organization_id = a.organization_id and e.id = a.legal_entity_id
  where a.organization_id = current_organization()`

export const bankAccounts = (db: Db): Promise<AccountFields[]> =>
  db.rows(sql`${fields} order by a.is_active desc, a.id`)

export const bankAccountOf = (db: Db, id: number): Promise<AccountFields | null> =>
  db.maybe(sql`${fields} and a.id = ${id}`)

/** The chain of an account, oldest first, with what its list shows of the last one. */
export interface KeptLink extends ChainLink {
  readonly closingOn: string | null
}

export const linksOf = (db: Db, account: number): Promise<KeptLink[]> =>
  db.rows(sql`
    select from_day as "from", greatest(to_day, closing_on) as "to", opening_on as "openingOn", closing_on as "closingOn",
      opening_amount as opening, closing_amount as closing
    from bank_statement
    where organization_id = current_organization() and bank_account_id = ${account} and from_day is not null
    order by from_day, to_day, id`)

export const lastBroughtAt = (db: Db, account: number): Promise<{ readonly at: string | null }> =>
  db.one(sql`
    select max(brought_at) as at from bank_statement
    where organization_id = current_organization() and bank_account_id = ${account}`)

/** Another account of this currency that has this IBAN, or that its bank calls so. */
export const otherAccountOf = (
  db: Db,
  { iban, written, currency, except }: Pick<NewAccount, 'iban' | 'written' | 'currency'> & { readonly except: number },
): Promise<{ readonly name: string } | null> =>
  db.maybe(sql`
    select name from bank_account
    where organization_id = current_organization() and id <> ${except} and currency = ${currency}
      and (iban = ${iban} or iban is null and written = ${written})
    order by id limit 1`)

export interface AccountChange {
  readonly name: string
  readonly legalEntityId: number
  readonly iban: string | null
  readonly isActive: boolean
}

export const changeAccount = (
  db: Db,
  id: number,
  { name, legalEntityId, iban, isActive }: AccountChange,
): Promise<number> =>
  db.run(sql`
    update bank_account set name = ${name}, legal_entity_id = ${legalEntityId}, iban = ${iban}, is_active = ${isActive}
    where organization_id = current_organization() and id = ${id}`)

/** Lines go with their account: those not settled yet are matched against the books of the other firm. */
export const giveOpenLines = (db: Db, account: number, legalEntity: number): Promise<number> =>
  db.run(sql`
    update bank_line set legal_entity_id = ${legalEntity}
    where organization_id = current_organization() and bank_account_id = ${account} and state in ('unmatched', 'suggested')`)

export const matchesByItself = (db: Db): Promise<{ readonly matchesByItself: boolean }> =>
  db.one(sql`
    select matches_by_itself as "matchesByItself" from organization where organization_id = current_organization()`)
