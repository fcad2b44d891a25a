import { Readable } from 'node:stream'
import { decimalText } from '@quittance/core/money/format-money.ts'
import { describe, expect, it } from 'vitest'
import { dryRun } from '../testing/dry-run.ts'

const read = (...lines: readonly string[]) => dryRun(Readable.from([Buffer.from(`${lines.join('\n')}\n`)]))

/** Number, customer, code, due date and what is open of each invoice; then the lines refused, with their code. */
async function told(...lines: readonly string[]) {
  const { kind, invoices, refusals } = await read(...lines)
  return {
    kind,
    invoices: invoices.map((one) =>
      [
        one.number,
        one.customer.name,
        one.customer.code ?? '',
        one.dueDate ?? '',
        `${one.kind === 'creditNote' ? '-' : ''}${decimalText(one.amountDue)}`,
      ].join(' | '),
    ),
    refused: refusals.map(({ line, code }) => `${line} ${code}`),
  }
}

const skippedOf = async (...lines: readonly string[]): Promise<string[]> =>
  (await read(...lines)).table.skipped.map(({ line, reason }) => `${line} ${reason}`)

describe('an aged balance with one block a customer', () => {
  const balance = [
    'ATELIER VAUQUELIN;;;;;;;',
    'Balance âgée clients au 22/11/2026;;;;;;;',
    ';;;;;;;',
    'N° pièce;Date;Échéance;Non échu;0-30;31-60;60+;Total',
    '411BRUN  Brun & Fils;;;;;;;',
    'FA0101;01/09/2026;01/10/2026;;;1 200,00;;1 200,00',
    'FA0155;20/10/2026;20/11/2026;;300,50;;;300,50',
    'Total 411BRUN;;;0,00;300,50;1 200,00;0,00;1 500,50',
    '411CAST  Menuiseries Castel;;;;;;;',
    'FA0160;15/11/2026;15/12/2026;80,00;;;;80,00',
    'AV0009;16/11/2026;16/11/2026;;-20,00;;;-20,00',
    'Total 411CAST;;;80,00;-20,00;0,00;0,00;60,00',
    'Total général;;;80,00;280,50;1 200,00;0,00;1 560,50',
  ]

  it('gives each invoice the customer named above it', async () => {
    expect(await told(...balance)).toEqual({
      kind: 'invoices',
      invoices: [
        'FA0101 | Brun & Fils | 411BRUN | 2026-10-01 | 1200.00',
        'FA0155 | Brun & Fils | 411BRUN | 2026-11-20 | 300.50',
        'FA0160 | Menuiseries Castel | 411CAST | 2026-12-15 | 80.00',
        'AV0009 | Menuiseries Castel | 411CAST | 2026-11-16 | -20.00',
      ],
      refused: [],
    })
  })

  it('says which lines it left out, and why', async () => {
    expect(await skippedOf(...balance)).toEqual([
      '1 aboveHeader',
      '2 aboveHeader',
      '5 customerTitle',
      '8 total',
      '9 customerTitle',
      '12 total',
      '13 total',
    ])
    expect((await read(...balance)).table.format.forms).toEqual(['customerTitles'])
  })

  it('without a column of totals takes what is open from the column of its age', async () => {
    const { table } = await read(...balance.map((line) => line.split(';').slice(0, 7).join(';')))
    expect(table.headers.slice(7)).toEqual(['Client', 'Code client', 'Reste à payer'])
    expect((await told(...balance.map((line) => line.split(';').slice(0, 7).join(';')))).invoices).toEqual(
      (await told(...balance)).invoices,
    )
  })

  it('with the code and the name of the customer in cells of their own, and his balance beside', async () => {
    expect(
      await told(
        'Code;Libellé;N° facture;Échéance;Solde',
        'C001;Brun & Fils;;;1 500,50',
        ';Entretien;FA0101;01/10/2026;1 200,00',
        ';Pose;FA0155;20/11/2026;300,50',
        'C002;Castel;;;80,00',
        ';Pose;FA0160;15/12/2026;80,00',
      ),
    ).toMatchObject({
      invoices: [
        'FA0101 | Brun & Fils | C001 | 2026-10-01 | 1200.00',
        'FA0155 | Brun & Fils | C001 | 2026-11-20 | 300.50',
        'FA0160 | Castel | C002 | 2026-12-15 | 80.00',
      ],
      refused: [],
    })
  })

  it('with its headers again above each block, and the first customer above them all', async () => {
    expect(
      await told(
        'Client : C001 - Brun & Fils;;;',
        'N° facture;Date;Échéance;Reste dû',
        'FA0101;01/09/2026;01/10/2026;1 200,00',
        'Sous-total;;;1 200,00',
        '',
        'Client : C002 - Castel;;;',
        'N° facture;Date;Échéance;Reste dû',
        'FA0160;15/11/2026;15/12/2026;80,00',
        'Sous-total;;;80,00',
      ),
    ).toMatchObject({
      invoices: ['FA0101 | Brun & Fils | C001 | 2026-10-01 | 1200.00', 'FA0160 | Castel | C002 | 2026-12-15 | 80.00'],
      refused: [],
    })
  })

  it('of a customer called Total is not a total', async () => {
    expect(
      await told(
        'N° facture;Date;Échéance;Reste dû',
        'Brun & Fils',
        'FA0101;01/09/2026;01/10/2026;1 200,00',
        'Total Brun & Fils;;;1 200,00',
        'Total Énergies',
        'FA0102;01/09/2026;01/10/2026;50,00',
        'Total Total Énergies;;;50,00',
        'Total;;;1 250,00',
      ),
    ).toMatchObject({
      invoices: ['FA0101 | Brun & Fils |  | 2026-10-01 | 1200.00', 'FA0102 | Total Énergies |  | 2026-10-01 | 50.00'],
    })
  })

  it('goes on under the same customer after the foot of a page', async () => {
    expect(
      await told(
        'N° facture;Date;Échéance;Reste dû',
        'Brun & Fils;;;',
        'FA0101;01/09/2026;01/10/2026;1 200,00',
        'Page 1/2;;;',
        'N° facture;Date;Échéance;Reste dû',
        'Brun & Fils (suite);;;',
        'FA0102;01/09/2026;01/10/2026;5,00',
        'Castel;;;',
        'FA0103;01/09/2026;01/10/2026;6,00',
        'Édité le 22/11/2026 à 10:12;;;',
      ),
    ).toMatchObject({
      invoices: [
        'FA0101 | Brun & Fils |  | 2026-10-01 | 1200.00',
        'FA0102 | Brun & Fils |  | 2026-10-01 | 5.00',
        'FA0103 | Castel |  | 2026-10-01 | 6.00',
      ],
    })
  })

  it('leaves a row to a person rather than to the wrong customer, once a block has ended', async () => {
    const { invoices, refused } = await told(
      'N° facture;Date;Échéance;Reste dû',
      'Brun & Fils;;;',
      'FA0101;01/09/2026;01/10/2026;1 200,00',
      'Total Brun & Fils;;;1 200,00',
      'Castel;;;',
      'FA0102;01/09/2026;01/10/2026;5,00',
      'Total Castel;;;5,00',
      ...Array.from({ length: 20 }, (_, i) => [
        `Client n° ${i};;;`,
        `FA02${i};01/09/2026;01/10/2026;1,00`,
        `Total Client ${i};;;1,00`,
      ]).flat(),
      '22/11/2026;;;',
      'FA0999;01/09/2026;01/10/2026;7,00',
    )
    expect(invoices).toHaveLength(22)
    expect(refused).toContain('69 missingCustomer')
  })

  it('does not take the number of a broken row for a customer', async () => {
    const { invoices, refused } = await told(
      'N° facture;Date;Échéance;Reste dû',
      'Brun & Fils;;;',
      'FA0101;01/09/2026;01/10/2026;1 200,00',
      'FA0102;;;',
      'Castel;;;',
      'FA0103;01/09/2026;01/10/2026;5,00',
    )
    expect(invoices).toEqual([
      'FA0101 | Brun & Fils |  | 2026-10-01 | 1200.00',
      'FA0103 | Castel |  | 2026-10-01 | 5.00',
    ])
    expect(refused).toContain('4 missingAmount')
  })
})

