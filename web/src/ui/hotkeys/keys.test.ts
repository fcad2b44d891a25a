import { describe, expect, it } from 'vitest'
import { canBeSwitchedOff, keyName, printHotkey, worksInFields } from './keys.ts'

const press = (key: string, held: Partial<Record<'ctrl' | 'meta' | 'shift' | 'alt', boolean>> = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  shiftKey: held.shift ?? false,
  altKey: held.alt ?? false,
})

describe('the name of a key press', () => {
  it('is the same letter with and without caps lock', () => {
    expect(keyName(press('J'))).toBe('j')
    expect(keyName(press('j'))).toBe('j')
  })
  it('keeps shift on letters, for shift J extends a selection', () => {
    expect(keyName(press('J', { shift: true }))).toBe('shift+j')
  })
  it('is the same question mark on AZERTY (shift and comma) and on a layout without shift', () => {
    expect(keyName(press('?', { shift: true }))).toBe('?')
    expect(keyName(press('?'))).toBe('?')
  })
  it('is the same slash typed with shift on AZERTY and with AltGr elsewhere', () => {
    expect(keyName(press('/', { shift: true }))).toBe('/')
    expect(keyName(press('/', { ctrl: true, alt: true }))).toBe('/')
  })
  it('takes the command key for Ctrl', () => {
    expect(keyName(press('k', { meta: true }))).toBe('ctrl+k')
  })
  it('leaves Alt combinations to the browser and lone modifiers to nobody', () => {
    expect(keyName(press('d', { alt: true }))).toBeUndefined()
    expect(keyName(press('Shift', { shift: true }))).toBeUndefined()
  })
  it('calls the space bar by its name', () => {
    expect(keyName(press(' '))).toBe('space')
    expect(keyName(press(' ', { shift: true }))).toBe('shift+space')
  })
})

describe('hotkeys', () => {
  it('with Ctrl work in fields, unless the field needs them itself', () => {
    expect(worksInFields('ctrl+k')).toBe(true)
    expect(worksInFields('ctrl+enter')).toBe(true)
    expect(worksInFields('ctrl+a')).toBe(false)
    expect(worksInFields('j')).toBe(false)
  })
  it('made of plain characters can be switched off, sequences too', () => {
    expect(canBeSwitchedOff('j')).toBe(true)
    expect(canBeSwitchedOff('g f')).toBe(true)
    expect(canBeSwitchedOff('ctrl+k')).toBe(false)
  })
  it('are printed as on the key caps of the reader', () => {
    expect(printHotkey('ctrl+enter', { ctrl: 'Ctrl', enter: 'Entrée' })).toBe('Ctrl Entrée')
    expect(printHotkey('g f', {})).toBe('G F')
    expect(printHotkey('arrowup', {})).toBe('↑')
  })
})
