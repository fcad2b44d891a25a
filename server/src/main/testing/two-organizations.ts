import type pg from 'pg'
import { z } from 'zod'

/** The id of one row of everything, in the organisation that `seedEverything` is given. */
export const seededId = 7001

/** One row of each thing that has an address, all under the same id, so that any `/:id` finds one. */
export async function seedEverything(owner: pg.Pool, organization: number): Promise<void> {
  const ids = `${organization}, ${seededId}`
  await owner.query(`
    insert into person (organization_id, id, name, email, role) values (${ids}, 'Karim', 'karim@a.example', 'sales');
    insert into legal_entity (organization_id, id, name, address_line1, postcode, city)
      values (${ids}, 'Vauquelin Bois', '4 rue des Ateliers', '35000', 'Rennes');
    insert into smtp_settings (organization_id, legal_entity_id, host, port, security, from_name, from_address)
      values (${ids}, '127.0.0.1', 1, 'none', 'V', 'v@a.example');
    insert into scenario (organization_id, id, name) values (${ids}, 'Standard');
    insert into scenario_step (organization_id, scenario_id, version, position, key, delay_days, channel, tone, assignee)
      values (${ids}, 1, 1, 'd7', 7, 'email', 'friendly', 'salesRep');
    insert into customer (organization_id, id, code, name, address_line1, postcode, city)
      values (${ids}, 'CASTEL', 'Castel', '12 rue du Port', '44000', 'Nantes');
    insert into contact (organization_id, id, customer_id, email) values (${ids}, ${seededId}, 'morel@castel.example');
    insert into exchange (organization_id, id, customer_id, kind, happened_on, summary, counts_as_contact)
      values (${ids}, ${seededId}, 'note', '2026-11-20', 'Rappel promis', false);
    insert into invoice (organization_id, id, legal_entity_id, customer_id, number, issue_date, currency, total_amount)
      values (${ids}, ${seededId}, ${seededId}, 'F-2026-118', '2026-10-01', 'EUR', 120000);
    insert into open_item (organization_id, id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount, amount_due)
      values (${ids}, ${seededId}, ${seededId}, ${seededId}, 'EUR', '2026-10-01', '2026-11-01', 120000, 120000);
    insert into invoice_file (organization_id, invoice_id, name, content) values (${ids}, 'F-2026-118.pdf', '%PDF-1.7');
    insert into payment (organization_id, id, legal_entity_id, customer_id, received_on, currency, amount, unallocated, means)
      values (${ids}, ${seededId}, ${seededId}, '2026-11-20', 'EUR', 5000, 5000, 'transfer');
    insert into api_key (organization_id, id, legal_entity_id, name, secret_hash, ending, made_by)
      values (${ids}, ${seededId}, 'Sage', '\\x00', 'x7Qf', ${seededId});
    insert into source_file (organization_id, id, legal_entity_id, name, sha256, size, state)
      values (${ids}, ${seededId}, 'factures.csv', 'x', 1, 'checked');
    insert into promise (organization_id, id, customer_id, promised_for, currency, amount, noted_on)
      values (${ids}, ${seededId}, '2026-12-01', 'EUR', 1000, '2026-11-20');
    insert into payment_plan (organization_id, id, customer_id, agreed_on) values (${ids}, ${seededId}, '2026-11-20');
    insert into payment_plan_item (organization_id, payment_plan_id, open_item_id, amount_due) values (${ids}, ${seededId}, 1000);
    insert into payment_plan_instalment (organization_id, payment_plan_id, due_on, currency, amount)
      values (${ids}, '2026-12-20', 'EUR', 1000);
    insert into dispute (organization_id, id, customer_id, reason, opened_on) values (${ids}, ${seededId}, 'amount', '2026-11-20');
    insert into dispute_category (organization_id, id, name) values (${ids}, 'Casse au transport');
    insert into dispute_event (organization_id, id, dispute_id, kind, text, happened_on)
      values (${ids}, ${seededId}, 'comment', 'Vu avec l’atelier', '2026-11-20');
    insert into dispute_file (organization_id, id, dispute_id, name, media_type, content)
      values (${ids}, ${seededId}, 'bon.pdf', 'application/pdf', '%PDF-1.7');
    insert into extra_delay (organization_id, id, invoice_id, customer_id, until, reason, granted_on)
      values (${ids}, ${seededId}, ${seededId}, '2026-12-24', 'Livraison en retard', '2026-11-20');
    insert into task (organization_id, id, kind, customer_id, legal_entity_id, open_item_id, step_key, delay_days, due_on)
      values (${ids}, 'letter', ${seededId}, ${seededId}, ${seededId}, 'd60', 60, '2026-11-20');
    insert into task_item (organization_id, task_id, open_item_id) values (${ids}, ${seededId});
    insert into letter_batch (organization_id, id, letters, pages, pdf, addresses, made_on)
      values (${ids}, 1, 1, '%PDF-1.7', 'letter', '2026-11-20');
    insert into letter_in_batch (organization_id, batch_id, position, task_id, first_page, pages, pdf)
      values (${ids}, 1, ${seededId}, 1, 1, '%PDF-1.7');
    insert into letter_posting (organization_id, task_id, registered_number, posted_on, proof_name, proof_type, proof, letter_name, letter)
      values (${ids}, '1A 234 567 8901 2', '2026-11-20', 'depot.pdf', 'application/pdf', '%PDF-1.7', 'mise-en-demeure.pdf', '%PDF-1.7');
    insert into reminder (organization_id, id, customer_id, legal_entity_id, about, step_key, delay_days, tone, carrying_item_id, state, decided_on, message_id)
      values (${ids}, ${seededId}, ${seededId}, 'overdue', 'd7', 7, 'friendly', ${seededId}, 'pendingApproval', '2026-11-20', '<r.1@a.example>');
    insert into reminder_item (organization_id, reminder_id, open_item_id, days_late, currency, amount_due)
      values (${ids}, ${seededId}, 19, 'EUR', 120000);
    insert into mailbox (organization_id, legal_entity_id, host, port, security, username)
      values (${ids}, '127.0.0.1', 1, 'none', 'v@a.example');
    insert into answer (organization_id, id, legal_entity_id, uid_validity, uid, content_sha256, class, from_name, from_address,
        subject, received_at, received_on, body, customer_id, size, files)
      values (${ids}, ${seededId}, 1, 1, sha256('x'), 'reply', 'Morel', 'morel@castel.example', 'Re: F-2026-118',
        '2026-11-20T10:00:00Z', '2026-11-20', 'Virement demain', ${seededId}, 3,
        '[{"position": ${seededId}, "name": "a.txt", "type": "text/plain", "size": 3}]');
    insert into answer_source (organization_id, answer_id, content)
      values (${ids}, E'Content-Type: multipart/mixed; boundary=b\\n\\n--b\\nContent-Type: text/csv; name=a.txt\\nContent-Disposition: attachment; filename=a.txt\\n\\nabc\\n--b--\\n'::bytea);
    insert into formal_notice (organization_id, id, means, sent_on, deadline_days, proof_name, proof_type, proof)
      values (${ids}, 'registeredLetter', '2026-11-10', 15, 'depot.pdf', 'application/pdf', '%PDF-1.7');
    insert into formal_notice_item (organization_id, formal_notice_id, open_item_id) values (${ids}, ${seededId});
    insert into limitation_act (organization_id, id, kind, done_on, note) values (${ids}, 'courtClaim', '2026-11-12', 'Requête');
    insert into limitation_act_item (organization_id, limitation_act_id, open_item_id) values (${ids}, ${seededId});
    insert into interest_decision (organization_id, id, invoice_id, covers, decision, reason, decided_on)
      values (${ids}, ${seededId}, 'fee', 'waived', 'Geste commercial', '2026-11-12');
    insert into handover (organization_id, id, customer_id, receiver, receiver_name, handed_over_on)
      values (${ids}, ${seededId}, 'agency', 'Recouv 44', '2026-11-12');
    insert into insolvency (organization_id, id, customer_id, kind, judged_on) values (${ids}, ${seededId}, 'receivership', '2026-11-12');
    insert into write_off (organization_id, id, open_item_id, currency, amount, reason, written_off_on)
      values (${ids}, ${seededId}, 'EUR', 120000, 'tooCostly', '2026-11-12');
    insert into legal_file (organization_id, id, customer_id, name, size, files, manifest_sha256, archive_sha256, made_on)
      values (${ids}, ${seededId}, 'dossier.zip', 2, 1, repeat('0', 64), encode(sha256('PK'), 'hex'), '2026-11-12');
    insert into legal_file_part (organization_id, legal_file_id, position, content) values (${ids}, 1, 'PK');
    insert into bank_account (organization_id, id, legal_entity_id, name, written, currency)
      values (${ids}, ${seededId}, 'Compte courant', '0000888899H', 'EUR');
    insert into bank_line (organization_id, id, legal_entity_id, booked_on, label, currency, amount, bank_account_id, identity)
      values (${ids}, ${seededId}, '2026-11-20', 'VIR CASTEL F-2026-118', 'EUR', 120000, ${seededId}, 'L1');
    insert into bank_rule (organization_id, id, wording, customer_id) values (${ids}, 'CASTEL', ${seededId})`)
}

