import { describe, expect, it } from 'vitest'
import { aFirm } from '../../invoices/testing/a-firm.ts'
import { addLegalEntity } from '../../people/legal-entities.ts'
import { transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aFile, aStatement, aStatementLine, november, textbookIban, textbookParts } from '../testing/some-statements.ts'
import { type BroughtFile, keepStatements } from './keep-statements.ts'

const database = await testDatabase()

async function aDesk() {
  const firm = await aFirm(database)
  return {
    ...firm,
    keep: (file: BroughtFile, account: number | null = null) =>
      firm.work((db) => keepStatements(db, file, { language: 'fr', account })),
    lines: () =>
      firm.work((db) =>
        db.rows<{ amount: number; state: string; account: number; legalEntity: number }>(sql`
          select amount, state, bank_account_id as account, legal_entity_id as "legalEntity" from bank_line
          where organization_id = current_organization() order by id`),
      ),
    accounts: () =>
      firm.work((db) =>
        db.rows<{
          id: number
          iban: string | null
          written: string | null
          currency: string
          name: string
          legalEntity: number
        }>(sql`
          select id, iban, written, currency, name, legal_entity_id as "legalEntity" from bank_account
          where organization_id = current_organization() order by id`),
      ),
  }
}

const newOf = ({ newLines, knownLines }: { newLines: readonly number[]; knownLines: number }) => [
  newLines.length,
  knownLines,
]

