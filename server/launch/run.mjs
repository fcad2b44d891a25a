import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/**
 * Runs a program in this terminal and answers its exit code (128 + n when signal n ended it). A signal for us goes on
 * to it, and we wait for it to end cleanly; Ctrl-C reaches both by itself.
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM'] // SIGHUP is left alone, for nohup
  for (const signal of signals) process.on(signal, forward)
  const watch = watchParent(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  }).finally(() => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, forward)
  })
}

/** npm told to stop only stops the shell it put between itself and us: that our parent is gone is all we notice. */
function watchParent(gone) {
  const parent = process.ppid
  return setInterval(() => process.ppid !== parent && gone(), 250)
}

/** Runs a script with this Node, which child programs find first on their path too. */
export function runNode(args, options = {}) {
  return run(process.execPath, args, { ...options, env: withNodeFirst({ ...process.env, ...options.env }) })
}

/**
 * A program that stays or reads large files. By itself V8 lets what is new take 64 MB, most of it garbage: it then stands
 * in the peak of every import. Only the command line can say so, a running program can no longer.
 */
export function runInLittleMemory(args, options = {}) {
  return runNode(['--max-semi-space-size=16', ...args], options)
}

function withNodeFirst(env) {
  return { ...env, PATH: `${dirname(process.execPath)}:${env.PATH ?? ''}` }
}

/** npm as the person started it, run by this Node; else the one on the path. */
export function runNpm(args, options = {}) {
  const script = process.env.npm_execpath
  if (script?.endsWith('npm-cli.js')) return runNode([script, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options, env: withNodeFirst({ ...process.env }) })
}