describe('a customer named on the first of the rows alone', () => {
  it('is the customer of those below, up to the next', async () => {
    const { table } = await read(
      'Client;Code client;Facture;Échéance;TTC',
      'Brun & Fils;C001;F-1;31/12/2026;10,00',
      ';;F-2;31/12/2026;20,00',
      ';;F-3;31/12/2026;30,00',
      'Castel;C002;F-4;31/12/2026;40,00',
      ';;F-5;31/12/2026;50,00',
    )
    expect(table.format.forms).toEqual(['customerOnFirstRow'])
    expect(
      await told(
        'Client;Code client;Facture;Échéance;TTC',
        'Brun & Fils;C001;F-1;31/12/2026;10,00',
        ';;F-2;31/12/2026;20,00',
        ';;F-3;31/12/2026;30,00',
        'Castel;C002;F-4;31/12/2026;40,00',
        ';;F-5;31/12/2026;50,00',
      ),
    ).toMatchObject({
      invoices: [
        'F-1 | Brun & Fils | C001 | 2026-12-31 | 10.00',
        'F-2 | Brun & Fils | C001 | 2026-12-31 | 20.00',
        'F-3 | Brun & Fils | C001 | 2026-12-31 | 30.00',
        'F-4 | Castel | C002 | 2026-12-31 | 40.00',
        'F-5 | Castel | C002 | 2026-12-31 | 50.00',
      ],
      refused: [],
    })
  })

  it('is not guessed for a row whose customer is merely missing', async () => {
    expect(
      await told(
        'Client;Facture;Échéance;TTC',
        'Brun & Fils;F-1;31/12/2026;10,00',
        ';F-2;31/12/2026;20,00',
        'Castel;F-3;31/12/2026;30,00',
        'Brun & Fils;F-4;31/12/2026;40,00',
        ';F-5;31/12/2026;50,00',
      ),
    ).toMatchObject({ refused: ['3 missingCustomer', '6 missingCustomer'] })
  })

  it('keeps the name of a customer whose code alone comes again', async () => {
    expect(
      await told(
        'Client;Code client;Facture;Échéance;TTC',
        'Brun & Fils;C001;F-1;31/12/2026;10,00',
        ';C001;F-2;31/12/2026;20,00',
        ';C001;F-3;31/12/2026;30,00',
        'Castel;C002;F-4;31/12/2026;40,00',
        ';C003;F-5;31/12/2026;50,00',
      ),
    ).toMatchObject({
      invoices: [
        'F-1 | Brun & Fils | C001 | 2026-12-31 | 10.00',
        'F-2 | Brun & Fils | C001 | 2026-12-31 | 20.00',
        'F-3 | Brun & Fils | C001 | 2026-12-31 | 30.00',
        'F-4 | Castel | C002 | 2026-12-31 | 40.00',
        'F-5 | C003 | C003 | 2026-12-31 | 50.00',
      ],
    })
  })

  it('ends at the total of its block', async () => {
    expect(
      await told(
        'Client;Facture;Échéance;TTC',
        'Brun & Fils;F-1;31/12/2026;10,00',
        ';F-2;31/12/2026;20,00',
        'Total Brun & Fils;;;30,00',
        'Castel;F-3;31/12/2026;30,00',
        'Total Castel;;;30,00',
        'Aubin;F-4;31/12/2026;40,00',
        'Total Aubin;;;40,00',
      ),
    ).toMatchObject({ invoices: { length: 4 }, refused: [] })
  })
})

