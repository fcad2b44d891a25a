import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency } from '@quittance/core/money/money.ts'
import type { StatementLine } from '@quittance/core/reconciliation/statements/statement.ts'
import { decideAgain } from '@quittance/server/dunning/run/daily-run.ts'
import { type Db, transaction } from '@quittance/server/platform/database/db.ts'
import { sql } from '@quittance/server/platform/database/sql.ts'
import { matchCertainLines } from '@quittance/server/reconciliation/matching/applying/match-certain.ts'
import { matchLine } from '@quittance/server/reconciliation/matching/applying/match-line.ts'
import type { KeptBooks } from '@quittance/server/reconciliation/matching/books/kept-books.ts'
import { waitingLines } from '@quittance/server/reconciliation/matching/line-queries.ts'
import { catchUpProposals, catchUpShown } from '@quittance/server/reconciliation/matching/propose-lines.ts'
import { keepStatements } from '@quittance/server/reconciliation/statements/keep-statements.ts'
import { fillCompany, foundCompany, sizeOf } from './company.ts'
import { openBench } from './database.ts'
import { median, peakMemoryMb, timed } from './stopwatch.ts'

/*
 * Bank lines through the database, from the statement to the payments, as one JSON object:
 *   node bench/measure-bank.ts --items 100000 --lines 2000
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    lines: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20261123' },
  },
})

const today = asDate('2026-11-23')
const nowMs = Date.parse('2026-11-23T08:00:00Z')
const factsChanged = (db: Db, customers: readonly number[]) => decideAgain(db, customers, nowMs)

/** Lines settled one by one, to compare with all at once. */
const oneByOne = 100

async function measure(folder: string) {
  const [items, lines, seed] = [Number(values.items), Number(values.lines), Number(values.seed)]
  const bench = await openBench(folder, 'bench_bank')
  try {
    const company = await foundCompany(bench, 'Banque')
    await fillCompany(bench, company, sizeOf(items, seed), today)
    await bench.asSuperuser('vacuum (analyze)', 'checkpoint')
    const work = <T>(act: (db: Db) => Promise<T>) => transaction(bench.database.app, company.scope, act)
    const kept: KeptBooks = new Map()
    const proposing = { today, factsChanged, kept }
    const statement = aStatement(await work((db) => paidInvoices(db, lines)))
    const keeping = await timed(() => work((db) => keepStatements(db, statement, { language: 'fr', account: null })))
    const opening = await timed(() => work((db) => catchUpProposals(db, proposing)))
    const again = await median(3, () => work((db) => catchUpProposals(db, proposing)))
    const certain = (await work((db) => waitingLines(db, {}))).filter((line) => line.confidence === 'almostCertain')
    const first = certain.slice(0, oneByOne)
    const alone = await timed(async () => {
      for (const { id } of first)
        await work((db) => matchLine(db, id, { kind: 'proposal', rank: 0, mustBeCertain: true }, proposing))
    })
    const click = await timed(() => work((db) => catchUpProposals(db, proposing)))
    const [one] = (await work((db) => waitingLines(db, {}))).filter((line) => line.confidence === 'almostCertain')
    const clicked = await timed(() =>
      work((db) => matchLine(db, one?.id ?? 0, { kind: 'proposal', rank: 0 }, proposing)),
    )
    const shown = await timed(() => work((db) => catchUpShown(db, proposing)))
    const following = await timed(() => work((db) => catchUpProposals(db, proposing)))
    const atOnce = await timed(() => matchCertainLines(work, proposing))
    const after = await timed(() => work((db) => catchUpProposals(db, proposing)))
    return {
      items,
      lines,
      keepStatementMs: round(keeping.ms),
      openBooksAndProposeMs: round(opening.ms),
      nothingChangedMs: round(again),
      certain: certain.length,
      oneByOne: { lines: first.length, ms: round(alone.ms), msPerLine: round(alone.ms / first.length) },
      proposeAgainAfterThoseMs: round(click.ms),
      oneClick: { matchMs: round(clicked.ms), listAgainMs: round(shown.ms), proposeRestMs: round(following.ms) },
      atOnce: {
        lines: atOnce.result.length,
        ms: round(atOnce.ms),
        msPerLine: round(atOnce.ms / Math.max(1, atOnce.result.length)),
      },
      proposeAgainAfterAllMs: round(after.ms),
      peakMb: peakMemoryMb(),
      cpus: cpus().length,
      node: process.version,
    }
  } finally {
    await bench.close()
  }
}

const round = (ms: number): number => Math.round(ms * 10) / 10

interface Paid {
  readonly number: string
  readonly name: string
  readonly amount: number
}

/** Spread over all customers, oldest ids first. */
const paidInvoices = (db: Db, count: number): Promise<Paid[]> =>
  db.rows(sql`
    select i.number, c.name, o.amount_due as amount from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
    where o.organization_id = current_organization() and o.amount_due > 0
    order by hashint8extended(o.id, 7) limit ${count}`)

/** Two in three quote their invoice, the others only their name. */
function aStatement(paid: readonly Paid[]) {
  const lines = paid.map(({ number, name, amount }, place) => aLine(place, name, amount, place % 3 < 2 ? number : ''))
  const account = {
    text: 'FR1420041010050500013M02606',
    iban: 'FR1420041010050500013M02606',
    bank: null,
    branch: null,
    number: null,
  }
  const statement = { statementId: null, account, currency: asCurrency('EUR'), opening: null, closing: null, lines }
  const file = { format: 'camt' as const, version: '08', statements: [{ statement, balancesJoin: null }], warnings: [] }
  const sha256 = createHash('sha256').update('bench').digest()
  return { name: 'bench.xml', sha256, texts: [{ name: null, file }] } as unknown as Parameters<typeof keepStatements>[1]
}

const aLine = (place: number, name: string, amount: number, number: string): StatementLine => ({
  fileLine: place + 1,
  entry: place,
  bookedOn: asDate(`2026-11-${10 + (place % 12)}`) as CalendarDate,
  valueOn: null,
  amount,
  kind: 'transfer',
  operation: 'PMNT/RCDT/ESCT',
  label: `VIR SEPA RECU ${name.toUpperCase()} ${number || 'REGLEMENT'}`,
  remittance: number || 'REGLEMENT',
  creditorReference: null,
  documents: [],
  endToEndId: null,
  mandate: null,
  otherName: name.toUpperCase(),
  otherUltimateName: null,
  otherIban: null,
  bankReference: `B${place}`,
  isBatch: false,
  returned: null,
  original: null,
  charges: null,
})

const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-bank-'))
chmodSync(folder, 0o755)
try {
  process.stdout.write(`${JSON.stringify(await measure(folder), null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
