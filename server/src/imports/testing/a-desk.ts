import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aFirm, type Firm } from '../../invoices/testing/a-firm.ts'
import { fixedClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/connection.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { applyFile } from '../applying/apply-file.ts'
import { type ImportWishes, startImport } from '../applying/start-import.ts'
import { checkFile } from '../checking/check-file.ts'
import type { ChasedUpTo, ImportWork } from '../import-work.ts'
import { type ShownImport, showImport } from '../show-import.ts'
import { undoImport } from '../undoing/undo-import.ts'
import { keepFile } from '../upload-file.ts'

/** A firm that imports files, on Monday 23 November 2026. */
export interface Desk {
  readonly firm: Firm
  readonly work: ImportWork
  /** Open items said to have been chased before, with the step or the level. */
  readonly chased: ({ readonly items: readonly number[] } & ChasedUpTo)[]
  /** Keeps and checks a file; answers its number. */
  drop(content: Buffer | string, name?: string): Promise<number>
  shown(file: number): Promise<ShownImport>
  apply(file: number, wishes?: Partial<ImportWishes>): Promise<ShownImport>
  /** Drops, checks and imports. */
  bring(content: Buffer | string): Promise<ShownImport>
  undo(file: number): Promise<void>
  rows<T>(query: Sql): Promise<T[]>
}

export async function aDesk(database: Database, name?: string): Promise<Desk> {
  const firm = await aFirm(database, name)
  const chased: ({ readonly items: readonly number[] } & ChasedUpTo)[] = []
  const { factsChanged } = firm
  const work: ImportWork = {
    database,
    clock: fixedClock('2026-11-23T08:00:00Z'),
    recognisesStatement: () => false,
    factsChanged,
    waitingForSource: async () => [],
    declareChased: async (_db, items, upTo) => {
      chased.push({ items, ...upTo })
    },
    disputed: { note: noteDisputes, forget: forgetDisputes },
  }
  const { organization } = firm
  const desk: Desk = {
    firm,
    work,
    chased,
    drop: async (content, fileName = 'export_ventes_2026.csv') => {
      const id = await keepContent(firm, content, fileName)
      await checkFile(work, organization, id)
      return id
    },
    shown: (file) => firm.work((db) => showImport(db, file, 'fr')),
    apply: async (file, wishes = {}) => {
      await firm.work((db) => startImport(db, file, { rememberMapping: false, chasedUpTo: null, ...wishes }))
      await applyFile(work, organization, file)
      return desk.shown(file)
    },
    bring: async (content) => desk.apply(await desk.drop(content)),
    undo: (file) => firm.work((db) => undoImport(db, work, file)),
    rows: (query) => firm.work((db) => db.rows(query)),
  }
  return desk
}

async function keepContent(firm: Firm, content: Buffer | string, name: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-desk-'))
  try {
    const path = join(folder, 'file')
    writeFileSync(path, content)
    return await keepFile({ path, name, size: Buffer.byteLength(content) }, firm.work)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One dispute a customer, as the disputes word keeps them. */
async function noteDisputes(db: Db, items: readonly number[]): Promise<number[]> {
  const disputes = await db.rows<{ id: number }>(sql`
    insert into dispute (organization_id, customer_id, reason, opened_on)
    select distinct current_organization(), customer_id, 'other', '2026-11-23'::date from open_item
    where organization_id = current_organization() and id = any(${items})
    returning id`)
  const ids = disputes.map(({ id }) => id)
  await db.run(sql`
    insert into dispute_item (organization_id, dispute_id, open_item_id)
    select current_organization(), d.id, o.id from dispute d
    join open_item o on o.organization_id = d.organization_id and o.customer_id = d.customer_id
    where d.organization_id = current_organization() and d.id = any(${ids}) and o.id = any(${items})`)
  return ids
}

const forgetDisputes = async (db: Db, disputes: readonly number[]): Promise<void> => {
  await db.run(sql`delete from dispute where organization_id = current_organization() and id = any(${disputes})`)
}

const businessTables = [
  'customer',
  'contact',
  'invoice',
  'open_item',
  'payment',
  'payment_reversal',
  'allocation',
  'dispute',
  'dispute_item',
  'journal',
] as const

/** Every row of business an organisation has, as text: equal means nothing changed, not even a time. */
export async function factsOf(desk: Desk): Promise<string[]> {
  const all: string[] = []
  for (const table of businessTables) {
    const rows = await desk.rows<{ line: string }>(
      sql`select t::text as line from ${sql.identifier(table)} t where organization_id = current_organization() order by 1`,
    )
    all.push(...rows.map(({ line }) => `${table} ${line}`))
  }
  return all
}

/** One line a due line: customer, number, dates, amounts as decimals of euros. */
export const invoicesOf = async (desk: Desk): Promise<string[]> => {
  const rows = await desk.rows<{ line: string }>(sql`
    select concat_ws(' ', c.name, i.number, i.kind, o.issue_date, o.due_date, o.amount, o.amount_due, o.currency) as line
    from invoice i
    join open_item o on o.organization_id = i.organization_id and o.invoice_id = i.id
    join customer c on c.organization_id = i.organization_id and c.id = o.customer_id
    where i.organization_id = current_organization()
    order by i.number collate "C", o.position`)
  return rows.map(({ line }) => line)
}

export const header = 'N° pièce;Tiers;Date fact.;Ech.;Mt TTC;Solde;Mail compta;Rep;Chantier;Analyt.'

/** A CSV of the ten columns of a French sales program. */
export const sales = (...lines: string[]): string => `${[header, ...lines].join('\r\n')}\r\n`
