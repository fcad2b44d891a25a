import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Format } from './as-bank-line.ts'
import { byClass, curveOf, figuresOf } from './figures.ts'
import { judgeThroughCommandLine } from './judge-command-line.ts'
import type { JudgedLine } from './judge-line.ts'
import { type JudgedYear, judgeYear, type Regime } from './judge-year.ts'
import { makeYear } from './make-year.ts'
import { matchers } from './matcher.ts'
import { describe, tableOfCurve, tableOfFigures } from './print-figures.ts'
import type { BankYear } from './year.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    lines: { type: 'string', default: '1500' },
    customers: { type: 'string', default: '300' },
    regime: { type: 'string', default: 'daily' },
    format: { type: 'string', default: 'camt' },
    matcher: { type: 'string', default: 'quittance' },
    /** Lines to print one by one: applied and wrong, right but not applied, or not right at all. */
    show: { type: 'string' },
    /** With --show: only lines of this class (of amount, text or payer). */
    class: { type: 'string' },
    limit: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    /** Lived by an installation of its own instead of in this process. */
    'through-command-line': { type: 'boolean', default: false },
  },
})

const one = <T extends string>(given: string, known: readonly T[], option: string): T => {
  const found = known.find((name) => name === given)
  if (found !== undefined) return found
  console.error(`--${option}: one of ${known.join(', ')}, not "${given}".`)
  process.exit(2)
}
const format = one<Format>(values.format, ['camt', 'cfonb'], 'format')
const regime = one<Regime>(values.regime, ['daily', 'none'], 'regime')
const open = matchers[one(values.matcher, Object.keys(matchers), 'matcher')]
if (open === undefined) process.exit(2)

const seeds = values.seed.split(',').map(Number)
const years = seeds.map((seed) => makeYear({ seed, lines: Number(values.lines), customers: Number(values.customers) }))
const judged = years.map((year) =>
  values['through-command-line'] ? inOwnFolder(year) : judgeYear(year, open, { regime, format }),
)
const lines = judged.flatMap((year) => year.lines)
if (values.show !== undefined) show(lines)
else if (values.json) process.stdout.write(`${JSON.stringify(reportOf(judged), null, 2)}\n`)
else print(judged)

function inOwnFolder(year: BankYear): JudgedYear {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-bank-days-'))
  // Open to the user as whom root starts PostgreSQL.
  chmodSync(folder, 0o755)
  try {
    return judgeThroughCommandLine(year, { regime, format, folder })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function reportOf(all: readonly JudgedYear[]) {
  const ms = all.reduce((sum, { proposingMs }) => sum + proposingMs, 0)
  const openingMs = all.reduce((sum, year) => sum + year.openingMs, 0)
  return {
    seeds,
    regime,
    format,
    matcher: values.matcher,
    total: figuresOf('all', lines),
    byAmount: byClass(lines, ({ line }) => line.amountClass),
    byText: byClass(
      lines.filter(({ line }) => line.truth.allocations.length > 0),
      ({ line }) => line.textClass,
    ),
    byPayer: byClass(
      lines.filter(({ line }) => line.truth.allocations.length > 0),
      ({ line }) => line.whoClass,
    ),
    gated: curveOf(lines, true),
    ungated: curveOf(lines, false),
    linesPerSecond: Math.round((lines.length / (ms || 1)) * 1000),
    openingMs: Math.round(openingMs),
  }
}

function print(all: readonly JudgedYear[]): void {
  const report = reportOf(all)
  const parts = [
    `seeds ${seeds.join(', ')}, ${format}, ${regime}, ${values.matcher}: ${lines.length} credits, ${report.linesPerSecond} lines/s (books opened in ${report.openingMs} ms)`,
    tableOfFigures('all', [report.total]),
    tableOfFigures('by amount', report.byAmount),
    tableOfFigures('by text', report.byText),
    tableOfFigures('by payer', report.byPayer),
    tableOfCurve('applied by itself, asking for more', report.gated),
    tableOfCurve('every first proposal', report.ungated),
  ]
  process.stdout.write(`${parts.join('\n\n')}\n`)
}

function show(all: readonly JudgedLine[]): void {
  const what = one(values.show ?? '', ['wrong', 'missed', 'lost'], 'show')
  const chosen = all.filter(({ line, isAuto, isFirstRight }) => {
    const pays = line.truth.allocations.length > 0
    const ofClass =
      values.class === undefined ||
      [line.amountClass, line.textClass, line.whoClass].some((name) => name === values.class)
    if (!ofClass) return false
    if (what === 'wrong') return isAuto && (!isFirstRight || !pays)
    return what === 'missed' ? pays && !isAuto && isFirstRight : pays && !isFirstRight
  })
  process.stdout.write(
    `${chosen.slice(0, Number(values.limit)).map(describe).join('\n\n')}\n\n${chosen.length} lines\n`,
  )
}
