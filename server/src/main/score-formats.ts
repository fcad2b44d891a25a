import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { scoreFiles } from './format-score/score-files.ts'
import { differenceLines, scoreTable, withTable } from './format-score/score-table.ts'

/**
 * `node server/src/main/score-formats.ts FOLDER [--write]`: reads every file named in the expected.json of a folder of
 * samples, prints the score by kind and what differs, and with --write keeps the table in docs/formats.md. Exit code 1
 * where a file is read wrong or refused for another reason.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
})
const [folder] = positionals
if (!folder) throw new Error('Say which folder of samples: node server/src/main/score-formats.ts FOLDER')

const scored = await scoreFiles(resolve(folder))
console.log(scoreTable(scored, 'en'))
for (const line of differenceLines(scored)) console.log(line)

if (values.write) {
  for (const [language, page] of [
    ['en', 'formats.md'],
    ['fr', 'fr/formats.md'],
  ] as const) {
    const path = new URL(`../../../docs/${page}`, import.meta.url)
    await writeFile(path, withTable(await readFile(path, 'utf8'), scoreTable(scored, language)))
  }
}
if (scored.some(({ verdict }) => verdict === 'wrong')) process.exitCode = 1