/** Everything an organisation has, as one text: equal before and after means nothing of it was touched. */
export async function everythingOf(owner: pg.Pool, organization: number): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'quittance' order by 1`,
  )
  const texts: string[] = []
  for (const { name } of rows) {
    const { rows: lines } = await owner.query<{ line: string }>(
      `select t::text as line from "${name}" t where organization_id = ${organization} order by 1`,
    )
    texts.push(...lines.map(({ line }) => `${name}: ${line}`))
  }
  return texts.join('\n')
}

export interface JsonShape {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly examples?: readonly unknown[]
  readonly maximum?: number
  readonly anyOf?: readonly JsonShape[]
  readonly oneOf?: readonly JsonShape[]
  readonly items?: JsonShape
  readonly properties?: Readonly<Record<string, JsonShape>>
  readonly required?: readonly string[]
  readonly minLength?: number
  readonly pattern?: string
}

/** The JSON schema of what is sent, in one piece. */
export function sentSchema(shape: z.ZodType): JsonShape {
  const { $defs = {}, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  const named = (ref: string) => $defs[ref.slice(ref.lastIndexOf('/') + 1)]
  return JSON.parse(JSON.stringify(schema), (_, part) => (part?.$ref ? named(part.$ref) : part)) as JsonShape
}

/** A body that the shape accepts; whole numbers are the seeded id, so that those that are ids find something. */
export const bodyFor = (shape: z.ZodType): unknown => sampleOf(sentSchema(shape))

/** A value that this JSON schema accepts. */
export function sampleOf(shape: JsonShape): unknown {
  if (shape.examples) return shape.examples[0]
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const [choice] = shape.anyOf ?? shape.oneOf ?? []
  if (choice) return sampleOf(choice)
  if (shape.type === 'object') {
    const properties = Object.entries(shape.properties ?? {})
    return Object.fromEntries(
      properties.filter(([name]) => shape.required?.includes(name)).map(([name, each]) => [name, sampleOf(each)]),
    )
  }
  if (shape.type === 'array') return [sampleOf(shape.items ?? {})]
  if (shape.type === 'integer' || shape.type === 'number') return Math.min(seededId, shape.maximum ?? seededId)
  if (shape.type === 'boolean') return true
  if (shape.type === 'null') return null
  if (shape.format === 'email') return 'b@b.example'
  if (shape.format === 'date') return '2026-12-01'
  if (shape.pattern?.includes('A-Z')) return 'EUR'
  return 'x'.repeat(Math.max(1, shape.minLength ?? 1))
}
