/** The query string of /a-faire. */
export interface TasksSearch {
  /** One's own when absent. */
  readonly qui?: 'equipe' | undefined
  /** The key of the task that is open. */
  readonly action?: string | undefined
}

/** Reads the query string; a key that is no longer in the list opens the first one. */
export function readTasksSearch(search: Record<string, unknown>): TasksSearch {
  const action = typeof search.action === 'string' && search.action !== '' ? search.action : undefined
  return { ...(search.qui === 'equipe' && { qui: 'equipe' as const }), ...(action && { action }) }
}
