import { describe, expect, it } from 'vitest'
import { readBankSearch } from './bank-search.ts'

describe('the address of the bank', () => {
  it('says the view, the account and the open line', () => {
    expect(readBankSearch({ vue: 'pointees', compte: 3, ligne: 12 })).toEqual({ vue: 'pointees', compte: 3, ligne: 12 })
  })
  it('keeps a search for an amount, which reads as a number', () => {
    expect(readBankSearch({ q: 1860 })).toEqual({ q: '1860' })
  })
  it('leaves out what it does not know', () => {
    expect(readBankSearch({ vue: 'toString', compte: -1, ligne: 'x', q: '' })).toEqual({})
  })
})
