/**
 * Years of a firm with its customers, day by day, every promise of the program checked against books of their own:
 * `node bench/live-years.ts FOLDER [--seed 1,2] [--days 730] [--customers 60] [--from 2026-09-14]`. Prints JSON, and
 * ends with 1 when something was broken.
 */
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Lived, live } from '@quittance/server/main/testing/two-years/live.ts'
import { openBench } from './database.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '730' },
    customers: { type: 'string', default: '60' },
    from: { type: 'string', default: '2026-09-14' },
  },
})
const [folder] = positionals
if (!folder) throw new Error('Name a folder for the database: node bench/live-years.ts FOLDER')
mkdirSync(folder, { recursive: true })

const lives: ({ seed: number } & Lived)[] = []
for (const seed of values.seed.split(',').map(Number)) {
  const bench = await openBench(folder, `years_${seed}`)
  const life = { seed, from: asDate(values.from), days: Number(values.days), customers: Number(values.customers) }
  try {
    lives.push({ seed, ...(await live(bench.database, life, (told) => console.error(`seed ${seed}, ${told}`))) })
  } finally {
    await bench.close()
  }
}
const customerDays = lives.reduce((sum, one) => sum + one.customerDays, 0)
console.log(JSON.stringify({ customerDays, lives }, null, 2))
process.exitCode = lives.some(({ broken }) => broken.length > 0) ? 1 : 0
