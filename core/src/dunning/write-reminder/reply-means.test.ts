import { describe, expect, it } from 'vitest'
import { exampleFacts } from './example-facts.ts'
import { replyMeans } from './reply-means.ts'

const french = exampleFacts('fr')
const english = exampleFacts('en')
const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

describe('how a customer answers', () => {
  it('an e-mail is replied to', () => {
    expect(replyMeans(french)).toBe('en réponse à ce message')
    expect(replyMeans(english)).toBe('by replying to this message')
  })

  it('a letter is answered by what is known of us', () => {
    expect(spaced(replyMeans({ ...french, onPaper: true }))).toBe(
      'par téléphone au 03 53 01 40 00, par e-mail à compta@vauquelin.example ou par courrier',
    )
    expect(spaced(replyMeans({ ...english, onPaper: true }))).toBe(
      'by phone on 03 53 01 40 00, by e-mail at compta@vauquelin.example or by post',
    )
    const noPhone = { ...french.legalEntity, phone: null }
    expect(replyMeans({ ...french, legalEntity: noPhone, onPaper: true })).toBe(
      'par e-mail à compta@vauquelin.example ou par courrier',
    )
    const nothing = { ...noPhone, email: null }
    expect(replyMeans({ ...french, legalEntity: nothing, onPaper: true })).toBe('par courrier')
    expect(replyMeans({ ...english, legalEntity: nothing, onPaper: true })).toBe('by post')
  })
})