describe('headers on two lines', () => {
  it('are read together', async () => {
    const lines = [
      'Client;;Facture;;;Montant;',
      'Code;Nom;N°;Date;Échéance;TTC;Solde',
      'C001;Brun & Fils;F-1;01/12/2026;31/12/2026;10,00;4,00',
    ]
    const { table } = await read(...lines)
    expect(table.headers).toEqual([
      'Client Code',
      'Client Nom',
      'Facture N°',
      'Facture Date',
      'Échéance',
      'Montant TTC',
      'Solde',
    ])
    expect(table.format).toMatchObject({ headerLine: 2, forms: ['twoLineHeader'] })
    expect(await told(...lines)).toMatchObject({ invoices: ['F-1 | Brun & Fils | C001 | 2026-12-31 | 4.00'] })
  })

  it('broken within their words are joined', async () => {
    expect(
      (
        await read(
          'Date de;N° de;Nom du;Date;Montant',
          'facture;facture;client;échéance;TTC',
          '01/12/2026;F-1;Brun;31/12/2026;10,00',
        )
      ).table.headers,
    ).toEqual(['Date de facture', 'N° de facture', 'Nom du client', 'Date échéance', 'Montant TTC'])
  })

  it('are not seen in a title above, nor in the customer below', async () => {
    const { table } = await read('Factures;Clients', 'N° facture;Client;Échéance;TTC', 'F-1;Brun;31/12/2026;10,00')
    expect([table.headers, table.format.forms]).toEqual([['N° facture', 'Client', 'Échéance', 'TTC'], undefined])
  })
})

