import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

/** `unit` needs nothing but Node; `server` gets a PostgreSQL of its own. Journeys in a browser are Playwright's. */
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        root,
        test: {
          name: 'unit',
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
          name: 'server',
          include: ['server/src/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: [join(root, 'server/src/platform/database/testing/global-setup.ts')],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
