/**
 * Everything that ready messages go through, the database too: claimed, facts read again, words fixed, handed over, marked, the next step
 * decided, as the product does it. Prints JSON: `node bench/measure-send-due.ts FOLDER [--messages 2000]`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { dailyRun, type InTransaction } from '@quittance/server/dunning/run/daily-run.ts'
import { sendDue } from '@quittance/server/dunning/sending/send-due.ts'
import { transaction } from '@quittance/server/platform/database/db.ts'
import { learnSizes } from '@quittance/server/platform/database/learn-sizes.ts'
import { sql } from '@quittance/server/platform/database/sql.ts'
import { foundCompany } from './company.ts'
import { openBench } from './database.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { messages: { type: 'string', default: '2000' } },
})
const [folder] = positionals
if (!folder) throw new Error('Name a folder for the database: node bench/measure-send-due.ts FOLDER')
const messages = Number(values.messages)
const nine = Date.parse('2026-11-23T08:00:00Z')
const afterTen = Date.parse('2026-11-23T09:05:00Z')

const sink: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'smtp-sink.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const said = createInterface({ input: sink.stdout as NonNullable<ChildProcess['stdout']> })[Symbol.asyncIterator]()
const port = Number((await said.next()).value)
mkdirSync(folder, { recursive: true })
const bench = await openBench(folder, 'send_due')
try {
  const { scope } = await foundCompany(bench, 'Atelier Vauquelin')
  const inTransaction: InTransaction = (work) => transaction(bench.database.app, scope, work)
  await inTransaction(async (db) => {
    await db.run(sql`
      update organization set automatic_sending = true, messages_per_hour = 1000000 where organization_id = current_organization()`)
    await db.run(sql`
      insert into smtp_settings (organization_id, legal_entity_id, host, port, security, from_name, from_address)
      select organization_id, id, '127.0.0.1', ${port}, 'none', 'Claire Besson', 'compta@vauquelin.example'
      from legal_entity where organization_id = current_organization()`)
    await db.run(sql`
      update legal_entity set iban = 'FR7630006000011234567890189' where organization_id = current_organization()`)
    await db.run(sql`
      insert into customer (organization_id, code, name, language)
      select current_organization(), 'C-' || i, 'Client ' || i, case when i % 5 = 0 then 'en' else 'fr' end
      from generate_series(1, ${messages}::int) i`)
    await db.run(sql`
      insert into contact (organization_id, customer_id, civility, last_name, role, email)
      select current_organization(), id, 'Mme', 'Gauthier', 'accountsPayable', 'compta@client-' || id || '.example'
      from customer where organization_id = current_organization()`)
    await db.run(sql`
      with made as (
        insert into invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount)
        select c.organization_id, e.id, c.id, 'F-2026-' || c.id, 'invoice', '2026-10-10', 'EUR', 100000 + c.id
        from customer c join legal_entity e on e.organization_id = c.organization_id
        where c.organization_id = current_organization()
        returning id, legal_entity_id, customer_id, total_amount)
      insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
      select current_organization(), id, legal_entity_id, customer_id, 'EUR', '2026-10-10', '2026-11-09', total_amount from made`)
  })
  await dailyRun(inTransaction, nine)
  await inTransaction(learnSizes)
  const start = performance.now()
  const cpu = process.cpuUsage()
  const sent = await sendDue({ inTransaction, nowMs: () => afterTen, unseal: () => null, worker: 'bench' })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  process.stdout.write(
    `${JSON.stringify({
      messages,
      sent,
      seconds: Math.round(seconds * 10) / 10,
      messagesPerSecond: Math.round(sent / seconds),
      processorMsOfMessage: Math.round((user + system) / 10 / sent) / 100,
      machine: { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version },
    })}\n`,
  )
} finally {
  await bench.close()
  sink.kill('SIGTERM')
  await once(sink, 'exit')
}
