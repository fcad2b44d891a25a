import { openDispute } from '../disputes/open-dispute.ts'
import { declareChased } from '../dunning/declare-chased.ts'
import { decideAgain } from '../dunning/run/daily-run.ts'
import { loadRunContext } from '../dunning/run/run-context.ts'
import type { ImportWork } from '../imports/import-work.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/connection.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What bringing in a file asks of the words below it: chased before, disputed, decide again. */
export const importWork = ({ database, clock }: { database: Database; clock: Clock }): ImportWork => ({
  database,
  clock,
  factsChanged: (db, customers) => decideAgain(db, customers, clock.now()),
  declareChased: async (db, items, stepKey) => {
    await declareChased(db, items, stepKey, await loadRunContext(db, clock.now()))
  },
  disputed: { note: (db, items) => noteDisputes(db, items, clock), forget: forgetDisputes },
})

/** One dispute a customer; whoever brings in the file has its customers decided again afterwards. */
async function noteDisputes(db: Db, items: readonly number[], clock: Clock): Promise<number[]> {
  const { today } = await loadRunContext(db, clock.now())
  const disputes: number[] = []
  for (const { customer, some, language } of await byCustomer(db, items)) {
    const note = language === 'fr' ? 'En litige selon le fichier importé.' : 'Disputed, according to the imported file.'
    const asked = { customer, items: some, reason: 'other', note, owner: null } as const
    disputes.push(await openDispute(db, asked, { today, factsChanged: async () => undefined }))
  }
  return disputes
}

const byCustomer = (db: Db, items: readonly number[]) =>
  db.rows<{ customer: number; some: number[]; language: 'fr' | 'en' }>(sql`
    select i.customer_id as customer, array_agg(i.id order by i.id) as some, min(o.language) as language
    from open_item i join organization o on o.organization_id = i.organization_id
    where i.organization_id = current_organization() and i.id = any(${items})
    group by i.customer_id order by i.customer_id`)

const forgetDisputes = async (db: Db, disputes: readonly number[]): Promise<void> => {
  await db.run(sql`delete from dispute where organization_id = current_organization() and id = any(${disputes})`)
}
