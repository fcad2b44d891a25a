import { Readable, Writable } from 'node:stream'
import { fixedClock } from '../../../platform/clock.ts'
import { readConfig } from '../../../platform/config.ts'
import type { Database } from '../../../platform/database/connection.ts'
import { runCommand } from '../run-command.ts'
import { openTerminal } from '../terminal.ts'

export interface Typed {
  readonly code: number
  readonly said: string
  readonly remarked: string
  readonly json: <T>() => T
}

/** Types commands as a French operator would on Monday 23 November 2026, with something piped in. */
export const typist =
  (database: Database) =>
  async (piped: string, ...args: string[]): Promise<Typed> => {
    let said = ''
    let remarked = ''
    const into = (add: (text: string) => void) =>
      new Writable({
        write: (chunk, _, done) => {
          add(String(chunk))
          done()
        },
      })
    const terminal = openTerminal({
      stdout: into((text) => {
        said += text
      }),
      stderr: into((text) => {
        remarked += text
      }),
      stdin: Readable.from([piped]),
      environment: { LANG: 'fr_FR.UTF-8' },
    })
    const code = await runCommand(args, {
      terminal,
      clock: fixedClock('2026-11-23T07:00:00Z'),
      config: readConfig({}),
      open: async () => ({ database, secrets: { session: 'for tests' }, close: async () => undefined }),
    })
    return { code, said, remarked, json: <T>() => JSON.parse(said) as T }
  }
