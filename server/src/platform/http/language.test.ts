import { describe, expect, it } from 'vitest'
import { languageAsked, languageChosen } from './language.ts'

describe('the language of an answer', () => {
  it('is the one chosen on the screen when the program says exactly that', () => {
    expect(languageChosen('en')).toBe('en')
    expect(languageChosen('fr')).toBe('fr')
  })
  it('is not taken from the usual list of a browser: the person chose otherwise in Quittance', () => {
    expect(languageChosen('en-GB,en;q=0.9,fr;q=0.8')).toBeNull()
    expect(languageChosen(undefined)).toBeNull()
  })
  it('is what a visitor prefers, French when neither of ours', () => {
    expect(languageAsked('de,en;q=0.5,fr;q=0.8')).toBe('fr')
    expect(languageAsked('en-US')).toBe('en')
    expect(languageAsked('de')).toBe('fr')
  })
})
