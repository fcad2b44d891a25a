import { describe, expect, it } from 'vitest'
import { readSiren } from './siren.ts'

describe('a SIREN', () => {
  it.each([
    ['552 100 554', '552100554'],
    ['552100554', '552100554'],
    ['552 100 554 00025', '552100554'],
    ['356 000 000', '356000000'], // La Poste, whose branches alone have another key
    ['356 000 000 45321', '356000000'],
  ])('%s is read as %s', (typed, read) => {
    expect(readSiren(typed)).toBe(read)
  })

  it.each(['55210055', '5521005544', 'FR 552100554', '', '552100545', '552 100 555', '55210055400025x', '000000000'])(
    '%s is refused',
    (typed) => {
      expect(readSiren(typed)).toBe(undefined)
    },
  )
})
