import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { scoreEmails } from './email-score/score-emails.ts'
import { emailTable, missedLines, withEmailTable } from './email-score/score-table.ts'

/**
 * `node server/src/main/score-emails.ts FOLDER [--write] [--missed]`: reads the messages of FOLDER/emails and prints how
 * many are told apart as FOLDER/expected.json says; --missed names the others, --write keeps the table in docs/answers.md.
 * Exit code 1 where a message that is none is taken for an undelivered one.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, missed: { type: 'boolean', default: false } },
})
const [folder] = positionals
if (!folder) throw new Error('Say which folder of samples: node server/src/main/score-emails.ts FOLDER')

const score = await scoreEmails(resolve(folder))
console.log(emailTable(score, 'en'))
if (values.missed) for (const line of missedLines(score)) console.log(line)

if (values.write) {
  for (const [language, page] of [
    ['en', 'answers.md'],
    ['fr', 'fr/answers.md'],
  ] as const) {
    const path = new URL(`../../../docs/${page}`, import.meta.url)
    await writeFile(path, withEmailTable(await readFile(path, 'utf8'), emailTable(score, language)))
  }
}
if (score.noFalseBounces.missed.length > 0) process.exitCode = 1