describe('totals', () => {
  it('with every amount filled, without a word, or with the word last are left out', async () => {
    expect(
      await skippedOf(
        'Client;Facture;Échéance;HT;TVA;TTC;Solde',
        'Brun;F-1;31/12/2026;10,00;2,00;12,00;12,00',
        'Brun Total;;;10,00;2,00;12,00;12,00',
        ';;;10,00;2,00;12,00;12,00',
        'Total général;;;10,00;2,00;12,00;12,00',
      ),
    ).toEqual(['3 total', '4 total', '5 total'])
  })

  it('are told from the invoices of a customer called Total, however wide the table', async () => {
    expect(
      await told(
        'Client;Facture;Échéance;TTC;Solde;Téléphone;E-mail;Contact;Objet;Commande',
        'Total Énergies;F-1;31/12/2026;10,00;;;;;;',
        'Total Énergies;F-2;31/12/2026;20,00;;;;;;',
      ),
    ).toMatchObject({ invoices: { length: 2 } })
  })
})

describe('amounts of one row in one of several columns', () => {
  const header = 'Client;Facture;Échéance;Non échu;1-30 j;31-60 j;+ de 60 j'

  it('are what is left to pay', async () => {
    expect(
      await told(
        header,
        'Brun;F-1;31/12/2026;10,00;;;',
        'Brun;F-2;31/10/2026;0,00;12,00;0,00;0,00',
        'Castel;F-3;31/08/2026;;;;1 013,50',
        'Castel;F-4;31/08/2026;;;;',
      ),
    ).toEqual({
      kind: 'invoices',
      invoices: [
        'F-1 | Brun |  | 2026-12-31 | 10.00',
        'F-2 | Brun |  | 2026-10-31 | 12.00',
        'F-3 | Castel |  | 2026-08-31 | 1013.50',
      ],
      refused: ['5 missingAmount'],
    })
  })

  it('of whole customers are no invoices, and say what to export', async () => {
    expect((await told('Client;Non échu;1-30 j;31-60 j;Total', 'Brun;10,00;;;10,00', 'Castel;;5,00;;5,00')).kind).toBe(
      'agedBalance',
    )
  })
})

