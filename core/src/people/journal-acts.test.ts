import { expect, it } from 'vitest'
import { journalActs, journalThings } from './journal-acts.ts'

it('each act and each thing of the journal stands in its list once', () => {
  expect(new Set(journalActs).size).toBe(journalActs.length)
  expect(new Set(journalThings).size).toBe(journalThings.length)
})

it('an act is a word, or a word of a thing, as the files of words can name it', () => {
  for (const act of journalActs) expect(act).toMatch(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)?$/)
  for (const thing of journalThings) expect(thing).toMatch(/^[a-z_]+$/)
  const named = journalActs.map((act) => act.replace('.', '_'))
  expect(new Set(named).size).toBe(named.length)
})
