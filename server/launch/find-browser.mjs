import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Problem, say } from './problem.mjs'
import { root, run, runNode } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium for the journeys: the machine's, else Debian's (as root), else Playwright's (then undefined). */
export async function findBrowser() {
  const said = process.env.CHROMIUM_PATH
  if (said && !runs(said))
    throw new Problem(`CHROMIUM_PATH names ${said}, which does not run: correct it or leave it out.`)
  return said || onMachine() || (await fromDebian()) || (await fromPlaywright())
}

const runs = (path) => spawnSync(path, ['--version']).status === 0

function onMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...macApplications]
  return candidates.find((path) => existsSync(path) && runs(path))
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('No Chromium here: installing the package chromium (apt-get).')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
  return onMachine()
}

/** Playwright finds its own download by itself: no path is needed. */
async function fromPlaywright() {
  const cli = join(root, 'node_modules/playwright/cli.js')
  if (await playwrightHasOne()) return undefined
  say('No Chromium here: fetching the one of Playwright.')
  if ((await runNode([cli, 'install', 'chromium'])) === 0) return undefined
  throw new Problem(
    'The browser journeys need Chromium, which is not on this machine and could not be fetched: install Chromium or ' +
      'Google Chrome, or say where it is with CHROMIUM_PATH.',
  )
}

async function playwrightHasOne() {
  const { chromium } = await import('playwright')
  return existsSync(chromium.executablePath())
}
