import { describe, expect, it } from 'vitest'
import type { Column } from './api.ts'
import { recognised, withField } from './with-field.ts'

const column = (position: number, field: string | null): Column => ({
  position,
  header: `colonne ${position}`,
  samples: [],
  field,
  confidence: field === null ? 'none' : 'check',
})
const columns = [column(0, 'invoiceNumber'), column(1, null), column(2, 'dueDate')]

describe('saying what a column is', () => {
  it('moves the information from the column that gave it before', () => {
    expect(withField(columns, 1, 'dueDate').map(({ field }) => field)).toEqual(['invoiceNumber', 'dueDate', null])
  })

  it('makes it sure, for a person said so', () => {
    expect(withField(columns, 1, 'project')[1]).toMatchObject({ field: 'project', confidence: 'sure' })
  })

  it('leaves several columns out without touching the others', () => {
    const without = withField(withField(columns, 0, null), 2, null)
    expect(recognised({ columns: without })).toBe(0)
    expect(withField(columns, 0, null).map(({ field }) => field)).toEqual([null, null, 'dueDate'])
  })
})
