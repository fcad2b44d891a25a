import { describe, expect, it } from 'vitest'
import { today } from '../../invoices/testing/a-firm.ts'
import { enterPayment } from '../../payments/enter-payment.ts'
import { reversePayment } from '../../payments/reverse-payment.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { applyFile } from '../applying/apply-file.ts'
import { startImport } from '../applying/start-import.ts'
import { aDesk, type Desk, factsOf, invoicesOf, sales } from '../testing/a-desk.ts'

const database = await testDatabase()

const first = sales(
  'F-1;Castel;15/09/2026;15/10/2026;1000,00;400,00;compta@castel.example;;;',
  'F-2;Brun;15/09/2026;15/10/2026;500,00;500,00;;;;',
)
const second = sales(
  'F-1;Castel;15/09/2026;31/10/2026;1100,00;100,00;;;;',
  'F-2;Brun;15/09/2026;15/10/2026;500,00;500,00;comptes@brun.example;;;',
  'F-3;Neuf;15/09/2026;15/10/2026;700,00;700,00;;;;',
)

/** What there is apart from the journal, which keeps both the import and its undoing, and numbers that moved on. */
const factsWithoutJournal = async (desk: Desk): Promise<string[]> =>
  (await factsOf(desk)).filter((line) => !line.startsWith('journal'))

const itemOf = async (desk: Desk, number: string): Promise<{ item: number; customer: number }> => {
  const [found] = await desk.rows<{ item: number; customer: number }>(sql`
    select o.id as item, o.customer_id as customer from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization() and i.number = ${number}`)
  if (!found) throw new Error(`${number} is not there`)
  return found
}

const pay = async (desk: Desk, number: string, amount: number): Promise<number> => {
  const { item, customer } = await itemOf(desk, number)
  return desk.firm.work((db) =>
    enterPayment(db, {
      input: {
        customerId: customer,
        receivedOn: '2026-11-20',
        amount: { amount, currency: 'EUR' },
        means: 'transfer',
        reference: null,
        allocations: [{ openItemId: item, amount }],
        differences: [],
        entryKey: `${desk.firm.organization}-${number}-${amount}`,
      },
      today,
      factsChanged: desk.firm.factsChanged,
    }),
  )
}

describe('undoing an import', () => {
  it('leaves nothing of a first import but the journal', async () => {
    const desk = await aDesk(database)
    const { id } = await desk.bring(first)
    await desk.undo(id)
    expect(await factsWithoutJournal(desk)).toEqual([])
    expect(await desk.shown(id)).toMatchObject({ state: 'undone', undoUntil: null })
    const acts = await desk.rows<{ act: string }>(
      sql`select act from journal where organization_id = current_organization() order by id`,
    )
    expect(acts.map(({ act }) => act)).toEqual(['imported', 'undone'])
    await expect(desk.undo(id)).rejects.toMatchObject({ code: 'undoIsOver' })
    await desk.bring(first)
    expect(await invoicesOf(desk)).toHaveLength(2)
  })

  it('gives back what a second import changed, to the cent and the day', async () => {
    const desk = await aDesk(database)
    await desk.bring(first)
    const before = await factsWithoutJournal(desk)
    const { id } = await desk.bring(second)
    expect(await invoicesOf(desk)).toHaveLength(3)
    await desk.undo(id)
    expect(await factsWithoutJournal(desk)).toEqual(before)
  })

  it('keeps a payment that came before the import it undoes', async () => {
    const desk = await aDesk(database)
    await desk.bring(first)
    await pay(desk, 'F-1', 30_000)
    const before = await factsWithoutJournal(desk)
    const { id } = await desk.bring(second)
    await desk.undo(id)
    expect(await factsWithoutJournal(desk)).toEqual(before)
  })

  it('keeps a customer somebody has used since', async () => {
    const desk = await aDesk(database)
    const { id } = await desk.bring(first)
    const { customer } = await itemOf(desk, 'F-2')
    await desk.firm.invoice({ customer, number: 'F-100' })
    await desk.undo(id)
    expect((await invoicesOf(desk)).map((line) => line.split(' ').slice(0, 2))).toEqual([['Brun', 'F-100']])
  })
})

describe('an import on its way', () => {
  const large = sales(
    ...Array.from({ length: 2500 }, (_, n) => `F-${n};Client ${n % 50};15/09/2026;15/10/2026;100,00;40,00;;;;oui`),
  ).replace('Analyt.', 'En litige')

  it('stops when it is undone, and nothing of it is left', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(large)
    await desk.firm.work((db) => startImport(db, file, { rememberMapping: false, chasedUpTo: null }))
    let batches = 0
    let undoing: Promise<void> | undefined
    const note = async (db: Db, items: readonly number[]): Promise<number[]> => {
      // Asked for in the middle of a batch, it waits for its end.
      if (++batches === 2) undoing = desk.undo(file)
      return desk.work.disputed.note(db, items)
    }
    const work = { ...desk.work, disputed: { ...desk.work.disputed, note } }
    await applyFile(work, desk.firm.organization, file)
    await undoing
    expect(batches).toBe(2)
    expect(await desk.shown(file)).toMatchObject({ state: 'undone' })
    expect(await factsWithoutJournal(desk)).toEqual([])
    await desk.bring(large)
    expect(await invoicesOf(desk)).toHaveLength(2500)
  })

  it('that broke off can be undone as well as gone on with', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(large)
    await desk.firm.work((db) => startImport(db, file, { rememberMapping: false, chasedUpTo: null }))
    let batches = 0
    const note = async (): Promise<number[]> => {
      if (++batches === 2) throw new Error('the disk is full')
      return []
    }
    const work = { ...desk.work, disputed: { ...desk.work.disputed, note } }
    await expect(applyFile(work, desk.firm.organization, file)).rejects.toThrow('the disk is full')
    expect(await desk.shown(file)).toMatchObject({ state: 'failed', error: { code: 'stopped.application' } })
    expect(await invoicesOf(desk)).toHaveLength(100)
    await desk.undo(file)
    expect(await factsWithoutJournal(desk)).toEqual([])
    await expect(desk.undo(file)).rejects.toMatchObject({ code: 'undoIsOver' })
  })
})

