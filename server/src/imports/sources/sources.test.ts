import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { missAgain, noteStillOwed } from '../../invoices/still-owed.ts'
import { fixedClock } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { applyFile } from '../applying/apply-file.ts'
import { startImport } from '../applying/start-import.ts'
import { aDesk, type Desk, factsOf, sales } from '../testing/a-desk.ts'
import type { Holds } from './give-source.ts'
import { isManyVanished, wouldVanish } from './would-vanish.ts'

const database = await testDatabase()

const castel = 'F-1;Castel;15/09/2026;15/10/2026;1000,00;400,00;;;;'
const brun = 'F-2;Brun;15/09/2026;15/10/2026;500,00;500,00;;;;'
const paid = 'F-3;Neuf;15/09/2026;15/10/2026;700,00;0,00;;;;'
const other = 'Facture;Client;Date;Échéance;Total TTC\nF-1;Castel;15/09/2026;15/10/2026;1000,00\n'

const sources = (desk: Desk) =>
  desk.rows<{ name: string; kind: string; holds: Holds; last: string | null }>(sql`
    select name, kind, holds, last_good_import_at as last from source
    where organization_id = current_organization() order by id`)

/** Number, name of its source, and the day it was found missing. */
const stated = async (desk: Desk): Promise<string[]> =>
  (
    await desk.rows<{ line: string }>(sql`
      select concat_ws(' ', i.number, s.name, i.missing_since) as line from invoice i
      left join source s on s.organization_id = i.organization_id and s.id = i.source_id
      where i.organization_id = current_organization() order by i.number`)
  ).map(({ line }) => line)

async function bringOn(desk: Desk, day: string, content: string, holds?: Holds): Promise<number> {
  const work = { ...desk.work, clock: fixedClock(`${day}T08:00:00Z`) }
  const file = await desk.drop(content, 'Export_Sage_2026-11.csv')
  await desk.firm.work((db) =>
    startImport(db, file, { rememberMapping: false, chasedUpTo: null, ...(holds && { holds }) }),
  )
  await applyFile(work, desk.firm.organization, file)
  return file
}

describe('where invoices come from', () => {
  it('files of one layout are one source, named after the first; another layout is another', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel))
    await bringOn(desk, '2026-11-17', sales(castel, brun))
    await desk.apply(await desk.drop(other, 'autre logiciel.csv'))
    expect(await sources(desk)).toEqual([
      { name: 'Export Sage', kind: 'upload', holds: 'some', last: '2026-11-17T08:00:00Z' },
      { name: 'autre logiciel', kind: 'upload', holds: 'some', last: '2026-11-23T08:00:00Z' },
    ])
  })

  it('an invoice remembers who stated it last, also when that changed nothing of it', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun))
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage'])
    const { summary } = await desk.apply(await desk.drop(other, 'autre logiciel.csv'))
    expect(summary).toMatchObject({ unchangedInvoices: 1, changedInvoices: 0 })
    expect(await stated(desk)).toEqual(['F-1 autre logiciel', 'F-2 Export Sage'])
  })

  it('undoing the import puts back who stated it before, and the age of the source', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun))
    const before = await factsOf(desk)
    const file = await desk.drop(other, 'autre logiciel.csv')
    await desk.apply(file)
    await desk.undo(file)
    expect((await factsOf(desk)).filter((line) => line.startsWith('invoice'))).toEqual(
      before.filter((line) => line.startsWith('invoice')),
    )
    const again = await bringOn(desk, '2026-11-18', sales(castel, brun))
    expect((await sources(desk))[0]?.last).toBe('2026-11-18T08:00:00Z')
    await desk.undo(again)
    expect((await sources(desk)).map(({ last }) => last)).toEqual(['2026-11-16T08:00:00Z', null])
  })

  it('the same file again writes no invoice', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun))
    const written = () =>
      desk.rows(
        sql`select xmin::text, ctid::text from invoice where organization_id = current_organization() order by id`,
      )
    const before = await written()
    await bringOn(desk, '2026-11-17', sales(castel, brun))
    expect(await written()).toEqual(before)
  })
})

