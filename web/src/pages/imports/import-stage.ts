import type { Import } from '../../imports/api.ts'

export type Stage = 'reading' | 'review' | 'importing' | 'imported' | 'failed' | 'undone'

/** Where a file stands on its page. One that is checked again keeps what was on screen meanwhile. */
export function stageOf({ state, columns, summary }: Pick<Import, 'state' | 'columns' | 'summary'>): Stage {
  if (state === 'checking' && columns.length > 0) return summary === null ? 'failed' : 'review'
  if (state === 'checking') return 'reading'
  return state === 'checked' ? 'review' : state
}

/** Whether saying what the columns hold is the way on. Of a bank statement it is not; of a table nobody knows it is. */
export const isAboutColumns = (error: Import['error']): boolean =>
  error !== null && (error.code === 'unknown' || error.code === 'oneColumn' || error.code.startsWith('missing.'))
