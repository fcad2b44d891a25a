import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import type { ProgressFigures } from './measure-progress.ts'

/*
 * How far the progress bar is from the truth, as JSON, one line a file and the greatest of each kind at the end:
 *   node bench/progress/print-progress.ts --files fec:100000,csv-many:100000,pdf:2000
 * `worst` is the share shown less the part of the processor time used, of program and database together.
 */
const { values } = parseArgs({
  options: {
    files: {
      type: 'string',
      default: 'fec:100000,csv-few:100000,csv-some:100000,csv-many:100000,xlsx:100000,pdf:2000',
    },
    seed: { type: 'string', default: '7' },
    today: { type: 'string', default: '2026-11-23' },
  },
})

// Open to the user as whom root starts PostgreSQL.
const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
chmodSync(folder, 0o755)
const worst = new Map<string, number>()
try {
  for (const file of values.files.split(',')) {
    const [kind = '', size = ''] = file.split(':')
    const script = join(import.meta.dirname, 'measure-progress.ts')
    const args = ['--max-semi-space-size=16', script, folder, kind, size, values.seed, values.today]
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 })
    process.stdout.write(stdout)
    const { check, apply } = JSON.parse(stdout) as ProgressFigures
    worst.set(kind, Math.max(worst.get(kind) ?? 0, Math.abs(check.worst), Math.abs(apply.worst)))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${JSON.stringify({ greatest: Object.fromEntries(worst) })}\n`)
