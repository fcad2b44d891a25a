import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeYear } from './make-year.ts'
import { statementDays } from './statement-day.ts'
import { camt053Of } from './write-camt053.ts'
import { cfonb120Of } from './write-cfonb120.ts'
import { customersCsv, historyOf, invoicesCsv, verdictsOf } from './write-tables.ts'
import type { BankYear } from './year.ts'

/**
 * One year as files: customers.csv, invoices.csv, history.json, year.json, and for each bank day camt/DAY.xml,
 * cfonb/DAY.txt and truth/DAY.json. Returns the days.
 */
export function writeYear(year: BankYear, folder: string): string[] {
  for (const part of ['camt', 'cfonb', 'truth']) mkdirSync(join(folder, part), { recursive: true })
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content)
  const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
  write('customers.csv', customersCsv(year))
  write('invoices.csv', invoicesCsv(year))
  write('history.json', json(historyOf(year)))
  const days = statementDays(year)
  for (const statement of days) {
    write(`camt/${statement.day}.xml`, camt053Of(year, statement))
    write(`cfonb/${statement.day}.txt`, cfonb120Of(year, statement))
    write(`truth/${statement.day}.json`, json(verdictsOf(statement.lines)))
  }
  const names = days.map(({ day }) => day)
  const { seed, opensOn, firmName, firmIban } = year
  write('year.json', json({ seed, opensOn, firmName, firmIban, lines: year.lines.length, days: names }))
  return names
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '7' },
      lines: { type: 'string', default: '1500' },
      customers: { type: 'string', default: '300' },
    },
  })
  const [folder] = positionals
  if (folder === undefined) {
    console.error('Say where to write: node bench/bank-days/write-year.ts FOLDER --seed 7')
    process.exit(2)
  }
  const year = makeYear({ seed: Number(values.seed), lines: Number(values.lines), customers: Number(values.customers) })
  const days = writeYear(year, folder)
  process.stdout.write(
    `${folder}: ${year.lines.length} lines on ${days.length} bank days, ${year.customers.length} customers, ${year.invoices.length} invoices\n`,
  )
}
