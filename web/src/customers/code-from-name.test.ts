import { describe, expect, it } from 'vitest'
import { codeFromName } from './code-from-name.ts'

describe('the code proposed for a new customer', () => {
  it.each([
    ['Hôtel Le Clos Vauban', 'HOTEL-LE-CLOS-VAUBAN'],
    ['  Farine & Cie ', 'FARINE-CIE'],
    ['L’Œuvre du Cœur', 'L-OEUVRE-DU-COEUR'],
    ['', ''],
  ])('%s gives %s', (name, code) => expect(codeFromName(name)).toBe(code))

  it('stays short, without a dash at its end', () => {
    expect(codeFromName('Compagnie générale de menuiserie et d’agencement')).toBe('COMPAGNIE-GENERALE-DE-MENUISER')
    expect(codeFromName('Association des amis de la vi lle')).toBe('ASSOCIATION-DES-AMIS-DE-LA-VI')
  })
})
