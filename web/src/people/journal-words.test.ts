import { journalActs, journalThings } from '@quittance/core/people/journal-acts.ts'
import { describe, expect, it } from 'vitest'
import english from '../app/i18n/en/settings.json' with { type: 'json' }
import french from '../app/i18n/fr/settings.json' with { type: 'json' }
import { changesIn, journalAct, journalThing, nameIn } from './journal-words.ts'

describe('a line of the journal', () => {
  it('is known by its act and its thing, however the server spells them', () => {
    expect(journalAct('reminder.approved')).toBe('reminder_approved')
    expect(journalAct('created')).toBe('created')
    expect(journalThing('openItem')).toBe('open_item')
    expect(journalThing('open_item')).toBe('open_item')
  })

  it('that nobody foresaw is not taken for another', () => {
    expect(journalAct('painted')).toBe(undefined)
    expect(journalThing('wall')).toBe(undefined)
  })

  it('names what was touched', () => {
    expect(nameIn({ name: 'Menuiseries Castel' })).toBe('Menuiseries Castel')
    expect(nameIn({ name: { from: 'a', to: 'b' } })).toBe(undefined)
  })

  it('tells old and new, and nothing as a dash', () => {
    expect(
      changesIn({ bic: { from: null, to: 'AGRIFRPP' }, note: 'x', alsaceMoselle: { from: false, to: true } }),
    ).toEqual([
      { field: 'bic', from: '—', to: 'AGRIFRPP' },
      { field: 'alsaceMoselle', from: 'false', to: 'true' },
    ])
  })

  it.each([
    ['French', french.journal],
    ['English', english.journal],
  ])('has %s words for every act that the server can write, and for every thing', (_language, { acts, things }) => {
    const words: Readonly<Record<string, string>> = { ...acts, ...things }
    const unnamed = [...journalActs.map((act) => journalAct(act) ?? act), ...journalThings].filter((key) => !words[key])
    expect(unnamed).toEqual([])
    expect(Object.keys(acts).toSorted()).toEqual(journalActs.map((act) => journalAct(act)).toSorted())
  })
})
