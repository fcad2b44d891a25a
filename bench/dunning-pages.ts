import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import { demoDay } from '@quittance/core/testing/demo-company/demo-day.ts'
import { whoIsTold } from '@quittance/server/dunning/forewarning/queries.ts'
import { forewarningMail } from '@quittance/server/dunning/forewarning/write-forewarning.ts'
import { listHeld } from '@quittance/server/dunning/reminders/list-held.ts'
import { listReminders } from '@quittance/server/dunning/reminders/list-reminders.ts'
import { weekOf } from '@quittance/server/dunning/reminders/week.ts'
import { dailyRun } from '@quittance/server/dunning/run/daily-run.ts'
import { loadRunContext } from '@quittance/server/dunning/run/run-context.ts'
import { type Db, transaction } from '@quittance/server/platform/database/db.ts'
import { sql } from '@quittance/server/platform/database/sql.ts'
import { fillCompany, foundCompany, sizeOf } from './company.ts'
import { openBench } from './database.ts'

/**
 * `node bench/dunning-pages.ts [ITEMS]`: the pages a person reads in the morning, for a company of so many open items on the day after its
 * run: the prepared day, the week, who is held back, and the mail to colleagues. Middle and worst of nine runs, in milliseconds.
 */
const items = Number(process.argv[2] ?? 100_000)
const today = demoDay(dayInZone(Date.now(), 'Europe/Paris'))
const folder = mkdtempSync(join(tmpdir(), 'quittance-pages-'))
chmodSync(folder, 0o755)
const bench = await openBench(folder, 'pages')
const runs = 9
try {
  const company = await foundCompany(bench, 'Banc')
  await fillCompany(bench, company, sizeOf(items, 20261123), today)
  await bench.asSuperuser('vacuum (analyze)')
  const nowMs = Date.parse(`${today}T07:00:00Z`)
  const inside = <T>(work: (db: Db) => Promise<T>) => transaction(bench.database.app, company.scope, work)
  await inside((db) =>
    db.run(sql`
      insert into smtp_settings (organization_id, legal_entity_id, host, port, security, from_name, from_address)
      select current_organization(), min(id), '127.0.0.1', 1, 'none', 'Banc', 'compta@banc.example' from legal_entity
      where organization_id = current_organization() on conflict do nothing`),
  )
  // A third is held back by a pause; a third was written to four days ago and is planned for later.
  await inside((db) =>
    db.run(sql`
      update customer set paused_on = ${today} where organization_id = current_organization() and id % 3 = 0`),
  )
  await inside((db) =>
    db.run(sql`
      insert into exchange (organization_id, customer_id, kind, happened_on, summary, counts_as_contact)
      select organization_id, id, 'call', ${today}::date - 4, 'Appel', true from customer
      where organization_id = current_organization() and id % 3 = 1`),
  )
  await dailyRun(inside, nowMs)
  await bench.asSuperuser('vacuum (analyze)')
  const page = (view: 'ready', cursor?: string) =>
    inside(async (db) => {
      const asked = { view, limit: 200, ...(cursor !== undefined && { cursor }) }
      return listReminders(db, asked, await loadRunContext(db, nowMs, today), 'fr')
    })
  const held = (cursor?: string) =>
    inside((db) => listHeld(db, { limit: 200, ...(cursor !== undefined && { cursor }) }, today, 'fr'))
  const wholeDay = async () => {
    let pages = 1
    let { nextCursor, rows, count } = await page('ready')
    let shown = rows.length
    for (; nextCursor !== null && shown < 5000; pages += 1) {
      const next = await page('ready', nextCursor)
      nextCursor = next.nextCursor
      shown += next.rows.length
    }
    return { pages, shown, count }
  }
  const told = (planned: boolean, settled: readonly number[] = []) =>
    inside(async (db) => {
      const { people } = await loadRunContext(db, nowMs, today)
      return whoIsTold(db, { day: today, forewarned: 'both', collector: people.collector, planned, settled })
    })
  const second = (await page('ready')).nextCursor ?? undefined
  const heldSecond = (await held()).nextCursor ?? undefined
  const everybody = (await told(true)).map(({ person }) => person)
  const figures = {
    items,
    preparedPage: await timed(() => page('ready')),
    preparedNextPage: await timed(() => page('ready', second)),
    preparedDayWhole: { ...(await timed(wholeDay)), ...(await wholeDay()) },
    week: {
      ...(await timed(() => inside((db) => weekOf(db, today, 'fr', { limit: 200 })))),
      listed: (await inside((db) => weekOf(db, today, 'fr', { limit: 200 }))).count,
    },
    held: { ...(await timed(() => held())), count: (await held()).count },
    heldNextPage: await timed(() => held(heldSecond)),
    toldThisMorning: await timed(() => told(false)),
    toldTheDayBefore: await timed(() => told(true)),
    toldAlready: await timed(() => told(false, everybody)),
    forewarningMails: await timed(async () => {
      for (const person of await told(false))
        forewarningMail(person, { day: today, isToday: true, publicUrl: 'http://127.0.0.1' })
    }),
    messagesTold: (await told(false)).map(({ messages }) => messages.length),
    load: loadavg().map((one) => Math.round(one * 10) / 10),
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
}

async function timed(work: () => Promise<unknown>) {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return { p50: Math.round(times[Math.floor(runs / 2)] ?? 0), worst: Math.round(times.at(-1) ?? 0) }
}
