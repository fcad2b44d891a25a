import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { dailyRun } from '@quittance/server/dunning/run/daily-run.ts'
import { transaction } from '@quittance/server/platform/database/db.ts'
import { type Company, fillCompany, sizeOf } from './company.ts'
import { type BenchDatabase, openBench } from './database.ts'
import { openDesk } from './desk.ts'
import { liveOn } from './everyday-life.ts'
import { measureLists } from './measure-lists.ts'

/**
 * The lists of a company that is filled once and kept in its folder: for looking again and again while one works on
 * them. A line a list: the middle of nine runs, the worst, the rows on the page, the name.
 */
const [, , folder = '', items = '', seed = '', today = '', only = ''] = process.argv
const bench = await openBench(folder, `kept_${items}`, { keep: true })
try {
  const desk = await openDesk(bench, today)
  if (!bench.isKept) await fill(bench, desk.company)
  for await (const { name, p50, worst, rows } of measureLists(desk.get, await desk.whom(), { only })) {
    const figures = [p50, worst, rows].map((figure) => String(figure).padStart(8)).join('')
    process.stdout.write(`${figures}  ${name}\n`)
  }
  await desk.close()
} finally {
  await bench.close()
}

async function fill(into: BenchDatabase, company: Company): Promise<void> {
  const size = sizeOf(Number(items), Number(seed))
  const day = asDate(today)
  const decide = () =>
    dailyRun((work) => transaction(into.database.app, company.scope, work), Date.parse(`${today}T08:00:00Z`), day)
  await fillCompany(into, company, size, day)
  await into.asSuperuser('vacuum (analyze)')
  await decide()
  await liveOn(into, company, size, day)
  await into.asSuperuser('vacuum (analyze)')
  await decide()
  await into.asSuperuser('vacuum (analyze)', 'checkpoint')
}