describe('a statement that is brought', () => {
  it('adds each line once when it comes twice, with three equal payments of a day', async () => {
    const desk = await aDesk()
    const file = aFile([
      aStatement([aStatementLine(), aStatementLine(), aStatementLine(), aStatementLine({ amount: 900 })]),
    ])
    expect(newOf(await desk.keep(file))).toEqual([4, 0])
    expect(newOf(await desk.keep(file))).toEqual([0, 4])
    expect(newOf(await desk.keep({ ...file, sha256: aFile([]).sha256 }))).toEqual([0, 4])
    expect((await desk.lines()).map((line) => line.amount)).toEqual([12_000, 12_000, 12_000, 900])
  })

  it('beside the notification of its entries brings no money twice, and a batch gives way to its payments', async () => {
    const desk = await aDesk()
    const balances = { opening: [0, november(20)], closing: [21_000, november(20)] } as const
    const batch = aStatementLine({ amount: 9_000, isBatch: true, entry: 0, label: 'REMISE LCR', endToEndId: null })
    const alone = aStatementLine({ entry: 1, endToEndId: 'E-1', bankReference: 'S1' })
    const booked = aFile([aStatement([batch, alone], balances)])
    const part = (amount: number) => aStatementLine({ amount, entry: 0, label: `LCR ${amount}`, otherName: 'CASTEL' })
    const told = aFile([
      aStatement([part(4_000), part(5_000), aStatementLine({ entry: 1, endToEndId: 'E-1', label: 'AVIS' })]),
    ])
    expect(newOf(await desk.keep(booked))).toEqual([2, 0])
    expect(newOf(await desk.keep(told))).toEqual([2, 1])
    for (const again of [told, booked]) expect((await desk.keep(again)).newLines).toEqual([])
    const waiting = (await desk.lines()).filter(({ state }) => state !== 'ignored').map(({ amount }) => amount)
    expect(waiting).toEqual([12_000, 4_000, 5_000])

    const other = await aDesk()
    expect(newOf(await other.keep(told))).toEqual([3, 0])
    expect(newOf(await other.keep(booked))).toEqual([0, 2])
  })

  it('answers the statement that the same file had brought, and counts its new lines once', async () => {
    const desk = await aDesk()
    const file = aFile([aStatement([aStatementLine()])])
    const first = await desk.keep(file)
    expect((await desk.keep(file)).statements).toEqual(first.statements)
    const kept = await desk.work((db) =>
      db.rows(
        sql`select line_count as lines, new_line_count as new from bank_statement where organization_id = current_organization()`,
      ),
    )
    expect(kept).toEqual([{ lines: 1, new: 1 }])
  })

  it('adds what is new where it overlaps another', async () => {
    const desk = await aDesk()
    const line = (day: number) => aStatementLine({ bookedOn: november(day) })
    await desk.keep(aFile([aStatement([line(17), line(18), line(19)])]))
    expect(newOf(await desk.keep(aFile([aStatement([line(18), line(19), line(20)])])))).toEqual([1, 2])
  })

  it('brings both halves of a day that follow one another by their balances', async () => {
    const desk = await aDesk()
    const day = november(20)
    const half = (from: number) =>
      aStatement([aStatementLine()], { opening: [from, day], closing: [from + 12_000, day] })
    const brought = await desk.keep(aFile([half(0), half(12_000)]))
    expect(newOf(brought)).toEqual([2, 0])
    const whole = aStatement([aStatementLine(), aStatementLine()], { opening: [0, day], closing: [24_000, day] })
    expect(newOf(await desk.keep(aFile([whole])))).toEqual([0, 2])
  })

  it('brings each line once when two programs bring it at the same moment', async () => {
    const desk = await aDesk()
    const lines = Array.from({ length: 300 }, (_, place) => aStatementLine({ amount: 100 + (place % 7) }))
    const files = [aFile([aStatement(lines)]), aFile([aStatement(lines)]), aFile([aStatement(lines)])]
    const counts = (await Promise.all(files.map((file) => desk.keep(file)))).map((kept) => kept.newLines.length)
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 300])
    expect(await desk.accounts()).toHaveLength(1)
  })

  it('keeps what does not join, and says by how much', async () => {
    const desk = await aDesk()
    const statement = aStatement([aStatementLine()], { opening: [0, november(20)], closing: [12_345, november(20)] })
    expect(newOf(await desk.keep(aFile([statement])))).toEqual([1, 0])
    const [row] = await desk.work((db) =>
      db.rows(
        sql`select difference, from_day as "from", to_day as "to" from bank_statement where organization_id = current_organization()`,
      ),
    )
    expect(row).toEqual({ difference: 345, from: '2026-11-20', to: '2026-11-20' })
  })

  it('keeps an account without movement by the days of its balances', async () => {
    const desk = await aDesk()
    await desk.keep(aFile([aStatement([], { opening: [5, november(19)], closing: [5, november(20)] })]))
    const [row] = await desk.work((db) =>
      db.rows(
        sql`select difference, from_day as "from", to_day as "to" from bank_statement where organization_id = current_organization()`,
      ),
    )
    expect(row).toEqual({ difference: 0, from: '2026-11-19', to: '2026-11-20' })
  })

  it('lets wait what may be of a customer, and puts aside the other debits', async () => {
    const desk = await aDesk()
    const lines = [
      aStatementLine(),
      aStatementLine({ amount: -4_200, kind: 'fee', label: 'COTISATION' }),
      aStatementLine({ amount: -12_000, kind: 'returned', label: 'REJET PRLV' }),
      aStatementLine({
        amount: -12_000,
        kind: 'directDebit',
        label: 'RETOUR',
        returned: { reason: 'AM04', text: null },
      }),
    ]
    await desk.keep(aFile([aStatement(lines)]))
    expect((await desk.lines()).map((line) => line.state)).toEqual(['unmatched', 'ignored', 'unmatched', 'unmatched'])
  })

  it('keeps texts that PostgreSQL refuses, without what it refuses', async () => {
    const desk = await aDesk()
    const label = `VIR\u0000 CASTEL \ud800 ${'x'.repeat(20_000)}`
    await desk.keep(aFile([aStatement([aStatementLine({ label, bankReference: 'R'.repeat(9_000) })])]))
    const file = aFile([aStatement([aStatementLine({ label, bankReference: 'R'.repeat(9_000) })])])
    expect(newOf(await desk.keep(file))).toEqual([0, 1])
  })

  it('writes in the journal what came', async () => {
    const desk = await aDesk()
    const file = aFile([aStatement([aStatementLine()])])
    const { statements } = await desk.keep(file)
    const [entry] = await desk.work((db) =>
      db.rows(
        sql`select act, thing_id as id, details from journal where organization_id = current_organization() and thing = 'bankStatement'`,
      ),
    )
    expect(entry).toEqual({
      act: 'bankStatement.brought',
      id: statements[0],
      details: { file: file.name, statements: 1, lines: 1, newLines: 1 },
    })
  })
})

