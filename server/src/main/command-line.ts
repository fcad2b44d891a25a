import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { keepHeapSmall } from '../platform/keep-heap-small.ts'
import { openPlatform } from '../platform/open-platform.ts'
import { StartRefusal } from '../platform/start-refusal.ts'
import { runCommand } from './command-line/run-command.ts'
import { openTerminal } from './command-line/terminal.ts'

keepHeapSmall()
const terminal = openTerminal({ ...process, environment: process.env })

// `| head` closed the pipe: nobody reads on, and that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  const config = readConfig()
  process.exitCode = await runCommand(process.argv.slice(2), {
    terminal,
    clock: systemClock,
    config,
    open: () => openPlatform(config),
  })
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error
  terminal.remark(error.sentence[terminal.language])
  process.exitCode = 2
}
