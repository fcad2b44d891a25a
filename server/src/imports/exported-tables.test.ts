import { describe, expect, it } from 'vitest'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { aDesk, factsOf } from './testing/a-desk.ts'

const database = await testDatabase()

const agedBalance = `ATELIER VAUQUELIN;;;;;;
Balance âgée clients au 22/11/2026;;;;;;
N° pièce;Date;Échéance;Non échu;0-30;31-60;60+
411BRUN  Brun & Fils;;;;;;
FA0101;01/09/2026;01/10/2026;;;1 200,00;
FA0155;20/10/2026;20/11/2026;;300,50;;
Total 411BRUN;;;0,00;300,50;1 200,00;0,00
411CAST  Menuiseries Castel;;;;;;
FA0160;15/11/2026;15/12/2026;80,00;;;
AV0009;16/11/2026;16/11/2026;;-20,00;;
Total 411CAST;;;80,00;-20,00;0,00;0,00
Total général;;;80,00;280,50;1 200,00;0,00
`

const journal = `Journal;Date;Pièce;Compte;Tiers;Libellé;Débit;Crédit
VT;01/10/2026;F-1;411BRUN;Brun & Fils;Facture;12,00;
VT;01/10/2026;F-1;706000;;Facture;;10,00
VT;01/10/2026;F-1;445710;;Facture;;2,00
VT;02/10/2026;A-2;411BRUN;Brun & Fils;Avoir;;6,00
VT;02/10/2026;A-2;706000;;Avoir;6,00;
`

describe('a table as accounting software exports it', () => {
  it('goes in to the cent, changes nothing the second time, and comes out again', async () => {
    const desk = await aDesk(database)
    const before = await factsOf(desk)
    const shown = await desk.bring(agedBalance)
    expect(shown.format).toMatchObject({ headerLine: 3, forms: ['customerTitles', 'agedColumns'] })
    expect(
      await desk.rows(sql`
        select c.code, c.name, sum(o.amount_due)::float8 as due
        from customer c join open_item o on o.customer_id = c.id
        group by c.organization_id, c.id, c.code, c.name order by c.code`),
    ).toEqual([
      { code: '411BRUN', name: 'Brun & Fils', due: 150_050 },
      { code: '411CAST', name: 'Menuiseries Castel', due: 6000 },
    ])
    const once = await factsOf(desk)
    expect((await desk.shown(await desk.drop(agedBalance))).summary).toMatchObject({ unchangedInvoices: 4, toFix: 0 })
    await desk.apply(await desk.drop(agedBalance))
    expect(await factsOf(desk)).toEqual(once)
    await desk.undo(shown.id)
    expect((await factsOf(desk)).filter((fact) => !fact.startsWith('journal'))).toEqual(before)
  })

  it('as a journal of sales gives its invoices and credit notes with their terms', async () => {
    const desk = await aDesk(database)
    const shown = await desk.shown(await desk.drop(journal))
    expect(shown.format?.forms).toEqual(['journal'])
    expect(shown.summary).toMatchObject({ ready: 2, toFix: 0, total: [{ amount: 600, currency: 'EUR' }] })
    expect(shown.summary?.warnings.map(({ code }) => code)).toContain('dueDateFromTerms')
  })

  it('as a journal with payments says what to export', async () => {
    const desk = await aDesk(database)
    const paid = `${journal}BQ;20/10/2026;R-1;411BRUN;Brun & Fils;Virement;;12,00\nBQ;20/10/2026;R-1;512000;;Virement;12,00;\n`
    expect((await desk.shown(await desk.drop(paid))).error).toMatchObject({ code: 'journalHoldsPayments' })
  })
})
