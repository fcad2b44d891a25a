import { describe, expect, it } from 'vitest'
import type { Import } from '../../imports/api.ts'
import { isAboutColumns, stageOf } from './import-stage.ts'

const summary = {} as NonNullable<Import['summary']>
const columns: Import['columns'] = [
  { position: 0, header: 'N°', samples: [], field: 'invoiceNumber', confidence: 'sure' },
]

describe('the page of a file', () => {
  it('shows the reading of a file seen for the first time', () => {
    expect(stageOf({ state: 'checking', columns: [], summary: null })).toBe('reading')
  })

  it('keeps columns and rows on screen while what was changed is checked again', () => {
    expect(stageOf({ state: 'checking', columns, summary })).toBe('review')
    expect(stageOf({ state: 'checked', columns, summary })).toBe('review')
  })

  it('keeps the columns of a refused file on screen while one says what they hold', () => {
    expect(stageOf({ state: 'checking', columns, summary: null })).toBe('failed')
  })

  it('goes on to the import, its end, or its refusal', () => {
    for (const state of ['importing', 'imported', 'failed', 'undone'] as const) {
      expect(stageOf({ state, columns, summary })).toBe(state)
    }
  })
})

it('what the columns hold is asked of a table nobody knows, not of a bank statement', () => {
  const about = (code: string) => isAboutColumns({ code, sentence: '' })
  expect(['unknown', 'missing.dueDate', 'oneColumn'].every(about)).toBe(true)
  expect(['bankStatement', 'payments', 'pdf', 'stopped.check'].some(about)).toBe(false)
  expect(isAboutColumns(null)).toBe(false)
})
