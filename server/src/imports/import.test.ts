import { describe, expect, it } from 'vitest'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { refusedSinceCheck } from './staging/summary.ts'
import { aDesk, factsOf, invoicesOf, sales } from './testing/a-desk.ts'

const database = await testDatabase()

const five = sales(
  'F-2026-0961;BRASSERIE SAINT-AUBIN;20/11/2026;20/12/2026;2160,00;2160,00;factures@saint-aubin.example;CB;Entretien annuel;706200',
  'F-2026-0957;Menuiseries Castel;15/09/2026;15/10/2026;6540,00;1540,00;compta@castel.example;CB;Accueil;706100',
  'F-2026-0955;Brun & Fils;28/08/2026;27/09/2026;9300,00;9300,00;;XX;;706100',
  'F-2026-0940;Menuiseries Castel;01/08/2026;31/08/2026;1 200,50;0,00;compta@castel.example;;;706100',
  'AV-2026-0012;Brun & Fils;01/10/2026;01/10/2026;-300,00;-300,00;;;;706100',
)

describe('a file of invoices', () => {
  it('is checked before anything is written', async () => {
    const desk = await aDesk(database)
    const before = await factsOf(desk)
    const shown = await desk.shown(await desk.drop(five))
    expect(shown.state).toBe('checked')
    expect(shown.columns.map(({ field }) => field)).toEqual([
      'invoiceNumber',
      'customerName',
      'issueDate',
      'dueDate',
      'totalAmount',
      'amountDue',
      'invoicingEmail',
      'salesRep',
      'project',
      null,
    ])
    expect(shown.summary).toEqual({
      ready: 5,
      toFix: 0,
      newInvoices: 5,
      changedInvoices: 0,
      unchangedInvoices: 0,
      newCustomers: 3,
      customers: null,
      total: [{ amount: 1_890_050, currency: 'EUR' }],
      amountDue: [{ amount: 1_270_000, currency: 'EUR' }],
      alreadyLate: 2,
      from: '2026-08-01',
      to: '2026-11-20',
      warnings: [
        {
          code: 'salesRepUnknown',
          count: 1,
          firstLine: 4,
          sentence:
            'Commercial «\u00a0XX\u00a0» inconnu\u00a0: laissé vide. Ajoutez cette personne, puis importez de nouveau.',
        },
      ],
    })
    expect(shown.preview.map(({ invoiceNumber }) => invoiceNumber)).toEqual([
      'F-2026-0961',
      'F-2026-0957',
      'F-2026-0955',
    ])
    expect(await factsOf(desk)).toEqual(before)
  })

  it('brings in customers, mailboxes, invoices and what was paid before', async () => {
    const desk = await aDesk(database)
    const shown = await desk.bring(five)
    expect(shown.state).toBe('imported')
    expect(await invoicesOf(desk)).toEqual([
      'Brun & Fils AV-2026-0012 creditNote 2026-10-01 2026-10-01 -30000 -30000 EUR',
      'Menuiseries Castel F-2026-0940 invoice 2026-08-01 2026-08-31 120050 0 EUR',
      'Brun & Fils F-2026-0955 invoice 2026-08-28 2026-09-27 930000 930000 EUR',
      'Menuiseries Castel F-2026-0957 invoice 2026-09-15 2026-10-15 654000 154000 EUR',
      'BRASSERIE SAINT-AUBIN F-2026-0961 invoice 2026-11-20 2026-12-20 216000 216000 EUR',
    ])
    expect(
      await desk.rows(sql`
        select amount, unallocated, origin, means, entry_key as key, received_on as on from payment
        where organization_id = current_organization() order by amount`),
    ).toEqual([
      {
        amount: 120_050,
        unallocated: 0,
        origin: 'import',
        means: 'other',
        key: `import:${desk.firm.legalEntity}:F-2026-0940`,
        on: '2026-08-31',
      },
      {
        amount: 500_000,
        unallocated: 0,
        origin: 'import',
        means: 'other',
        key: `import:${desk.firm.legalEntity}:F-2026-0957`,
        on: '2026-10-15',
      },
    ])
    expect(
      await desk.rows(sql`
        select c.name, o.email, o.role, c.sales_rep_id = ${desk.firm.person} as "isClaires" from contact o
        join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
        where o.organization_id = current_organization() order by c.name collate "C"`),
    ).toEqual([
      { name: 'BRASSERIE SAINT-AUBIN', email: 'factures@saint-aubin.example', role: 'invoices', isClaires: true },
      { name: 'Menuiseries Castel', email: 'compta@castel.example', role: 'invoices', isClaires: true },
    ])
    expect(
      await desk.rows(sql`
        select act, thing, details from journal where organization_id = current_organization() and thing = 'source_file'`),
    ).toEqual([
      {
        act: 'imported',
        thing: 'source_file',
        details: {
          name: 'export_ventes_2026.csv',
          rows: 5,
          refused: 0,
          invoices: 5,
          changedInvoices: 0,
          customers: 3,
          changedCustomers: 0,
          files: 0,
          contacts: 2,
          payments: 2,
        },
      },
    ])
  })

  it('imported a second time changes nothing at all', async () => {
    const desk = await aDesk(database)
    await desk.bring(five)
    const after = await factsOf(desk)
    const again = await desk.bring(five)
    expect(again.summary).toMatchObject({
      ready: 5,
      newInvoices: 0,
      changedInvoices: 0,
      unchangedInvoices: 5,
      newCustomers: 0,
    })
    expect(await factsOf(desk)).toEqual(after)
  })

  it('brings no more the second time because a later row named a customer whom an earlier one did not', async () => {
    const desk = await aDesk(database)
    await desk.bring(sales('F-0;Michael Brooks;04/11/2026;04/12/2026;90,00;90,00;;;;'))
    const rows = [
      'N° pièce;Code client;Tiers;Date fact.;Ech.;Mt TTC',
      'F-1;C001;BROOKS corporation;04/11/2026;04/12/2026;90,00',
      'F-2;C001;Brk systems;04/11/2026;04/12/2026;10,00',
      'F-3;C002;BROOKS;04/11/2026;04/12/2026;20,00',
      '',
    ].join('\r\n')
    const first = await desk.bring(rows)
    expect(first.summary).toMatchObject({ newInvoices: 2, toFix: 1 })
    expect(first.refusals.map(({ code, invoiceNumber }) => `${code} ${invoiceNumber}`)).toEqual(['unknownCustomer F-3'])
    const once = await factsOf(desk)
    expect((await desk.bring(rows)).summary).toMatchObject({ newInvoices: 0, toFix: 1 })
    expect(await factsOf(desk)).toEqual(once)
  })

  it('knows a customer without a code by the code that an earlier row gave it', async () => {
    const desk = await aDesk(database)
    await desk.bring(
      sales('F-0;M B;04/11/2026;04/12/2026;90,00;90,00;;;;', 'F-00;Company B;04/11/2026;04/12/2026;9,00;9,00;;;;'),
    )
    const rows = [
      'N° pièce;Code client;Tiers;Date fact.;Ech.;Mt TTC',
      'F-1;C001;M B;04/11/2026;04/12/2026;90,00',
      'F-2;C001;M B foundation;04/11/2026;04/12/2026;10,00',
      '',
    ].join('\r\n')
    expect((await desk.bring(rows)).summary).toMatchObject({ newInvoices: 2, toFix: 0 })
    const once = await factsOf(desk)
    expect((await desk.bring(rows)).summary).toMatchObject({ newInvoices: 0, unchangedInvoices: 2, toFix: 0 })
    expect(await factsOf(desk)).toEqual(once)
  })

  it('checked before the same file went in says what came of it, not what would have', async () => {
    const desk = await aDesk(database)
    const [first, second] = [await desk.drop(five), await desk.drop(five)]
    expect((await desk.apply(first)).summary).toMatchObject({ newInvoices: 5, unchangedInvoices: 0, newCustomers: 3 })
    const after = await factsOf(desk)
    expect((await desk.apply(second)).summary).toMatchObject({ newInvoices: 0, unchangedInvoices: 5, newCustomers: 0 })
    expect(await factsOf(desk)).toEqual(after)
  })

  it('says nothing of the invoices it no longer holds', async () => {
    const desk = await aDesk(database)
    await desk.bring(five)
    const after = await factsOf(desk)
    await desk.bring(sales(five.split('\r\n')[1] ?? ''))
    expect(await factsOf(desk)).toEqual(after)
  })

  it('of one organisation is not seen by another', async () => {
    const desk = await aDesk(database)
    const other = await aDesk(database, 'Ateliers Réunis')
    const id = await desk.drop(five)
    await desk.apply(id)
    expect(await factsOf(other)).toEqual([])
    await expect(other.shown(id)).rejects.toMatchObject({ status: 404 })
    await other.bring(five)
    expect(await invoicesOf(other)).toEqual(await invoicesOf(desk))
  })
})

