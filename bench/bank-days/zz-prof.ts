import { openMatcher } from '@quittance/core/reconciliation/matching/open-matcher.ts'
import { lineOf, linesRead } from './as-bank-line.ts'
import { allOpen } from './kept-books.ts'
import { makeYear } from './make-year.ts'

const openItems = Number(process.argv[2] ?? 5000),
  lines = Number(process.argv[3] ?? 1000)
const year = makeYear({ seed: 5, lines: Math.round(openItems / 1.4), customers: Math.round(openItems / 8) })
const credits = [...year.lines, ...year.history].filter(({ amount }) => amount > 0).slice(0, lines)
const read = linesRead(
  year,
  [...credits].sort((a, b) => (a.day < b.day ? -1 : 1)),
  'camt',
)
const all = credits.map((l) => lineOf(read, l))
const books = allOpen(year, openItems)
let t = process.cpuUsage()
const m = openMatcher(books)
let d = process.cpuUsage(t)
console.log('open ms', Math.round((d.user + d.system) / 1000))
for (const l of all.slice(0, 200)) m.propose(l, l.bookedOn)
t = process.cpuUsage()
let auto = 0
let worst = 0
for (const l of all) {
  const a = performance.now()
  if (m.propose(l, l.bookedOn).decision === 'auto') auto++
  worst = Math.max(worst, performance.now() - a)
}
d = process.cpuUsage(t)
const ms = (d.user + d.system) / 1000
console.log(
  'lines',
  all.length,
  'cpu ms',
  Math.round(ms),
  'lines/s',
  Math.round((all.length / ms) * 1000),
  'auto',
  auto,
  'worst',
  Math.round(worst),
)
