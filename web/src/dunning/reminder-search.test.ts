import { describe, expect, it } from 'vitest'
import { readRemindersSearch, slugOfTone, toneOfSlug, tones } from './reminder-search.ts'

describe('the address of the reminders', () => {
  it('opens what is ready when it says nothing', () => {
    expect(readRemindersSearch({})).toEqual({ vue: 'pretes' })
  })

  it('keeps view, tone and the open message', () => {
    expect(readRemindersSearch({ vue: 'envoyees', ton: 'ferme', relance: 12 })).toEqual({
      vue: 'envoyees',
      ton: 'ferme',
      relance: 12,
    })
  })

  it('opens the page on an old or mistyped link', () => {
    expect(readRemindersSearch({ vue: 'hier', ton: 'furieux', relance: 'x', cote: '1' })).toEqual({ vue: 'pretes' })
  })

  it('names every tone, and finds it again by its name', () => {
    for (const tone of tones) expect(toneOfSlug(slugOfTone(tone))).toBe(tone)
  })
})
