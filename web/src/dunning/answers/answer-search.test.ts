import { describe, expect, it } from 'vitest'
import { readAnswersSearch, viewOfSlug } from './answer-search.ts'

describe('the address of the answers', () => {
  it('names a view and a message', () => {
    expect(readAnswersSearch({ vue: 'a-classer', reponse: '12' })).toEqual({ vue: 'a-classer', reponse: 12 })
    expect(viewOfSlug('a-classer')).toBe('toSort')
  })

  it('that says something unknown opens what waits to be read', () => {
    expect(readAnswersSearch({ vue: 'autre', reponse: '-1' })).toEqual({ vue: 'a-lire' })
  })
})
