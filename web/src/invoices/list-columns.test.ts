import { describe, expect, it } from 'vitest'
import { columnIdOf, columnIds, columnOf, printColumns, readColumns } from './list-columns.ts'

describe('the columns of a list, as its address says them', () => {
  it('come back as they were chosen, in their order', () => {
    expect(readColumns('reste.client.commercial')).toEqual(['reste', 'client', 'commercial'])
    expect(readColumns(printColumns(columnIds))).toEqual(columnIds)
  })
  it('always have the customer, once, and nothing unknown', () => {
    expect(readColumns('reste.reste.prix')).toEqual(['client', 'reste'])
  })
  it('are the usual ones where nothing known is said', () => {
    for (const text of [undefined, '', 'prix', 'toString', 7]) expect(readColumns(text)).toBeUndefined()
  })
  it('have a word of the interface each', () => {
    for (const id of columnIds) expect(columnIdOf(columnOf[id])).toBe(id)
    expect(columnIdOf('price')).toBeUndefined()
  })
})