describe('a changed invoice', () => {
  const one = (due: string, total: string, left: string) =>
    sales(`F-1;Menuiseries Castel;15/09/2026;${due};${total};${left};;;;`)

  it('is updated, and the journal says what was and what is', async () => {
    const desk = await aDesk(database)
    await desk.bring(one('15/10/2026', '1000,00', '1000,00'))
    const shown = await desk.bring(one('30/10/2026', '1200,00', '1200,00'))
    expect(shown.summary).toMatchObject({ newInvoices: 0, changedInvoices: 1 })
    expect(await invoicesOf(desk)).toEqual(['Menuiseries Castel F-1 invoice 2026-09-15 2026-10-30 120000 120000 EUR'])
    expect(
      await desk.rows(sql`
        select details from journal where organization_id = current_organization() and thing = 'invoice' and act = 'changed'`),
    ).toEqual([
      {
        details: {
          number: 'F-1',
          file: 'export_ventes_2026.csv',
          line: 2,
          currency: 'EUR',
          changes: [
            { field: 'total', from: 100_000, to: 120_000 },
            { field: 'amountDue', from: 100_000, to: 120_000 },
            { field: 'dueDate', from: '2026-10-15', to: '2026-10-30' },
          ],
        },
      },
    ])
  })

  it('with less left to pay gets the missing payment only, whatever a person entered meanwhile', async () => {
    const desk = await aDesk(database)
    await desk.bring(one('15/10/2026', '1000,00', '900,00'))
    await desk.bring(one('15/10/2026', '1000,00', '250,00'))
    await desk.bring(one('15/10/2026', '1000,00', '250,00'))
    const paid = await desk.rows<{ amount: number }>(sql`
      select amount from payment where organization_id = current_organization() order by id`)
    expect(paid.map(({ amount }) => amount)).toEqual([10_000, 65_000])
    expect(await invoicesOf(desk)).toEqual(['Menuiseries Castel F-1 invoice 2026-09-15 2026-10-15 100000 25000 EUR'])
  })

  it('whose total falls below what is paid is refused with the amount paid', async () => {
    const desk = await aDesk(database)
    await desk.bring(one('15/10/2026', '1000,00', '100,00'))
    const before = await factsOf(desk)
    const shown = await desk.bring(one('15/10/2026', '500,00', '500,00'))
    expect(shown.refusals).toMatchObject([{ line: 2, code: 'paymentsStand', field: 'totalAmount' }])
    expect(shown.refusals[0]?.sentence).toContain('900,00')
    expect(await factsOf(desk)).toEqual(before)
  })

  it('lets what a file says go before what it leaves out', async () => {
    const desk = await aDesk(database)
    await desk.bring(sales('F-1;Castel;15/09/2026;15/10/2026;1000,00;1000,00;;;Accueil;'))
    await desk.bring('N° pièce;Tiers;Ech.;Mt TTC;Solde\r\nF-1;Castel;15/10/2026;1000,00;1000,00\r\n')
    const [invoice] = await desk.rows<{ project: string }>(
      sql`select project from invoice where organization_id = current_organization()`,
    )
    expect(invoice).toEqual({ project: 'Accueil' })
  })
})

