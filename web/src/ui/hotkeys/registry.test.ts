import { beforeEach, describe, expect, it } from 'vitest'
import { createHotkeyRegistry, type HotkeyRegistry } from './registry.ts'

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, shiftKey: false, altKey: false })

function aMemory(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

describe('the hotkey registry', () => {
  let time = 0
  let memory = aMemory()
  let registry: HotkeyRegistry
  let done: string[] = []
  const add = (keys: string, layer = 0, says = keys) =>
    registry.add({ keys, label: keys, layer, run: () => void done.push(says) })

  beforeEach(() => {
    time = 0
    memory = aMemory()
    registry = createHotkeyRegistry(memory, () => time)
    done = []
  })

  it('runs the act of the key pressed', () => {
    add('j')
    expect(registry.press(press('j'), false)).toBe(true)
    expect(done).toEqual(['j'])
  })
  it('leaves letters typed in a field alone, but not Ctrl K', () => {
    add('j')
    add('ctrl+k')
    expect(registry.press(press('j'), true)).toBe(false)
    registry.press(press('k', true), true)
    expect(done).toEqual(['ctrl+k'])
  })
  it('waits for the second key of a sequence', () => {
    add('g f')
    add('f')
    registry.press(press('g'), false)
    registry.press(press('f'), false)
    expect(done).toEqual(['g f'])
  })
  it('forgets the first key of a sequence after a moment', () => {
    add('g f')
    add('f')
    registry.press(press('g'), false)
    time = 2000
    registry.press(press('f'), false)
    expect(done).toEqual(['f'])
  })
  it('takes the second key for itself when it completes no sequence', () => {
    add('g f')
    add('j')
    registry.press(press('g'), false)
    registry.press(press('j'), false)
    expect(done).toEqual(['j'])
  })
  it('lets the panel opened last win over the page', () => {
    add('r', 0, 'page')
    const leave = add('r', 0, 'panel')
    registry.press(press('r'), false)
    leave()
    registry.press(press('r'), false)
    expect(done).toEqual(['panel', 'page'])
  })
  it('lets nothing of the page run while a dialog is open', () => {
    add('j')
    const close = registry.openLayer(1)
    registry.press(press('j'), false)
    expect(done).toEqual([])
    close()
    registry.press(press('j'), false)
    expect(done).toEqual(['j'])
  })
  it('wakes the page after the last of two dialogs, whichever closes first', () => {
    add('j')
    const closeFirst = registry.openLayer(1)
    const closeSecond = registry.openLayer(1)
    closeFirst()
    registry.press(press('j'), false)
    expect(done).toEqual([])
    closeSecond()
    registry.press(press('j'), false)
    expect(done).toEqual(['j'])
  })
  it('remembers a hotkey switched off, and never switches Ctrl K off', () => {
    add('j')
    add('ctrl+k')
    registry.setOn('*', false)
    expect(createHotkeyRegistry(memory, () => 0).isOn('j')).toBe(false)
    registry.press(press('j'), false)
    registry.press(press('k', true), false)
    expect(done).toEqual(['ctrl+k'])
  })
})
