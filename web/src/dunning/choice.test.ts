import { expect, it } from 'vitest'
import { countChosen, everything, isChosen, nothing, withChosen } from './choice.ts'

it('all but some are chosen, also those that are not on screen yet', () => {
  const choice = withChosen(everything, [1, 2, 3], new Set([1, 3]))
  expect([1, 2, 3, 99].filter((id) => isChosen(choice, id))).toEqual([1, 3, 99])
  expect(countChosen(choice, [1, 2, 3], 200)).toBe(199)
})

it('of nothing, only what was ticked is chosen', () => {
  const choice = withChosen(nothing, [1, 2, 3], new Set([2]))
  expect([1, 2, 3, 99].filter((id) => isChosen(choice, id))).toEqual([2])
  expect(countChosen(choice, [1, 2, 3], 200)).toBe(1)
})

it('a row ticked again is chosen again, and what is not on screen stays as it was', () => {
  const without = withChosen(everything, [1, 2], new Set([1]))
  expect(isChosen(withChosen(without, [3], new Set([3])), 2)).toBe(false)
  expect(isChosen(withChosen(without, [1, 2], new Set([1, 2])), 2)).toBe(true)
})
