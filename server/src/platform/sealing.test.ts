import { describe, expect, it } from 'vitest'
import { openSeal } from './sealing.ts'

const seal = openSeal('the word of this installation')

describe('a sealed word', () => {
  it('opens with the same key, and is never written twice the same', () => {
    const [one, two] = [seal.close('mot de passe é'), seal.close('mot de passe é')]
    expect(one).not.toBe(two)
    expect(one).not.toContain('passe')
    expect(openSeal('the word of this installation').open(one)).toBe('mot de passe é')
  })

  it('stays shut to another key', () => {
    expect(openSeal('another word').open(seal.close('secret'))).toBe(null)
  })

  it('stays shut when one letter of it changed', () => {
    const sealed = seal.close('secret')
    const other = sealed.at(-2) === 'A' ? 'B' : 'A'
    expect(seal.open(`${sealed.slice(0, -2)}${other}${sealed.slice(-1)}`)).toBe(null)
    expect(seal.open('secret')).toBe(null)
    expect(seal.open('v1.a.b.c')).toBe(null)
  })

  it('may be empty', () => {
    expect(seal.open(seal.close(''))).toBe('')
  })
})
