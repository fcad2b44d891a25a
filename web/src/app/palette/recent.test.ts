import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keepVisit, rememberVisit, visitsOf } from './recent.ts'

const stored = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
})
beforeEach(() => stored.clear())

describe('what was opened lately', () => {
  it('comes latest first, each once, under its present name', () => {
    rememberVisit(1, { id: 7, name: 'Castel' })
    keepVisit(1, { kind: 'invoice', id: 7, name: 'F-2026-0764' })
    rememberVisit(1, { id: 7, name: 'Menuiseries Castel' })
    expect(visitsOf(1)).toEqual([
      { kind: 'customer', id: 7, name: 'Menuiseries Castel' },
      { kind: 'invoice', id: 7, name: 'F-2026-0764' },
    ])
  })

  it('stays short', () => {
    for (let id = 1; id <= 20; id++) rememberVisit(1, { id, name: `Client ${id}` })
    expect(visitsOf(1).map(({ id }) => id)).toEqual([20, 19, 18, 17, 16, 15])
  })

  it('is not shown to somebody else in the same browser', () => {
    rememberVisit(1, { id: 7, name: 'Castel' })
    expect(visitsOf(2)).toEqual([])
  })

  it('starts anew where something else was written', () => {
    stored.set('quittance.recent.1', 'not json')
    expect(visitsOf(1)).toEqual([])
    stored.set('quittance.recent.1', '[{"kind":"customer","id":"x","name":3}]')
    expect(visitsOf(1)).toEqual([])
  })
})
