import { describe, expect, it } from 'vitest'
import { pickFound } from './pick-found.ts'

const perreau = { id: '1', label: 'Garage Perreau' }
const remparts = { id: '2', label: 'Garage des Remparts' }
const creche = { id: '3', label: 'Crèche Les Mésanges' }

describe('a choice typed without pointing at it', () => {
  it('is the line of that name, whatever the case and the accents', () => {
    expect(pickFound([perreau, creche], 'creche les mesanges', 'Tab')).toBe(creche)
    expect(pickFound([perreau, remparts], ' GARAGE DES\u00a0REMPARTS', 'Enter')).toBe(remparts)
  })
  it('is the first line on Enter', () => {
    expect(pickFound([perreau, remparts], 'gara', 'Enter')).toBe(perreau)
  })
  it('is the only line on Tab, and none when it could be another', () => {
    expect(pickFound([remparts], 'rempa', 'Tab')).toBe(remparts)
    expect(pickFound([perreau, remparts], 'gara', 'Tab')).toBeUndefined()
  })
  it('is nothing when nothing was found', () => {
    expect(pickFound([], 'xyz', 'Enter')).toBeUndefined()
  })
})
