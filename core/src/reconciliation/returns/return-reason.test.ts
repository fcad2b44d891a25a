import { describe, expect, it } from 'vitest'
import { returnReason } from './return-reason.ts'

describe('the reason of a payment that came back', () => {
  it('is said in words, with what to do', () => {
    expect(returnReason('AM04', 'fr')).toEqual({
      why: 'provision insuffisante',
      next: 'convenir d’une autre date ou d’un autre moyen',
    })
    expect(returnReason('am04 ', 'en').why).toBe('insufficient funds')
  })

  it('reads the codes of the 120-character files', () => {
    expect(returnReason('65', 'fr')).toEqual(returnReason('MD06', 'fr'))
    expect(returnReason('66', 'en').why).toBe('wrong mandate data')
  })

  it('says that it does not know a code, or that there is none', () => {
    expect(returnReason('XX99', 'fr').why).toBe('motif inconnu')
    expect(returnReason(null, 'en').next).toBe('ask the customer what happened')
    expect(returnReason('RR03', 'en').next).toBe('complete the data')
  })
})
