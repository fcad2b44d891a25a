import { describe, expect, it } from 'vitest'
import { createToastQueue } from './toast-queue.ts'

describe('the toasts', () => {
  it('show what was done, three at a time', () => {
    const queue = createToastQueue()
    for (const message of ['un', 'deux', 'trois', 'quatre']) queue.show({ message })
    expect(queue.all().map((toast) => toast.message)).toEqual(['deux', 'trois', 'quatre'])
  })
  it('take the last act back, once', async () => {
    const queue = createToastQueue()
    const undone: string[] = []
    queue.show({ message: 'a', undo: () => void undone.push('a') })
    queue.show({ message: 'b', undo: () => void undone.push('b') })
    expect(await queue.undo()).toBe(true)
    expect(await queue.undo()).toBe(false)
    expect(undone).toEqual(['b'])
  })
  it('still take it back after the message left the screen', async () => {
    const queue = createToastQueue()
    const undone: string[] = []
    queue.dismiss(queue.show({ message: 'a', undo: () => void undone.push('a') }))
    await queue.undo()
    expect(undone).toEqual(['a'])
  })
  it('do not lose the act to undo behind a message without one', async () => {
    const queue = createToastQueue()
    const undone: string[] = []
    queue.show({ message: 'a', undo: () => void undone.push('a') })
    queue.show({ message: 'information' })
    await queue.undo()
    expect(undone).toEqual(['a'])
  })
  it('hand a refusal of the undo to the caller', async () => {
    const queue = createToastQueue()
    queue.show({ message: 'a', undo: () => Promise.reject(new Error('too late')) })
    await expect(queue.undo()).rejects.toThrow('too late')
  })
})
