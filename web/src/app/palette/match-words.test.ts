import { describe, expect, it } from 'vitest'
import { matchesWords } from './match-words.ts'

describe('the words typed in the palette', () => {
  it.each(['saisir', 'sai reg', 'reglement', 'RÈGLEMENT', ''])('« %s » finds « Saisir un règlement »', (typed) => {
    expect(matchesWords('Saisir un règlement', typed)).toBe(true)
  })
  it.each(['facture', 'sai fac', 'gleme'])('« %s » does not', (typed) => {
    expect(matchesWords('Saisir un règlement', typed)).toBe(false)
  })
})
