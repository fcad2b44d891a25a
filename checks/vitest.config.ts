import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

/** Server tests by whether they ask a database: what reads files is the same on every PostgreSQL, and runs once. */
const ofServer = globSync(['server/src/**/*.test.ts', 'bench/**/*.test.ts'], { cwd: root })
const asksDatabase = (file: string): boolean =>
  /testing\/(?:test-database|global-setup)\.ts|inject\('testServer'\)|startEmbedded/.test(
    readFileSync(join(root, file), 'utf8'),
  )

/**
 * Long, and about mail servers, folders, processes or months of life: what they ask of a database the others ask too, so
 * they run on the embedded PostgreSQL alone.
 */
const onceOnly = [
  'dunning/answers/read-mailboxes',
  'dunning/sending/send-reminder',
  'dunning/sending/stopped-sender',
  'imports/sources/watching/sftp-folder',
  'main/api-keys',
  'main/garbage',
  'main/hanging-mail',
  'main/serve',
  'main/testing/two-years/two-years',
  'platform/database/embedded',
].map((name) => `server/src/${name}.test.ts`)
const isSecondTime = process.env.QUITTANCE_TEST_POSTGRES === 'machine'

const sameCases = join(root, 'checks/same-cases.ts')

/**
 * `unit` and `files` need nothing but Node; `server` gets a PostgreSQL of its own. Journeys in a browser are Playwright's.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    // A test of the server waits for the database half of its time: by itself Vitest leaves one of two cores idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        root,
        test: {
          name: 'unit',
          setupFiles: [sameCases],
          testTimeout: 30_000,
          isolate: false, // pure functions leave nothing behind for the next file
          include: [
            'core/src/**/*.test.ts',
            'checks/**/*.test.ts',
            'web/src/**/*.test.ts',
            'server/launch/**/*.test.ts',
          ],
        },
      },
      {
        root,
        test: {
          name: 'files',
          setupFiles: [sameCases],
          include: ofServer.filter((file) => !asksDatabase(file)),
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'server',
          // Each file has a database of its own and closes it; loading the program anew for each took a third of the time.
          isolate: false,
          setupFiles: [sameCases],
          include: ofServer.filter((file) => asksDatabase(file) && !(isSecondTime && onceOnly.includes(file))),
          globalSetup: [join(root, 'server/src/platform/database/testing/global-setup.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
