import type { BenchDatabase } from './database.ts'
import { timed } from './stopwatch.ts'

const factTables = ['invoice', 'open_item', 'payment', 'allocation']

/**
 * The same rows by COPY: takes the facts an import wrote out of the product's own tables, empties these, and times nothing
 * but putting them back, keys, indexes and triggers included.
 */
export async function copyFactsAgain(bench: BenchDatabase): Promise<number> {
  // The server writes where it may: beside its own files.
  const copy = (table: string, direction: 'from' | 'to'): string =>
    `do $$ begin execute format('copy quittance.${table} ${direction} %L', current_setting('data_directory') || '/${table}.copy'); end $$`
  await bench.asSuperuser(...factTables.map((table) => copy(table, 'to')))
  await bench.asSuperuser(`truncate ${factTables.map((table) => `quittance.${table}`).join(', ')} cascade`)
  const { ms } = await timed(() =>
    bench.asSuperuser(
      'set search_path to quittance',
      // Each is looked at before the next: else the triggers of that one may read all of this one for each of its rows.
      ...factTables.flatMap((table) => [copy(table, 'from'), `analyze quittance.${table}`]),
    ),
  )
  return ms
}