describe('an invoice that vanished', () => {
  it('is missed in a file said to hold every open one, and stays in the books', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun, paid))
    await bringOn(desk, '2026-11-17', sales(castel), 'allOpen')
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage 2026-11-17', 'F-3 Export Sage'])
    expect(
      await desk.rows(sql`
      select details from journal where organization_id = current_organization() and act = 'missing'`),
    ).toEqual([{ details: { name: 'Export_Sage_2026-11.csv', invoices: 1, numbers: ['F-2'] } }])
  })

  it('is missed by files that say all of it only', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun))
    await bringOn(desk, '2026-11-17', sales(castel))
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage'])
  })

  it('what is said of a source once holds for its next files; the first day it was missed stays', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun), 'allOpen')
    await bringOn(desk, '2026-11-17', sales(castel))
    await bringOn(desk, '2026-11-18', sales(castel))
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage 2026-11-17'])
  })

  it('is another source’s business when another source stated it', async () => {
    const desk = await aDesk(database)
    await desk.apply(await desk.drop(other, 'autre logiciel.csv'))
    await bringOn(desk, '2026-11-17', sales(brun), 'all')
    expect(await stated(desk)).toEqual(['F-1 autre logiciel', 'F-2 Export Sage'])
  })

  it('is missing no more when it comes back, and its customer is decided for', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun))
    await bringOn(desk, '2026-11-17', sales(castel), 'allOpen')
    desk.firm.asked.length = 0
    await bringOn(desk, '2026-11-18', sales(castel, brun))
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage'])
    const [customer] = await desk.rows<{ id: number }>(sql`
      select id from customer where organization_id = current_organization() and name = 'Brun'`)
    expect(desk.firm.asked).toContain(customer?.id)
  })

  it('is not missed when the import that missed it is undone, and missed again when the one that brought it back is', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun))
    const missing = await bringOn(desk, '2026-11-17', sales(castel), 'allOpen')
    const back = await bringOn(desk, '2026-11-18', sales(castel, brun))
    await desk.undo(back)
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage 2026-11-17'])
    await desk.undo(missing)
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage'])
  })

  it('is not missed when its row is there to be fixed, nor when a row cannot be told', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun))
    await bringOn(desk, '2026-11-17', sales(castel, 'F-2;Brun;15/09/2026;31/02/2026;500,00;500,00;;;;'), 'allOpen')
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage'])
  })

  it('is told before the import, as long as nothing is marked', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun, paid))
    const file = await desk.drop(sales(castel.replace('F-1', 'f-1')), 'Export_Sage_2026-11.csv')
    const told = () => desk.firm.work((db) => wouldVanish(db, file))
    expect(await told()).toEqual({ count: 1, of: 2, numbers: ['F-2'], hasUnread: false })
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage', 'F-3 Export Sage'])
    expect(isManyVanished(await told())).toBe(false)
    expect(isManyVanished({ count: 6, of: 20, numbers: [], hasUnread: false })).toBe(true)
    expect(isManyVanished({ count: 6, of: 40, numbers: [], hasUnread: false })).toBe(false)
  })

  it('is missing no more once a person says it is owed, also in the next files, until one states it again', async () => {
    const desk = await aDesk(database)
    await bringOn(desk, '2026-11-16', sales(castel, brun))
    const file = await bringOn(desk, '2026-11-17', sales(castel), 'allOpen')
    const [invoice] = await desk.rows<{ id: number }>(sql`
      select id from invoice where organization_id = current_organization() and number = 'F-2'`)
    const id = invoice?.id ?? 0
    await desk.firm.work((db) => noteStillOwed(db, id, desk.firm.factsChanged))
    await bringOn(desk, '2026-11-18', sales(castel))
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2'])
    const missed = { since: asDate('2026-11-17'), fileId: file }
    await desk.firm.work((db) => missAgain(db, id, missed, desk.firm.factsChanged))
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage 2026-11-17'])
    await desk.firm.work((db) => noteStillOwed(db, id, desk.firm.factsChanged))
    await bringOn(desk, '2026-11-19', sales(castel, brun))
    await bringOn(desk, '2026-11-20', sales(castel))
    expect(await stated(desk)).toEqual(['F-1 Export Sage', 'F-2 Export Sage 2026-11-20'])
  })
})
