import type { BankStatement, StatementLine } from '@quittance/core/reconciliation/statements/statement.ts'
import type { StatementFormat, StatementWarning } from '@quittance/core/reconciliation/statements/statement-file.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** Until the end of the transaction no other statement of the organisation is kept: two would each make the account they name. */
export async function waitForTurn(db: Db): Promise<void> {
  await db.rows(sql`select pg_advisory_xact_lock(hashtextextended('bank', current_organization()))`)
}

export interface NewStatement {
  readonly account: number
  readonly statement: BankStatement
  readonly fileName: string
  readonly sha256: Uint8Array
  /** Among all statements of the file, from 0. */
  readonly rank: number
  readonly format: StatementFormat
  readonly from: string | null
  readonly to: string | null
  readonly difference: number | null
  readonly warnings: readonly StatementWarning[]
}

/** null: this file has brought it before. */
export const addStatement = (db: Db, { statement, ...given }: NewStatement): Promise<{ readonly id: number } | null> =>
  db.maybe(sql`
    insert into bank_statement (organization_id, bank_account_id, written, statement_name, file_name, file_sha256, rank, format,
      opening_amount, opening_on, closing_amount, closing_on, from_day, to_day, difference, line_count, new_line_count, warnings,
      brought_by, is_statement)
    values (current_organization(), ${given.account}, ${statement.account.text}, ${statement.statementId}, ${given.fileName},
      ${given.sha256}, ${given.rank}, ${given.format}, ${statement.opening?.amount ?? null}, ${statement.opening?.on ?? null},
      ${statement.closing?.amount ?? null}, ${statement.closing?.on ?? null}, ${given.from}, ${given.to}, ${given.difference},
      ${statement.lines.length}, 0, ${sql.json(given.warnings)}, current_person(),
      ${statement.isStatement ?? given.format !== 'camt'})
    on conflict (organization_id, bank_account_id, file_sha256, rank) do nothing
    returning id`)

export const statementOfFile = (
  db: Db,
  { account, sha256, rank }: Pick<NewStatement, 'account' | 'sha256' | 'rank'>,
): Promise<{ readonly id: number }> =>
  db.one(sql`
    select id from bank_statement
    where organization_id = current_organization() and bank_account_id = ${account} and file_sha256 = ${sha256} and rank = ${rank}`)

export const countNewLines = (db: Db, id: number, count: number): Promise<number> =>
  db.run(sql`
    update bank_statement set new_line_count = new_line_count + ${count}
    where organization_id = current_organization() and id = ${id}`)

export type IdentifiedLine = StatementLine & { readonly identity: string }

/**
 * Keeps the lines that the account does not have yet, and answers their ids. Debits that are no payment coming back concern
 * no customer, and wait for nobody.
 */
export const addLines = (
  db: Db,
  of: { readonly account: number; readonly statement: number; readonly currency: string },
  lines: readonly IdentifiedLine[],
): Promise<{ readonly id: number }[]> =>
  db.rows(sql`
    insert into bank_line (organization_id, legal_entity_id, bank_account_id, bank_statement_id, currency, identity, file_line,
      booked_on, value_on, amount, kind, operation, label, remittance, creditor_reference, documents, end_to_end_id, mandate,
      other_name, other_ultimate_name, other_iban, bank_reference, is_batch, returned_reason, returned_text, original_amount,
      original_currency, charges, state)
    select current_organization(), a.legal_entity_id, a.id, ${of.statement}, ${of.currency}, g.identity, g."fileLine",
      g."bookedOn", g."valueOn", g.amount, g.kind, g.operation, g.label, g.remittance, g."creditorReference",
      array(select jsonb_array_elements_text(g.documents)), g."endToEndId", g.mandate, g."otherName", g."otherUltimateName",
      g."otherIban", g."bankReference", g."isBatch", g.returned ->> 'reason', g.returned ->> 'text',
      (g.original ->> 'amount')::bigint, g.original ->> 'currency', g.charges,
      case when g.amount > 0 or g.kind = 'returned' or jsonb_typeof(g.returned) = 'object' then 'unmatched' else 'ignored' end
    from jsonb_to_recordset(${sql.json(lines)}::jsonb) as g(identity text, "fileLine" int, "bookedOn" date, "valueOn" date,
      amount bigint, kind text, operation text, label text, remittance text, "creditorReference" text, documents jsonb,
      "endToEndId" text, mandate text, "otherName" text, "otherUltimateName" text, "otherIban" text, "bankReference" text,
      "isBatch" boolean, returned jsonb, original jsonb, charges bigint)
    join bank_account a on a.organization_id = current_organization() and a.id = ${of.account}
    on conflict (organization_id, bank_account_id, identity) do nothing
    returning id`)

/** Batches that wait and whose payments have come one by one: they are lines of their own now, and nobody waits for these. */
export const putDetailedAside = (db: Db, lines: readonly number[]): Promise<number> =>
  lines.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    with gone as (
      delete from bank_hold where organization_id = current_organization() and bank_line_id = any(${lines}))
    update bank_line set state = 'ignored', customer_id = null, proposals = '[]', confidence = null, proposed_from = null
    where organization_id = current_organization() and id = any(${lines}) and state in ('unmatched', 'suggested')`)

export interface StatementFields {
  readonly id: number
  readonly accountId: number
  readonly accountName: string
  readonly currency: string
  readonly fileName: string
  readonly format: StatementFormat
  readonly from: string | null
  readonly to: string | null
  readonly opening: number | null
  readonly closing: number | null
  readonly difference: number | null
  readonly lines: number
  readonly newLines: number
  readonly warnings: readonly StatementWarning[]
  readonly broughtAt: string
}

const fields = sql`
  select s.id, a.id as "accountId", a.name as "accountName", a.currency, s.file_name as "fileName", s.format,
    s.from_day as "from", s.to_day as "to", s.opening_amount as opening, s.closing_amount as closing, s.difference,
    s.line_count as lines, s.new_line_count as "newLines", s.warnings, s.brought_at as "broughtAt"
  from bank_statement s
  join bank_account a on a.organization_id = s.organization_id and a.id = s.bank_account_id
  where s.organization_id = current_organization()`

/** The newest days first. */
export const bankStatements = (
  db: Db,
  { account, limit }: { readonly account: number | null; readonly limit: number },
): Promise<StatementFields[]> =>
  db.rows(sql`
    ${fields} and (${account}::bigint is null or s.bank_account_id = ${account})
    order by s.to_day desc nulls last, s.id desc
    limit ${limit}`)

/** In the order of their file. */
export const statementsById = (db: Db, ids: readonly number[]): Promise<StatementFields[]> =>
  db.rows(sql`${fields} and s.id = any(${ids}) order by s.rank, s.id`)