describe('the account of a statement', () => {
  it('is made for the firm whose IBAN it is, and named after its bank', async () => {
    const desk = await aDesk()
    const other = await desk.work((db) => addLegalEntity(db, 'Vauquelin Bois'))
    await desk.work((db) =>
      db.run(sql`update legal_entity set iban = 'FR14 2004 1010 0505 0001 3M02 606' where id = ${other.id}`),
    )
    await desk.keep(aFile([aStatement([aStatementLine()])]))
    expect(await desk.accounts()).toMatchObject([
      {
        iban: textbookIban,
        written: textbookIban,
        currency: 'EUR',
        name: 'La Banque Postale ··2606',
        legalEntity: other.id,
      },
    ])
    expect((await desk.lines())[0]?.legalEntity).toBe(other.id)
  })

  it('is made for the first firm when it is nobody’s', async () => {
    const desk = await aDesk()
    await desk.work((db) => addLegalEntity(db, 'Vauquelin Bois'))
    await desk.keep(aFile([aStatement([], { account: { text: '25040066/0123456789' } })]))
    expect(await desk.accounts()).toMatchObject([
      { iban: null, name: 'Compte bancaire ··6789', legalEntity: desk.legalEntity },
    ])
  })

  it('is the same in formats that give an IBAN, its three parts, or its number alone', async () => {
    const desk = await aDesk()
    const parts = { text: textbookParts.number, ...textbookParts }
    for (const account of [
      { text: textbookParts.number },
      parts,
      { iban: textbookIban },
      { text: textbookParts.number },
    ])
      await desk.keep(aFile([aStatement([], { account })]))
    expect(await desk.accounts()).toMatchObject([{ iban: textbookIban, written: textbookParts.number }])
  })

  it('is not guessed between two that have one number at two banks', async () => {
    const desk = await aDesk()
    const [one, two] = ['20041', '30003'].map((bank) => ({ text: textbookParts.number, ...textbookParts, bank }))
    for (const account of [one, two, { text: textbookParts.number }])
      if (account) await desk.keep(aFile([aStatement([], { account })]))
    expect((await desk.accounts()).map(({ iban }) => iban?.slice(4, 9))).toEqual(['20041', '30003', undefined])
  })

  it('is another one in another currency', async () => {
    const desk = await aDesk()
    await desk.keep(aFile([aStatement([]), aStatement([], { currency: 'USD' }), aStatement([], { currency: 'USD' })]))
    expect((await desk.accounts()).map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
  })

  it('is the only one where the file does not say, and asked for where there are several', async () => {
    const desk = await aDesk()
    const nameless = () => aFile([aStatement([], { account: { text: '' } })])
    await desk.keep(nameless())
    await desk.keep(nameless())
    expect(await desk.accounts()).toMatchObject([{ name: 'Compte bancaire', iban: null, written: null }])
    await desk.keep(aFile([aStatement([])]))
    await expect(desk.keep(nameless())).rejects.toMatchObject({ code: 'whichAccount', status: 422 })
    await desk.keep(nameless(), (await desk.accounts())[0]?.id)
    await expect(desk.keep(nameless(), 999_999)).rejects.toMatchObject({ code: 'whichAccount' })
    expect(await desk.accounts()).toHaveLength(2)
  })
})

describe('the bank of an organisation', () => {
  it('is apart from that of another one, with the same account and the same lines', async () => {
    const [one, two] = [await aDesk(), await aDesk()]
    const file = aFile([aStatement([aStatementLine()])])
    expect(newOf(await one.keep(file))).toEqual([1, 0])
    expect(newOf(await two.keep(file))).toEqual([1, 0])
    expect(await two.lines()).toHaveLength(1)
  })

  it.each(['sales', 'project'])('is not seen nor filled by a person who is %s', async (role) => {
    const desk = await aDesk()
    await desk.keep(aFile([aStatement([aStatementLine()])]))
    const { id } = await desk.work((db) =>
      db.one<{ id: number }>(sql`
        insert into person (organization_id, name, email, role)
        values (current_organization(), 'Karim', ${`${role}@a.example`}, ${role}) returning id`),
    )
    const scope = { ...desk.scope, person: id, rights: 'portfolio' as const }
    const seen = await transaction(database.app, scope, async (db) => ({
      accounts: await db.rows(sql`select id from bank_account`),
      statements: await db.rows(sql`select id from bank_statement`),
      lines: await db.rows(sql`select id from bank_line`),
    }))
    expect(seen).toEqual({ accounts: [], statements: [], lines: [] })
    await expect(
      transaction(database.app, scope, (db) =>
        keepStatements(db, aFile([aStatement([])]), { language: 'fr', account: null }),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
