import { describe, expect, it } from 'vitest'
import type { Import } from '../../imports/api.ts'
import { stageOf } from './import-stage.ts'

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

  it('goes on to the import, its end, or its refusal', () => {
    for (const state of ['importing', 'imported', 'failed', 'undone'] as const) {
      expect(stageOf({ state, columns, summary })).toBe(state)
    }
  })
})
