import { loadSecrets } from '../../secrets.ts'
import { startEmbedded } from '../embedded.ts'

/**
 * A program that uses the embedded database of the folder in its first argument, for tests that kill it: says one
 * line of JSON when the database is there, stops cleanly on SIGTERM.
 */
const folder = process.argv[2] ?? ''
const embedded = await startEmbedded({ folder, secrets: loadSecrets(`${folder}/secrets.json`) })
const staying = setInterval(() => undefined, 1000)
process.once('SIGTERM', async () => {
  clearInterval(staying)
  await embedded.stop()
})
process.stdout.write(`${JSON.stringify(embedded)}\n`)
