import { describe, expect, it } from 'vitest'
import { fittingColumns, leastWidth } from './fitting-columns.ts'

const columns = [
  { id: 'name' },
  { id: 'due', width: '100px', hideBelow: 'lg' },
  { id: 'total', width: '100px', hideBelow: 'xl' },
  { id: 'left', width: '100px' },
] as const
const shown = (room: number, hasBoxes = false) => fittingColumns(columns, { room, hasBoxes }).map(({ id }) => id)

describe('the columns a table has room for', () => {
  it('are all of them where the name of the row keeps its place', () => {
    expect(leastWidth(columns, false)).toBe(450)
    expect(shown(450)).toEqual(['name', 'due', 'total', 'left'])
  })
  it('leave in the order in which they are needed least, never the name', () => {
    expect(shown(449)).toEqual(['name', 'due', 'left'])
    expect(shown(349)).toEqual(['name', 'left'])
    expect(shown(50)).toEqual(['name', 'left'])
  })
  it('leave room for the boxes that select', () => {
    expect(shown(450, true)).toEqual(['name', 'due', 'left'])
  })
})
