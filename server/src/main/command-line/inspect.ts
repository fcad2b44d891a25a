import { resolve } from 'node:path'
import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import { inspectContent } from '../inspect-content.ts'
import type { Commanded, ExitCode } from './command.ts'

/** Says what a file holds: no organisation, no database, nothing stored. 1: the file is refused, with its reason. */
export async function inspectCommand({ terminal, asked }: Pick<Commanded, 'terminal' | 'asked'>): Promise<ExitCode> {
  const file = resolve(asked.what ?? '')
  const found = await inspectContent(file)
  const answer =
    'error' in found
      ? {
          kind: found.kind,
          warnings: [],
          error: {
            code: found.error.code,
            line: found.error.line ?? null,
            field: found.error.field ?? null,
            value: found.error.value ?? null,
            reason: problemSentence(found.error, terminal.language),
          },
        }
      : { kind: found.kind, ...found.facts, warnings: found.warnings }
  if (asked.json) await terminal.line(JSON.stringify({ command: 'inspect', file, ...answer }))
  else if ('error' in answer) terminal.remark(answer.error.reason)
  else for (const [name, value] of Object.entries(answer)) await terminal.line(`${name.padEnd(32)} ${written(value)}`)
  return 'error' in answer ? 1 : 0
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
