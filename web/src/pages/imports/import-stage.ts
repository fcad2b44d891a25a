import type { Import } from '../../imports/api.ts'

export type Stage = 'reading' | 'review' | 'importing' | 'imported' | 'failed' | 'undone'

/** Where a file stands on its page. One that is checked again keeps its columns and rows on screen meanwhile. */
export function stageOf({ state, columns, summary }: Pick<Import, 'state' | 'columns' | 'summary'>): Stage {
  if (state === 'checking') return columns.length > 0 && summary !== null ? 'review' : 'reading'
  return state === 'checked' ? 'review' : state
}
