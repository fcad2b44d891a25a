import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'
import { type Format, lineOf, linesRead } from './as-bank-line.ts'
import { type JudgedLine, judgeLine } from './judge-line.ts'
import type { JudgedYear, Regime } from './judge-year.ts'
import { type KeptBooks, keepBooks } from './kept-books.ts'
import { openTwins } from './twins.ts'
import { writeYear } from './write-year.ts'
import type { BankYear, WriteoffReason } from './year.ts'

/** A line as `quittance reconcile --json` prints it. */
interface Told {
  readonly line_id: string
  readonly decision: 'auto' | 'suggest' | 'none'
  readonly allocations: readonly { readonly invoice_id: string; readonly amount: string }[]
  readonly writeoff: { readonly reason: string; readonly amount: string } | null
  /** From 0 to 1. */
  readonly confidence: number
  readonly evidence: readonly string[]
}

interface ToldDay {
  readonly until: string
  readonly proposals: readonly Told[]
}

const program = join(import.meta.dirname, '../../server/launch/quittance.mjs')

/**
 * The same year, lived by an installation of its own in `folder`, through the command line: files in, proposals out,
 * verdicts in. `proposingMs` is the time of all days, the database and the reading of files included.
 */
export function judgeThroughCommandLine(
  year: BankYear,
  { regime, format, folder }: { regime: Regime; format: Format; folder: string },
): JudgedYear {
  const days = writeYear(year, folder)
  writeFileSync(join(folder, 'days.json'), JSON.stringify(days.map((day) => asked(day, format, regime))))
  const started = performance.now()
  for (const file of ['customers.csv', 'invoices.csv']) quittance(folder, ['import', join(folder, file)])
  quittance(folder, ['reconcile', '--learn', join(folder, 'history.json')])
  const learnt = performance.now()
  const lived = quittance(folder, ['reconcile', '--days', join(folder, 'days.json')])
  const proposingMs = performance.now() - learnt
  const told = lived.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as ToldDay] : []))
  return { lines: judgeTold(year, told, { regime, format }), openingMs: learnt - started, proposingMs }
}

const asked = (day: string, format: Format, regime: Regime) => ({
  until: day,
  import: [format === 'camt' ? `camt/${day}.xml` : `cfonb/${day}.txt`],
  apply: true,
  ...(regime === 'daily' ? { confirm: `truth/${day}.json` } : {}),
})

/** What it prints; 1 is a remark, 2 could not. */
function quittance(folder: string, words: readonly string[]): string {
  const args = [program, ...words, '--organization', 'Bank days', '--json']
  const env = { ...process.env, QUITTANCE_DATA: join(folder, 'data') }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 2 ** 30 })
  if ((status !== 0 && status !== 1) || !stdout.includes('{'))
    throw new Error(`quittance ${words.join(' ')}: ${stderr || stdout}`)
  return stdout
}

function judgeTold(year: BankYear, told: readonly ToldDay[], { regime, format }: { regime: Regime; format: Format }) {
  const read = linesRead(year, [...year.history, ...year.lines], format)
  const books = keepBooks(year, read)
  const places = new Map(year.invoices.map(({ id }, at) => [id, at + 1]))
  const twins = openTwins()
  const judged: JudgedLine[] = []
  const daysTold = new Map(
    told.map(({ until, proposals }) => [until, new Map(proposals.map((one) => [one.line_id, one]))]),
  )
  for (const [day, ofDay] of Map.groupBy(year.lines, (line) => line.day)) {
    const credits = ofDay.filter(({ amount }) => amount > 0)
    for (const line of credits) {
      const verdict = verdictOf(daysTold.get(day)?.get(line.id), places, books)
      const one = judgeLine(twins.asNow(line), verdict, { books, read: lineOf(read, line) })
      judged.push(one)
      if (!one.isAuto) continue
      books.apply(line, one.first)
      twins.note(one.swaps)
    }
    if (regime === 'none') continue
    twins.forget()
    for (const line of credits) books.confirm(line)
  }
  return judged
}

const cents = (text: string): number => Math.round(Number(text) * 100)
const reasons: Readonly<Record<string, WriteoffReason>> = {
  discount: 'discount',
  bankFee: 'bankFee',
  fee: 'bankFee',
  rounding: 'rounding',
}

function verdictOf(told: Told | undefined, places: ReadonlyMap<string, number>, books: KeptBooks): Verdict {
  if (told === undefined) return { decision: 'none', proposals: [], mayConcern: [] }
  const gap = told.writeoff === null ? 0 : cents(told.writeoff.amount)
  const short = told.allocations.find(({ invoice_id: id, amount }) => books.dueOf(id) - cents(amount) >= gap && gap > 0)
  const allocations = told.allocations.map((one) => ({
    item: places.get(one.invoice_id) ?? 0,
    amount: cents(one.amount),
    difference:
      one === short ? { reason: reasons[told.writeoff?.reason ?? ''] ?? ('rounding' as const), amount: gap } : null,
  }))
  const chances = Math.round(told.confidence * 10_000)
  const evidence = told.evidence.map((code) => ({ code, speaks: 'for' as const, values: {} }))
  const said = { kind: 'paysItems', customer: null, credit: 0, payments: [], confidence: 'probable' } as const
  return { decision: told.decision, mayConcern: [], proposals: [{ ...said, allocations, chances, evidence }] }
}