describe('amounts with a side', () => {
  it('in a column of its own', async () => {
    expect(
      await told(
        'Client;Facture;Échéance;Montant;Sens',
        'Brun;F-1;31/12/2026;10,00;D',
        'Brun;A-2;31/12/2026;4,00;C',
        'Brun;F-3;31/12/2026;-4,00;C',
        'Brun;F-4;31/12/2026;5,00;?',
      ),
    ).toMatchObject({
      invoices: ['F-1 | Brun |  | 2026-12-31 | 10.00', 'A-2 | Brun |  | 2026-12-31 | -4.00'],
      refused: ['4 sideDisagrees', '5 unknownSide'],
    })
  })

  it('behind them, or a sign, or in two columns', async () => {
    expect(
      await told(
        'Client;Facture;Échéance;Solde',
        'Brun;F-1;31/12/2026;1 010,00 D',
        "Brun;F-2;31/12/2026;1'010,00",
        'Brun;A-3;31/12/2026;4,00 C',
        'Brun;A-4;31/12/2026;1 004,00-',
      ),
    ).toMatchObject({
      invoices: [
        'F-1 | Brun |  | 2026-12-31 | 1010.00',
        'F-2 | Brun |  | 2026-12-31 | 1010.00',
        'A-3 | Brun |  | 2026-12-31 | -4.00',
        'A-4 | Brun |  | 2026-12-31 | -1004.00',
      ],
      refused: [],
    })
    expect(
      await told(
        'Client;Facture;Échéance;Débit;Crédit',
        'Brun;F-1;31/12/2026;10,00;',
        'Brun;A-2;31/12/2026;;4,00',
        'Brun;F-3;31/12/2026;5,00;0,00',
      ),
    ).toMatchObject({
      invoices: [
        'F-1 | Brun |  | 2026-12-31 | 10.00',
        'A-2 | Brun |  | 2026-12-31 | -4.00',
        'F-3 | Brun |  | 2026-12-31 | 5.00',
      ],
    })
  })
})

describe('days counted as spreadsheets do', () => {
  it('are days in a text as well, with their time', async () => {
    expect(
      await told('Client;Facture;Date;Échéance;TTC', 'Brun;F-1;46357;46387;10,00', 'Brun;F-2;46357,5;46387.75;11,00'),
    ).toMatchObject({
      invoices: ['F-1 | Brun |  | 2026-12-31 | 10.00', 'F-2 | Brun |  | 2026-12-31 | 11.00'],
      refused: [],
    })
  })
})

describe('a sales journal', () => {
  const header = 'Journal;Date;Pièce;Compte;Tiers;Libellé;Débit;Crédit'
  const sale = (number: string, customer: string, amount: string): string[] => [
    `VT;01/10/2026;${number};411${customer};${customer};Facture ${number};${amount};`,
    `VT;01/10/2026;${number};706000;;Facture ${number};;${amount}`,
  ]

  it('gives the line of the customer of each entry, with its tax', async () => {
    expect(
      await told(
        header,
        ...sale('F-1', 'BRUN', '12,00'),
        'VT;02/10/2026;A-2;411BRUN;BRUN;Avoir;;6,00',
        'VT;02/10/2026;A-2;706000;;Avoir;5,00;',
        'VT;02/10/2026;A-2;445710;;Avoir;1,00;',
        'AC;03/10/2026;X-9;607000;;Achat;3,00;',
        'AC;03/10/2026;X-9;401EDF;;Achat;;3,00',
      ),
    ).toEqual({
      kind: 'invoices',
      invoices: ['F-1 | BRUN | 411BRUN |  | 12.00', 'A-2 | BRUN | 411BRUN |  | -6.00'],
      refused: [],
    })
  })

  it('with payments among the sales is refused, with what to export', async () => {
    await expect(
      told(
        header,
        ...sale('F-1', 'BRUN', '12,00'),
        'BQ;20/10/2026;R-1;411BRUN;BRUN;Virement;;12,00',
        'BQ;20/10/2026;R-1;512000;;Virement;12,00;',
      ),
    ).rejects.toMatchObject({ problem: { code: 'journalHoldsPayments', line: 4 } })
  })

  it('of customers alone, payments among them, is told as a journal', async () => {
    expect(
      (
        await told(
          'Journal;Date;Pièce;Compte;Libellé;Débit;Crédit',
          'VT;01/10/2026;F-1;411BRUN;Facture;12,00;',
          'VT;01/10/2026;F-2;411CAST;Facture;13,00;',
          'BQ;20/10/2026;R-1;411BRUN;Virement;;12,00',
        )
      ).kind,
    ).toBe('accountingJournal')
  })

  it('whose sales begin after the first lines, or without sales, is told as a journal', async () => {
    expect(
      (
        await told(
          header,
          'BQ;20/10/2026;R-1;411BRUN;BRUN;Virement;;12,00',
          'BQ;20/10/2026;R-1;512000;;Virement;12,00;',
        )
      ).kind,
    ).toBe('accountingJournal')
  })
})
