import { describe, expect, it } from 'vitest'
import { type CallTone, callScripts, saidAloud, toneByAge } from './call-script.ts'

const tones: readonly CallTone[] = ['courtesy', 'friendly', 'neutral', 'firm', 'formalNotice']
const all = (['fr', 'en'] as const).flatMap((language) =>
  tones.map((tone) => ({ tone, script: callScripts[language][tone] })),
)

describe('what to say on the phone', () => {
  it('greets, says what it is about, asks for a day, and closes', () => {
    for (const { script } of all) {
      const [greet, about, ask, close, ...rest] = script.split('\n\n')
      expect(greet).toContain('{{ contact.greeting }}')
      expect(about).toMatch(/\{\{ (?:total\.amountDue|invoices\.label) \}\}/)
      expect([ask, close].every((line) => line !== undefined && line.length > 20)).toBe(true)
      expect(rest).toEqual([])
    }
  })

  it('speaks of the word that was not kept before anything else', () => {
    for (const { script } of all) expect(script).toMatch(/\{% if promise\.date %\}.*\{\{ promise\.date \}\}/)
  })

  it('threatens in no tone but that after a formal notice, and names a day only from firm on', () => {
    for (const { tone, script } of all) {
      expect(script.includes('deadline.date')).toBe(tone === 'firm' || tone === 'formalNotice')
      expect(/transmis|handed on|mise en demeure|formal notice/.test(script)).toBe(tone === 'formalNotice')
    }
  })

  it('asks for the proof of a payment that was announced and is not there', () => {
    expect(callScripts.fr.paymentNotFound).toContain('preuve du virement')
    expect(callScripts.en.paymentNotFound).toContain('proof of the transfer')
  })

  it('grows firmer with the delay', () => {
    expect([-3, 0, 1, 30, 31, 60, 61, 400].map(toneByAge)).toEqual([
      ...['courtesy', 'courtesy', 'friendly', 'friendly', 'neutral', 'neutral', 'firm', 'firm'],
    ])
  })

  it('greets as one speaks', () => {
    expect(saidAloud('Dear Ms Gauthier,')).toBe('Good morning Ms Gauthier,')
    expect(saidAloud('Hello,')).toBe('Good morning,')
    expect(saidAloud('Bonjour Mme Gauthier,')).toBe('Bonjour Mme Gauthier,')
  })
})
