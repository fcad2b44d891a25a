import { describe, expect, it } from 'vitest'
import { avatarColor, avatarColors, initialsOf } from './avatar-color.ts'

describe('an avatar', () => {
  it.each([
    ['Claire Besson', 'CB'],
    ['Hôtel Le Clos Vauban', 'HC'],
    ['Cabinet de l’Étang', 'CÉ'],
    ['Vauquelin', 'VA'],
    ['', '?'],
  ])('shows the initials of %s as %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
  it('keeps its colour from one screen to the next', () => {
    expect(avatarColor('Claire Besson')).toBe(avatarColor('Claire Besson'))
  })
  it('uses every colour over many names', () => {
    const names = Array.from({ length: 200 }, (_, n) => `Personne ${n}`)
    expect(new Set(names.map(avatarColor)).size).toBe(avatarColors.length)
  })
})
