import { describe, expect, it } from 'vitest'
import { onPaper } from './on-paper.ts'

const french = (body: string) => onPaper({ subject: '', body }, 'fr').body
const english = (body: string) => onPaper({ subject: '', body }, 'en').body

describe('a text on paper', () => {
  it('speaks of the letter it is, whoever wrote it', () => {
    expect(french('Répondez à ce message. Ce message annule le précédent.')).toBe(
      'Répondez à ce courrier. Ce courrier annule le précédent.',
    )
    expect(french('Ne tenez pas compte de cet e-mail, du présent courriel ni de ce\u00a0mail.')).toBe(
      'Ne tenez pas compte de ce courrier, du présent courrier ni de ce\u00a0courrier.',
    )
    expect(english('Please disregard this message. This e-mail is…')).toBe(
      'Please disregard this letter. This letter is…',
    )
    expect(onPaper({ subject: 'Objet de ce message', body: '' }, 'fr').subject).toBe('Objet de ce courrier')
  })

  it('leaves earlier messages, addresses and other words as they are', () => {
    const texts = [
      'Malgré nos messages du 12 octobre et notre message du 19',
      'Écrivez à ce messager ou par e-mail à compta@firme.example',
      'Votre mail du 3, {{ invoices.table }}',
    ]
    for (const text of texts) expect(french(text)).toBe(text)
    for (const text of ['Our messages of 12 October', 'this messaging service', 'reply by e-mail'])
      expect(english(text)).toBe(text)
  })
})
