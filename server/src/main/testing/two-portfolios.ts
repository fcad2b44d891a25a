import type pg from 'pg'
import { transaction } from '../../platform/database/db.ts'
import { Sql } from '../../platform/database/sql.ts'
import { seedEverything, seededId } from './two-organizations.ts'

/** Castel, with a row of everything, is Nadia’s; Delmas, who owes one invoice, is Karim’s. `numbers`: of what is Castel’s. */
export async function seedTwoPortfolios(owner: pg.Pool, organization: number) {
  await seedEverything(owner, organization)
  await seedTheRest(owner, organization)
  const add = async (name: string, email: string) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into quittance.person (organization_id, name, email, role) values ($1, $2, $3, 'sales')
       on conflict (organization_id, lower(email)) do update set role = 'sales' returning id`,
      [organization, name, email],
    )
    return Number(rows[0]?.id)
  }
  const karim = await add('Karim Haddad', 'karim.haddad@a.example')
  const nadia = await add('Nadia Petit', 'nadia.petit@a.example')
  await owner.query(`
    update quittance.customer set sales_rep_id = ${nadia}, code = 'ZEPH-77', name = 'Zéphyrin Castel'
      where organization_id = ${organization} and id = ${seededId};
    update quittance.task set assignee_id = ${nadia} where organization_id = ${organization} and id = ${seededId}`)
  const { rows } = await owner.query<{ customer: string }>(
    `with firm as (select min(id) as id from quittance.legal_entity where organization_id = $1),
     c as (
       insert into quittance.customer (organization_id, code, name, sales_rep_id) values ($1, 'DELMAS', 'Delmas', $2) returning id),
     k as (insert into quittance.contact (organization_id, customer_id, email) select $1, id, 'compta@delmas.example' from c),
     v as (
       insert into quittance.invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount)
       select $1, firm.id, c.id, 'F-D-1', 'invoice', '2026-10-01', 'EUR', 3300 from c, firm returning id, customer_id, legal_entity_id),
     i as (
       insert into quittance.open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
       select $1, id, legal_entity_id, customer_id, 'EUR', '2026-10-01', '2026-10-31', 3300 from v)
     select id as customer from c`,
    [organization, karim],
  )
  const numbers = [seededId, 70010, 70020, 70030]
  return { karim, nadia, castel: seededId, numbers, delmas: Number(rows[0]?.customer) }
}

/** What `seedEverything` leaves out for having no address of its own: a row each, with the same number in it. */
async function seedTheRest(owner: pg.Pool, organization: number): Promise<void> {
  const id = seededId
  const ids = `${organization}, ${id}`
  await owner.query(`
    insert into allocation (organization_id, id, open_item_id, payment_id, amount, allocated_on) values (${ids}, ${id}, ${id}, 100, '2026-11-20');
    insert into customer_alias (organization_id, customer_id, kept_id, into_id, code, name, merged_on, was)
      values (${organization}, 70010, ${id}, ${id}, 'CASTEL2', 'Castel et Cie', '2026-11-20', '{}');
    insert into merged_image (organization_id, customer_id, source, before) values (${organization}, 70010, 'customer', '{"id": ${id}}');
    insert into merged_row (organization_id, customer_id, source, row_id) values (${organization}, 70010, 'invoice', ${id});
    insert into customer (organization_id, id, code, name, parent_id) values (${organization}, 70020, 'CASTEL3', 'Castel Sud', ${id});
    insert into not_double (organization_id, customer_id, other_id) values (${ids}, 70020);
    insert into customer_iban (organization_id, customer_id, iban, learnt_from) values (${ids}, 'FR7630006000011234567890189', 'person');
    insert into customer_interest_rate (organization_id, customer_id, rate) values (${ids}, 1500);
    insert into customer_balance (organization_id, customer_id, legal_entity_id, currency) values (${ids}, ${id}, 'EUR') on conflict do nothing;
    insert into decision (organization_id, id, customer_id, legal_entity_id, decided_on, kind, because, detail)
      values (${ids}, ${id}, ${id}, '2026-11-20', 'hold', 'promise-open', '{}');
    insert into current_decision (organization_id, customer_id, legal_entity_id, decision_id, decided_on, kind, because, fingerprint)
      values (${ids}, ${id}, ${id}, '2026-11-20', 'hold', 'promise-open', 'x');
    insert into declared_profile (organization_id, customer_id, profile, note, declared_on) values (${ids}, 'slow', 'Toujours en retard', '2026-11-20');
    insert into payer_profile (organization_id, customer_id, profile, reckoned, because, lines, broken_promises)
      values (${ids}, 'slow', 'slow', 'tooFew', 0, 0);
    insert into promise_item (organization_id, promise_id, open_item_id) values (${ids}, ${id});
    insert into dispute_item (organization_id, dispute_id, open_item_id) values (${ids}, ${id});
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how) values (${ids}, 'd7', 7, '2026-11-10', 'sent');
    insert into task_event (organization_id, task_id, kind, happened_on) values (${ids}, 'assigned', '2026-11-20');
    insert into task_recurrence (organization_id, id, customer_id, kind, title, unit, every, weekday, starts_on)
      values (${ids}, ${id}, 'call', 'Appel du lundi', 'week', 1, 1, '2026-11-23');
    insert into law_alarm (organization_id, kind, about, raised_on, task_id) values (${organization}, 'limitation', 'x', '2026-11-20', ${id});
    insert into handover_item (organization_id, handover_id, open_item_id, currency, amount_due) values (${ids}, ${id}, 'EUR', 120000);
    insert into invoice_scenario (organization_id, invoice_id, scenario_id) values (${ids}, ${id});
    insert into invoice_identifier (organization_id, legal_entity_id, external_id, invoice_id, api_key_id) values (${ids}, 'S-1', ${id}, ${id});
    insert into invoice_fingerprint (organization_id, invoice_id, fingerprint, source_file_id) values (${ids}, 'abc', ${id});
    insert into payment_instruction (organization_id, invoice_id) values (${ids});
    insert into ledger_item (organization_id, legal_entity_id, ledger_key, invoice_id, is_opening, source_file_id) values (${ids}, 'VE/1', ${id}, false, ${id});
    insert into journal (organization_id, origin, act, thing, thing_id, customer_id) values (${organization}, 'web', 'changed', 'customer', ${id}, ${id});
    insert into balance_to_count (organization_id, customer_id) values (${ids});
    insert into deposit_slip (organization_id, id, number, deposited_on) values (${ids}, 'R-1', '2026-11-20');
    insert into payment (organization_id, id, legal_entity_id, customer_id, received_on, currency, amount, means, deposit_slip_id)
      values (${organization}, 70030, ${id}, ${id}, '2026-11-20', 'EUR', 700, 'cheque', ${id});
    insert into payment_reversal (organization_id, payment_id, reversed_on, reason) values (${organization}, 70030, '2026-11-21', 'mistake');
    insert into bounced_address (organization_id, answer_id, address, fate, reason, diagnostic) values (${ids}, 'morel@castel.example', 'dead', 'x', 'x');
    insert into refused_address (organization_id, address, why, refused_on, reply) values (${organization}, '${id}@castel.example', 'dead', '2026-11-20', '550');
    insert into forewarning (organization_id, person_id, day, state, messages, message_id, claimed_at) values (${ids}, '2026-11-20', 'sent', 1, '<f>', now());
    insert into sms_gateway (organization_id, url, method, body_template) values (${organization}, 'https://sms.example/${id}', 'POST', 'x');
    insert into bank_hold (organization_id, bank_line_id, customer_id, booked_on) values (${ids}, ${id}, '2026-11-20');
    insert into bank_match (organization_id, id, bank_line_id, kind) values (${ids}, ${id}, 'paysItems');
    insert into bank_match_payment (organization_id, bank_match_id, payment_id, how) values (${ids}, ${id}, 'entered');
    insert into bank_statement (organization_id, id, bank_account_id, written, file_name, file_sha256, rank, format, line_count, new_line_count)
      values (${ids}, ${id}, 'x', 'releve.txt', sha256('x'), 1, 'camt', 1, 1);
    insert into learnt_line (organization_id, line_key, booked_on, line, truth) values (${organization}, 'k', '2026-11-20', '{"id": ${id}}', '{}');
    insert into statement_columns (organization_id, id, signature, headers, columns) values (${ids}, 'x', '{a}', '{label}');
    insert into source (organization_id, id, legal_entity_id, kind, mark, name) values (${ids}, ${id}, 'upload', 'x', 'Export');
    insert into seen_file (organization_id, source_id, name, size, modified_at, state, seen_at) values (${ids}, 'a.csv', 1, 1, 'taken', now());
    insert into source_file_part (organization_id, source_file_id, position, content) values (${ids}, 1, 'x');
    insert into source_row (organization_id, source_file_id, line, cells, state) values (${ids}, 2, '["Castel"]', 'ready');
    insert into source_customer (organization_id, source_file_id, rank, name) values (${ids}, 1, 'Castel');
    insert into source_payment (organization_id, source_file_id, line, customer_code, customer_name, received_on, currency, amount, ledger_key, reference, label, is_opening)
      values (${ids}, 2, 'CASTEL', 'Castel', '2026-11-20', 'EUR', 1, 'BQ/1', '', '', false);
    insert into source_allocation (organization_id, source_file_id, credit_line, amount, item_key) values (${ids}, 2, 1, 'VE/1');
    insert into source_balance (organization_id, source_file_id, customer_code, customer_name, debit, credit, besides, rebuilt)
      values (${ids}, 'CASTEL', 'Castel', 1, 0, 0, 1);
    insert into refusal (organization_id, source_file_id, line, field, code, value, invoice_number) values (${ids}, 3, 'dueDate', 'unreadable', '31/02', 'F-2');
    insert into correction (organization_id, source_file_id, line, field, value) values (${ids}, 3, 'dueDate', '28/02/2026');
    insert into dropped_file (organization_id, source_file_id, position, name, state) values (${ids}, 1, 'a.pdf', 'unknown');
    insert into stated_invoices (organization_id, source_file_id, invoices) values (${ids}, '{${id}}');
    insert into import_change (organization_id, source_file_id, thing, created) values (${ids}, 'invoice', '{${id}}')`)
}

/** Every row of a table as its text, less some columns, as nobody but its owner sees them. */
export async function ownRows(
  owner: pg.Pool,
  organization: number,
  table: string,
  but: readonly string[] = [],
): Promise<string[]> {
  const { rows } = await owner.query<{ row: string }>(
    `select (to_jsonb(t) - $2::text[])::text as row from quittance.${table} t where organization_id = $1 order by 1`,
    [organization, but],
  )
  return rows.map(({ row }) => row)
}

export interface Eyes {
  query<Row>(text: string): Promise<{ rows: Row[] }>
  /** 'done: n' or the words of the database; whatever was done is taken back. */
  tries(text: string): Promise<string>
}

/** Looks with the eyes of a person. */
export function asPerson(app: pg.Pool, organization: number, person: number): Eyes {
  const scope = { organization, person, rights: 'all' } as const
  const takenBack = new Error('taken back')
  return {
    query: (text) => transaction(app, scope, async (db) => ({ rows: await db.rows(new Sql([text], [])) })),
    tries: async (text) => {
      let said = ''
      await transaction(app, scope, async (db) => {
        said = `done: ${await db.run(new Sql([text], []))}`
        throw takenBack
      }).catch((error: Error) => {
        if (error !== takenBack) said = error.message
      })
      return said
    },
  }
}

export const rowsOf = async (eyes: Eyes, table: string): Promise<string[]> =>
  (await eyes.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`)).rows.map(({ row }) => row)
