import type { Terminal } from './terminal.ts'

/**
 * One JSON document whose list is written row by row, so that a large organisation never stands in memory whole:
 * `{ …head, "<name>": [ … ], …tail }`.
 */
export function jsonList(terminal: Terminal, head: Readonly<Record<string, unknown>>, name: string) {
  let rows = 0
  return {
    open: () => terminal.write(`${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:[`),
    row: (row: unknown) => terminal.write(`${rows++ === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`),
    close: (tail: Readonly<Record<string, unknown>>) => terminal.write(`\n],${JSON.stringify(tail).slice(1)}\n`),
  }
}
