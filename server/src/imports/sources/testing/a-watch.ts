import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../../platform/config.ts'
import type { Database } from '../../../platform/database/connection.ts'
import { sql } from '../../../platform/database/sql.ts'
import { openSeal } from '../../../platform/sealing.ts'
import { recognisesStatement } from '../../../reconciliation/reading/statement-nature.ts'
import { bringStatement } from '../../../reconciliation/statements/bring-statement.ts'
import type { ImportsContext } from '../../import-work.ts'
import { inProcessJobs } from '../../in-process-jobs.ts'
import { aDesk, type Desk } from '../../testing/a-desk.ts'
import { addSource } from '../change-source.ts'
import { type SourceRow, sourceById } from '../source-queries.ts'
import { type WatchSettings, watchSettings } from '../watch-settings.ts'
import { lookAtSource } from '../watching/look-at-source.ts'

/** A desk with a folder of its own that is watched, on a clock that is moved by hand; Monday 23 November 2026, 9:00 in Paris. */
export interface Watch {
  readonly desk: Desk
  readonly work: ImportsContext
  /** A folder under one that is allowed. */
  readonly folder: string
  /** Titles of the tasks that were asked for. */
  readonly asked: string[]
  add(settings: Partial<WatchSettings>, given?: Partial<Added>): Promise<number>
  source(id: number): Promise<SourceRow>
  /** Looks once; by default a quarter of an hour passes before. */
  look(source: number, minutes?: number): Promise<number>
  /** Name, state and why it waits of each file, oldest first. */
  files(): Promise<string[]>
  readonly invoices: () => Promise<string[]>
  end(): void
}

type Added = Parameters<typeof addSource>[2]

export async function aWatch(database: Database): Promise<Watch> {
  const desk = await aDesk(database)
  const root = mkdtempSync(join(tmpdir(), 'quittance-watch-'))
  const folder = join(root, 'exports', 'sage')
  mkdirSync(folder, { recursive: true })
  const clock = { ms: Date.parse('2026-11-23T08:00:00Z') }
  const asked: string[] = []
  const base = { ...desk.work, clock: { now: () => clock.ms } }
  const work: ImportsContext = {
    ...base,
    config: readConfig({ QUITTANCE_DATA: join(root, 'data'), QUITTANCE_WATCH_FOLDERS: join(root, 'exports') }),
    seal: openSeal('a word for tests, long enough to sign with'),
    recognisesStatement,
    isAlone: async () => true,
    importJobs: inProcessJobs(base),
    askToLook: async (_db, source, file) => {
      asked.push(`${source.name}: ${file.name}`)
    },
    bringStatement: async ({ transaction, language, today }, file) => {
      const { factsChanged } = base
      await bringStatement(file, { transaction, language, proposing: { today, factsChanged } })
    },
  }
  const { organization } = desk.firm
  return {
    desk,
    work,
    folder,
    asked,
    add: (settings, given = {}) =>
      desk.firm.work((db) =>
        addSource(db, work.seal, {
          kind: 'folder',
          name: 'Sage',
          holds: 'some',
          isGuarded: true,
          isActive: true,
          settings: watchSettings.parse({ folder, ...settings }),
          ...given,
        }),
      ),
    source: async (id) => {
      const source = await desk.firm.work((db) => sourceById(db, id))
      if (!source) throw new Error(`There is no source ${id}`)
      return source
    },
    look: (id, minutes = 15) => {
      clock.ms += minutes * 60_000
      return lookAtSource(work, organization, id)
    },
    files: async () =>
      (
        await desk.rows<{ line: string }>(sql`
          select concat_ws(' ', name, state, waits_because) as line from source_file
          where organization_id = current_organization() order by id`)
      ).map(({ line }) => line),
    invoices: async () =>
      (
        await desk.rows<{ number: string }>(sql`
          select number from invoice where organization_id = current_organization() order by number`)
      ).map(({ number }) => number),
    end: () => rmSync(root, { recursive: true, force: true }),
  }
}
