import { expect, it } from 'vitest'
import { readTasksSearch } from './task-search.ts'

it('opens one’s own actions when the address says nothing', () => {
  expect(readTasksSearch({})).toEqual({})
})
it('keeps the team and the open action', () => {
  expect(readTasksSearch({ qui: 'equipe', action: 'task-4' })).toEqual({ qui: 'equipe', action: 'task-4' })
})
it('forgets what it does not know', () => {
  expect(readTasksSearch({ qui: 'personne', action: '' })).toEqual({})
})
