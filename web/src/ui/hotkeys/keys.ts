/** The part of a keyboard event that says which key it was. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * The name of a key press, as hotkeys are written: 'j', 'shift+j', 'ctrl+k', 'enter', 'space', '?'.
 * Built on `event.key`, so that AZERTY and QWERTY agree: shift is part of '?' on one and not on the other, hence
 * dropped for signs. Command counts as Ctrl. Undefined for a lone modifier and for Alt combinations.
 */
export function keyName(press: KeyPress): string | undefined {
  const { key } = press
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process', 'Unidentified'].includes(key)) return undefined
  const sign = key.length === 1 && !/[\p{L}\p{N} ]/u.test(key)
  const ctrl = press.ctrlKey || press.metaKey
  if (press.altKey && !(sign && press.ctrlKey)) return undefined // AltGr reports Ctrl and Alt with a sign
  const plain = key === ' ' ? 'space' : key.toLowerCase()
  return `${ctrl && !press.altKey ? 'ctrl+' : ''}${press.shiftKey && !sign ? 'shift+' : ''}${plain}`
}

/** Works while typing in a field: Ctrl combinations, but for those every field has of its own. */
export const worksInFields = (name: string): boolean =>
  name.startsWith('ctrl+') && !/^ctrl\+(shift\+)?[acvxyz]$/.test(name)

/** Single characters and sequences of them can trigger by accident (WCAG 2.1.4): these can be switched off. */
export const canBeSwitchedOff = (hotkey: string): boolean =>
  hotkey.split(' ').every((name) => !name.startsWith('ctrl+'))

const signs: Readonly<Record<string, string>> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' }

/** A hotkey as printed on a key cap; `names` gives the words for enter, escape, space, shift, ctrl and tab. */
export function printHotkey(hotkey: string, names: Readonly<Record<string, string>>): string {
  const cap = (part: string): string => names[part] ?? signs[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  return hotkey
    .split(' ')
    .map((name) => (name === '+' ? '+' : name.split('+').map(cap).join(' ')))
    .join(' ')
}
