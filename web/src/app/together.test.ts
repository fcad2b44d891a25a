import { expect, it } from 'vitest'
import { together } from './together.ts'

/** A promise noted from an answer, on a desk that remembers what stands. */
function desk({ isGone = false } = {}) {
  const stands = new Set<string>()
  const promise = {
    work: async () => {
      stands.add('promise')
      return 7
    },
    done: (id: number) => `promise ${id}`,
    undo: async () => {
      // Noted first, taken back last: there is no moment in which nothing holds the reminders.
      if (!stands.has('read')) stands.delete('promise')
    },
  }
  const reading = {
    work: async () => {
      if (isGone) throw new Error('gone')
      stands.add('read')
    },
    undo: async () => {
      stands.delete('read')
    },
  }
  return { stands, act: together(promise, reading), alone: together(promise, undefined) }
}

it('what is noted from an answer reads it, and undo brings both back', async () => {
  const { stands, act } = desk()
  expect(act.done(await act.work())).toBe('promise 7')
  expect([...stands]).toEqual(['promise', 'read'])
  await act.undo?.(7)
  expect([...stands]).toEqual([])
})

it('nothing is noted from an answer that could not be read', async () => {
  const { stands, act } = desk({ isGone: true })
  await expect(act.work()).rejects.toThrow('gone')
  expect([...stands]).toEqual([])
})

it('what is noted from nowhere is noted alone', async () => {
  const { stands, alone } = desk()
  await alone.work()
  expect([...stands]).toEqual(['promise'])
})
