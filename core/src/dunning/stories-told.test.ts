import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Language } from '../money/format-money.ts'
import { readStories } from '../testing/story.ts'
import { tellStory } from './testing/tell-story.ts'

const root = join(import.meta.dirname, '../../..')

/** The stories the manual tells in full, from the first an accountant asks for to the last. */
const chosen = [
  { file: 'one-invoice', title: 'An invoice nobody pays', fr: 'Une facture que personne ne paie' },
  {
    file: 'several-invoices',
    title: 'The oldest is paid: the tone goes down, never up',
    fr: 'La plus ancienne est payée : le ton descend, ne monte jamais',
  },
  {
    file: 'several-invoices',
    title: 'A part payment changes the amount, not the step',
    fr: 'Un règlement partiel change le montant, pas l’étape',
  },
  {
    file: 'what-does-not-count',
    title: 'A promise is believed until its day has passed',
    fr: 'Une promesse est crue jusqu’à ce que son jour soit passé',
  },
  {
    file: 'what-does-not-count',
    title: 'A disputed invoice that is paid in part stays disputed',
    fr: 'Une facture contestée et payée en partie reste contestée',
  },
]

const told = (language: Language): string =>
  chosen
    .map(({ file, title, fr }) => {
      const stories = readStories(readFileSync(join(import.meta.dirname, `stories/${file}.md`), 'utf8'))
      const story = stories.find((one) => one.title === title)
      if (!story) throw new Error(`${file} has no story "${title}"`)
      return `### ${language === 'fr' ? fr.replaceAll(' :', '\u00a0:') : title}\n\n${tellStory(story, language)}\n`
    })
    .join('\n')

const open = '<!-- Written by the tests of the rule (UPDATE_GOLDEN=1). -->\n'
const close = '<!-- So far. -->'

it.each([
  ['en', 'docs/dunning.md'],
  ['fr', 'docs/fr/dunning.md'],
] as const)('the manual tells in %s what the rule decides today, day by day', (language, page) => {
  const path = join(root, page)
  const text = readFileSync(path, 'utf8')
  const [before = '', rest = ''] = text.split(open)
  const after = rest.slice(rest.indexOf(close))
  const now = `${before}${open}\n${told(language)}\n${after}`
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, now)
  expect(readFileSync(path, 'utf8')).toBe(now)
})
