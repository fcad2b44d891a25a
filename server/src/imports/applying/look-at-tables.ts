import type { ImportWork } from '../import-work.ts'

/** Of each, the columns that rows are found and counted by; an index of the parts of its texts takes ten times as long. */
export const growing = {
  withRows: [
    'customer (organization_id, id, plain_name, code)',
    'contact (organization_id, id, customer_id)',
    'invoice (organization_id, id, legal_entity_id, customer_id, number)',
    'open_item (organization_id, id, invoice_id, legal_entity_id, customer_id, due_date, amount_due)',
    'payment (organization_id, id, legal_entity_id, customer_id, entry_key, unallocated)',
    'allocation',
    'ledger_item (organization_id, legal_entity_id, ledger_key, invoice_id)',
  ],
  withPayments: ['payment (organization_id, id, legal_entity_id, customer_id, entry_key, unallocated)', 'allocation'],
  withDecisions: ['decision', 'current_decision', 'reminder', 'reminder_item', 'task', 'task_item'],
} as const

/**
 * Tables that grow from nothing within seconds are taken for empty, and read whole at each look-up (that of a foreign key
 * too), until the server has looked at them; its own rounds come too late. Only the owner may ask for it. `tell`: which
 * part of them has been looked at, 0 to 1.
 */
export async function lookAt(
  { database }: Pick<ImportWork, 'database'>,
  tables: readonly string[],
  tell: (part: number) => Promise<unknown> = async () => {},
): Promise<void> {
  for (const [index, table] of tables.entries()) {
    await database.owner.query(`analyze ${table}`)
    await tell((index + 1) / tables.length)
  }
}
