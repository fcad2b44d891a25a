import { describe, expect, it } from 'vitest'
import { languageAsked } from './language.ts'

describe('the language of a visitor', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['de', 'fr'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['de-DE,en;q=0.7,fr;q=0.3', 'en'],
    ['en;q=0.2, fr', 'fr'],
    ['en;q=0', 'fr'],
  ])('%s is answered in %s', (asked, answered) => {
    expect(languageAsked(asked)).toBe(answered)
  })
})