describe('an invoice of several rows', () => {
  const rows = [
    'F-7;Castel;15/09/2026;30/09/2026;300,00;0,00;;;;',
    'F-8;Brun;15/09/2026;15/10/2026;50,00;50,00;;;;',
    'F-7;Castel;15/09/2026;31/12/2026;700,00;700,00;;;;',
  ]

  it('is one invoice of several due lines, wherever its rows stand', async () => {
    const desk = await aDesk(database)
    const shown = await desk.bring(sales(...rows))
    expect(shown.summary).toMatchObject({ ready: 3, newInvoices: 2 })
    expect(await invoicesOf(desk)).toEqual([
      'Castel F-7 invoice 2026-09-15 2026-09-30 30000 0 EUR',
      'Castel F-7 invoice 2026-09-15 2026-12-31 70000 70000 EUR',
      'Brun F-8 invoice 2026-09-15 2026-10-15 5000 5000 EUR',
    ])
    const before = await factsOf(desk)
    await desk.bring(sales(...rows))
    expect(await factsOf(desk)).toEqual(before)
  })
})

describe('what else a file says', () => {
  it('makes disputes and rungs already climbed of late items only, and direct debits that nobody chases', async () => {
    const desk = await aDesk(database)
    await desk.firm.work((db) =>
      db.run(sql`
        with made as (
          insert into scenario (organization_id, name) values (current_organization(), 'Standard') returning id),
        usual as (
          insert into default_scenario (organization_id, category, scenario_id) select current_organization(), 'company', id from made)
        insert into scenario_step (organization_id, scenario_id, version, position, key, delay_days, channel, tone, assignee)
        select current_organization(), id, 1, 1, 'd14', 14, 'email', 'neutral', 'salesRep' from made`),
    )
    const file = await desk.drop(
      [
        'N° facture;Client;Date facture;Échéance;Montant TTC;Mode de règlement;Litige',
        'F-1;Castel;01/09/2026;30/09/2026;100,00;Virement;Non',
        'F-2;Castel;01/11/2026;31/12/2026;200,00;Virement;Non',
        'F-3;Brun;01/09/2026;30/09/2026;300,00;Prélèvement;Oui',
      ].join('\n'),
    )
    await expect(desk.apply(file, { chasedUpTo: 'd99' })).rejects.toMatchObject({ code: 'unknownStep' })
    await desk.apply(file, { chasedUpTo: 'd14' })
    const items = await desk.rows<{ id: number; number: string; automatic: boolean; disputed: boolean }>(sql`
      select o.id, i.number, o.automatic_means as automatic, exists (
        select from dispute_item d where d.organization_id = o.organization_id and d.open_item_id = o.id) as disputed
      from open_item o join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
      where o.organization_id = current_organization() order by i.number`)
    expect(items).toMatchObject([
      { number: 'F-1', automatic: false, disputed: false },
      { number: 'F-2', automatic: false, disputed: false },
      { number: 'F-3', automatic: true, disputed: true },
    ])
    expect(desk.chased).toEqual([{ items: [items[0]?.id, items[2]?.id], step: 'd14' }])
  })

  it('believes, invoice by invoice, the level of reminder that other software reached', async () => {
    const desk = await aDesk(database)
    await desk.bring(
      [
        'N° facture;Client;Date facture;Échéance;Montant TTC;Niveau de relance',
        'F-1;Castel;01/09/2026;30/09/2026;100,00;2',
        'F-2;Castel;01/09/2026;30/09/2026;200,00;Niveau 2',
        'F-3;Brun;01/09/2026;30/09/2026;300,00;aucune',
        'F-4;Brun;01/11/2026;31/12/2026;300,00;1',
        'F-5;Brun;01/09/2026;30/09/2026;300,00;le mois dernier',
      ].join('\n'),
    )
    const items = await desk.rows<{ id: number; number: string }>(sql`
      select o.id, i.number from open_item o
      join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
      where o.organization_id = current_organization() order by i.number`)
    expect(items.map(({ number }) => number)).toEqual(['F-1', 'F-2', 'F-3', 'F-4'])
    expect(desk.chased).toEqual([
      { items: [items[0]?.id, items[1]?.id], level: 2 },
      { items: [items[3]?.id], level: 1 },
    ])
  })

  it('pauses the new invoices that the file wants nobody reminded of, and no more those that somebody resumed', async () => {
    const desk = await aDesk(database)
    const rows = [
      'N° facture;Client;Date facture;Échéance;Montant TTC;Ne pas relancer',
      'F-1;Castel;01/09/2026;30/09/2026;100,00;A',
      'F-1;Castel;01/09/2026;31/10/2026;100,00;A',
      'F-2;Castel;01/09/2026;30/09/2026;200,00;non',
      'A-1;Castel;01/09/2026;30/09/2026;-20,00;oui',
    ].join('\n')
    const paused = (): Promise<{ number: string; note: string }[]> =>
      desk.rows(sql`
        select i.number, o.pause_note as note from open_item o
        join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
        where o.organization_id = current_organization() and o.paused_on = '2026-11-23' order by i.number, o.position`)
    await desk.bring(rows)
    const note = 'Le fichier importé dit de ne pas relancer.'
    expect(await paused()).toEqual([
      { number: 'F-1', note },
      { number: 'F-1', note },
    ])
    await desk.rows(sql`
      update open_item set paused_on = null, pause_note = null where organization_id = current_organization() returning id`)
    await desk.bring(`${rows}\nF-3;Castel;01/09/2026;30/09/2026;50,00;x`)
    expect(await paused()).toEqual([{ number: 'F-3', note }])
  })

  it('finds the due date in the terms of the customer when the file has none', async () => {
    const desk = await aDesk(database)
    await desk.firm.customer({ name: 'Castel', paymentTerms: '60 jours' })
    await desk.bring(
      'N° facture;Client;Date facture;Montant TTC\nF-1;CASTEL;01/09/2026;100,00\nF-2;Brun;01/09/2026;100,00',
    )
    expect(await invoicesOf(desk)).toEqual([
      'Castel F-1 invoice 2026-09-01 2026-10-31 10000 10000 EUR',
      'Brun F-2 invoice 2026-09-01 2026-10-01 10000 10000 EUR',
    ])
  })

  it('gives its own code to a customer that had none', async () => {
    const desk = await aDesk(database)
    await desk.bring('N° facture;Client;Échéance;Montant TTC\nF-1;Castel;01/09/2026;100,00')
    await desk.bring('N° facture;Client;Code client;Échéance;Montant TTC\nF-2;Castel;411CAS;01/09/2026;100,00')
    expect(
      await desk.rows(sql`select code, name from customer where organization_id = current_organization()`),
    ).toEqual([{ code: '411CAS', name: 'Castel' }])
  })
})

it('an invoice that could no longer go in when the file went in is counted as such', async () => {
  const desk = await aDesk(database)
  const file = await desk.drop(five)
  const other = await desk.firm.customer()
  await desk.firm.invoice({ customer: other, number: 'F-2026-0961' })
  const since = () => desk.firm.work((db) => refusedSinceCheck(db, file))
  expect(await since()).toBe(0)
  const shown = await desk.apply(file)
  expect(shown.refusals).toMatchObject([{ invoiceNumber: 'F-2026-0961', code: 'numberTaken' }])
  expect(await since()).toBe(1)
})

it('a firm that imports is asked about the customers whose facts changed, once a batch', async () => {
  const desk = await aDesk(database)
  await desk.bring(five)
  const customers = await desk.rows<{ id: number }>(
    sql`select id from customer where organization_id = current_organization()`,
  )
  expect(new Set(desk.firm.asked)).toEqual(new Set(customers.map(({ id }) => id)))
  expect(desk.firm.asked).toHaveLength(3)
})
