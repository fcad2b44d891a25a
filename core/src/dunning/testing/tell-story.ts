import { formatDate } from '../../calendar/format-date.ts'
import { assert } from '../../money/assert.ts'
import type { Language } from '../../money/format-money.ts'
import type { Story } from '../../testing/story.ts'
import type { Decision } from '../decision.ts'
import { explain } from '../explain.ts'
import type { SentenceFacts } from '../sentences.ts'
import type { Situation } from '../situation.ts'
import { runStory } from './run-story.ts'

const head: Readonly<Record<Language, string>> = {
  fr: '| jour | ce qui arrive | ce que Quittance décide |',
  en: '| day | what happens | what Quittance decides |',
}

/** A story as a table for the manual: its days, what happens, and the sentence the screens would show. */
export function tellStory(story: Story, language: Language): string {
  const rows: string[] = []
  const failures = runStory(story, ({ on, event }, decision, situation) => {
    const happens = event === null ? '' : eventIn(event, language)
    const said = sentence(decision, language, situation)
    rows.push(`| ${formatDate(on, language)} | ${happens} | ${said.replaceAll('|', '/')} |`)
  })
  assert(failures.length === 0, failures.join('\n'))
  const start = story.start.flatMap((line) => startIn(line, language))
  return [`${start.join(' ')}`, '', head[language], '| --- | --- | --- |', ...rows].join('\n')
}

function sentence(decision: Decision, language: Language, { items }: Situation): string {
  const facts: SentenceFacts = {
    customerName: language === 'fr' ? 'ce client' : 'this customer',
    invoiceOf: (id) => items.find((item) => item.id === id)?.invoiceNumber ?? null,
  }
  return explain(decision, language, facts)
}

/** « invoice F-101  1200.00  due 2026-03-02 » */
function startIn(line: string, language: Language): string[] {
  const [, number, amount, due] = /^invoice (\S+)\s+(\S+)\s+due (\S+)$/.exec(line) ?? []
  if (number === undefined || amount === undefined || due === undefined) return []
  const day = dayIn(due, language)
  return language === 'fr'
    ? [`Facture ${number}\u00a0: ${sumIn(amount, 'fr')}, à payer le ${day}.`]
    : [`Invoice ${number}: ${sumIn(amount, 'en')}, due on ${day}.`]
}

const dayIn = (day: string, language: Language): string => formatDate(day as Parameters<typeof formatDate>[0], language)

const sumIn = (amount: string, language: Language): string => {
  const [units = '', cents = '00'] = amount.split('.')
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',')
  return language === 'fr' ? `${grouped},${cents}\u00a0€` : `€${grouped}.${cents}`
}

const done: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'call done': { fr: 'L’appel est fait.', en: 'The call is done.' },
  'letter done': { fr: 'Le courrier est posté.', en: 'The letter is posted.' },
  'decision done': { fr: 'La direction a décidé.', en: 'The director has decided.' },
}

/** An event of the language of stories in plain words; one it has no words for is a mistake in the choice of stories. */
function eventIn(event: string, language: Language): string {
  const known = done[event]
  if (known) return known[language]
  const [, amount, of] = /^payment (\S+) for (\S+)$/.exec(event) ?? []
  if (amount !== undefined && of !== undefined)
    return language === 'fr' ? `${sumIn(amount, 'fr')} reçus pour ${of}.` : `${sumIn(amount, 'en')} received for ${of}.`
  const [, promised, until] = /^promise (\S+) for (\S+)$/.exec(event) ?? []
  if (promised !== undefined && until !== undefined)
    return language === 'fr'
      ? `Promesse pour ${promised}, le ${dayIn(until, 'fr')}.`
      : `Promise for ${promised}, on ${dayIn(until, 'en')}.`
  const [, disputed] = /^dispute (\S+)$/.exec(event) ?? []
  if (disputed !== undefined) return language === 'fr' ? `${disputed} est contestée.` : `${disputed} is disputed.`
  const [, settled] = /^resolve (\S+)$/.exec(event) ?? []
  assert(settled !== undefined, `no words for the event "${event}"`)
  return language === 'fr' ? `Le litige sur ${settled} est réglé.` : `The dispute on ${settled} is settled.`
}
