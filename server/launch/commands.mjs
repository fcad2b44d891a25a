import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureWebBuilt } from './build-web.mjs'
import { findBrowser } from './find-browser.mjs'
import { Problem, say } from './problem.mjs'
import { root, runInLittleMemory, runNode } from './run.mjs'

const tool = (path) => join(root, 'node_modules', path)
const vitest = ['run', '--config', 'checks/vitest.config.ts']

/** What can be asked of the launcher; each answers an exit code. */
export const commands = { start, dev, quittance, check, test, e2e, bench }

async function start(args) {
  await ensureWebBuilt()
  return runInLittleMemory(['server/src/main/serve.ts', ...args])
}

/** Files named on the command line are looked for where the person stands, not where npm goes. */
function quittance(args) {
  return runInLittleMemory([join(root, 'server/src/main/command-line.ts'), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  })
}

async function dev(args) {
  say('Server and pages follow every change; the address is the one Vite prints.')
  const end = new AbortController()
  const both = [
    runNode(['--watch', '--watch-preserve-output', 'server/src/main/serve.ts', ...args], { signal: end.signal }),
    runNode([tool('vite/bin/vite.js')], { cwd: join(root, 'web'), signal: end.signal }),
  ]
  const code = await Promise.race(both)
  end.abort() // one without the other is of no use
  await Promise.allSettled(both)
  return code
}

async function check() {
  const started = Date.now()
  await step('Form and lint', [tool('@biomejs/biome/bin/biome'), 'check', '--config-path=checks', '.'])
  for (const project of ['core', 'core/tsconfig.test.json', 'server', 'web', 'e2e']) {
    await step(`Types of ${project}`, [tool('typescript/bin/tsc'), '-p', project])
  }
  await step('Unit and house tests', [tool('vitest/vitest.mjs'), ...vitest, '--project', 'unit'])
  say(`Checked in ${seconds(started)}: form, types, unit and house tests pass.`)
  return 0
}

async function test() {
  const started = Date.now()
  await check()
  const server = [tool('vitest/vitest.mjs'), ...vitest, '--project', 'server']
  await step('Server tests, on the embedded PostgreSQL', [...server, '--project', 'files'])
  if (machineHasPostgres()) {
    await step("Server tests, on the machine's PostgreSQL", server, { QUITTANCE_TEST_POSTGRES: 'machine' })
  } else {
    say("Server tests on the machine's PostgreSQL: left out, this machine has none.")
  }
  const code = await e2e([])
  if (code !== 0) throw new Problem('The journeys in a browser do not pass (see above).', code)
  say(`All tests pass, in ${seconds(started)}.`)
  return 0
}

async function e2e(args) {
  await ensureWebBuilt()
  const browser = await findBrowser()
  say('Journeys in a browser.')
  const cli = tool('@playwright/test/cli.js')
  const env = browser ? { CHROMIUM_PATH: browser } : {}
  return runNode([cli, 'test', '--config', 'e2e/playwright.config.ts', ...args], { env })
}

function bench(args) {
  return runInLittleMemory(['bench/run.ts', ...args])
}

async function step(name, args, env = {}) {
  say(`${name}.`)
  const code = await runNode(args, { env })
  if (code !== 0) throw new Problem(`${name}: not passed (see above).`, code)
}

const seconds = (started) => `${Math.round((Date.now() - started) / 1000)} s`

function machineHasPostgres() {
  const folder = '/usr/lib/postgresql'
  return existsSync(folder) && readdirSync(folder).some((major) => existsSync(join(folder, major, 'bin/postgres')))
}