describe('an import that somebody built on', () => {
  const refused = async (desk: Desk, id: number) => {
    const before = await factsOf(desk)
    const error = await desk.undo(id).catch((thrown: unknown) => thrown as { code: string; sentence: { fr: string } })
    expect(await factsOf(desk)).toEqual(before)
    expect(error).toMatchObject({ code: 'builtOn' })
    return error?.sentence.fr
  }

  it('by a payment cannot be undone', async () => {
    const desk = await aDesk(database)
    const { id } = await desk.bring(first)
    await pay(desk, 'F-2', 10_000)
    expect(await refused(desk, id)).toContain('1 règlement s’y appuient')
  })

  it('by reversing what it said was paid cannot be undone', async () => {
    const desk = await aDesk(database)
    const { id } = await desk.bring(first)
    const [paid] = await desk.rows<{ id: number }>(
      sql`select id from payment where organization_id = current_organization()`,
    )
    await desk.firm.work((db) =>
      reversePayment(db, {
        payment: paid?.id ?? 0,
        reason: 'mistake',
        note: null,
        today,
        factsChanged: desk.firm.factsChanged,
      }),
    )
    expect(await refused(desk, id)).toContain('règlement')
  })

  it('by a later import, a promise, a dispute, a message or a task cannot be undone, and is told all of them', async () => {
    const desk = await aDesk(database)
    const { id } = await desk.bring(first)
    await desk.bring(second)
    const { item, customer } = await itemOf(desk, 'F-2')
    await desk.firm.work(async (db) => {
      await db.run(sql`
        with p as (insert into promise (organization_id, customer_id, promised_for, currency, amount, noted_on)
          values (current_organization(), ${customer}, '2026-12-01', 'EUR', 100, ${today}) returning id)
        insert into promise_item (organization_id, promise_id, open_item_id) select current_organization(), id, ${item} from p`)
      await db.run(sql`
        with d as (insert into dispute (organization_id, customer_id, reason, opened_on)
          values (current_organization(), ${customer}, 'amount', ${today}) returning id)
        insert into dispute_item (organization_id, dispute_id, open_item_id) select current_organization(), id, ${item} from d`)
      await db.run(sql`
        with r as (insert into reminder (organization_id, customer_id, legal_entity_id, about, tone, carrying_item_id, state,
            decided_on, message_id, sent_at)
          values (current_organization(), ${customer}, ${desk.firm.legalEntity}, 'manual', 'friendly', ${item}, 'sent', ${today},
            ${`<${item}@test.example>`}, clock_timestamp()) returning id)
        insert into reminder_item (organization_id, reminder_id, open_item_id, days_late, currency, amount_due)
        select current_organization(), id, ${item}, 10, 'EUR', 50000 from r`)
      await db.run(sql`
        with t as (insert into task (organization_id, kind, customer_id, due_on, state, ended_at)
          values (current_organization(), 'call', ${customer}, ${today}, 'done', clock_timestamp()) returning id)
        insert into task_item (organization_id, task_id, open_item_id) select current_organization(), id, ${item} from t`)
    })
    expect(await refused(desk, id)).toBe(
      'Cet import ne peut plus être annulé : 1 promesse, 1 litige, 1 relance envoyée, 1 action terminée, 1 autre import s’y appuient. Rien n’a été modifié ; corrigez les factures une à une.',
    )
  })

  it('by a change made by hand cannot be undone', async () => {
    const desk = await aDesk(database)
    await desk.bring(first)
    const { id } = await desk.bring(second)
    await desk.firm.work((db) =>
      db.run(
        sql`update invoice set project = 'Accueil' where organization_id = current_organization() and number = 'F-1'`,
      ),
    )
    expect(await refused(desk, id)).toContain('1 facture modifiée depuis')
  })

  it('a day ago cannot be undone', async () => {
    const desk = await aDesk(database)
    const { id } = await desk.bring(first)
    await desk.firm.work((db) =>
      db.run(sql`
        update source_file set imported_at = imported_at - interval '24 hours 1 second'
        where organization_id = current_organization() and id = ${id}`),
    )
    await expect(desk.undo(id)).rejects.toMatchObject({ code: 'undoIsOver' })
  })
})
