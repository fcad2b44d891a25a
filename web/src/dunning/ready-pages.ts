import type { Reminder, ReminderPage } from './api.ts'

/** The pages of what is ready as they will be once the server has answered, its counts included. */
export function withChange(
  pages: readonly ReminderPage[],
  ids: ReadonlySet<number>,
  change: Partial<Reminder> | 'gone',
): ReminderPage[] {
  const touched = pages.flatMap(({ rows }) => rows).filter(({ id }) => ids.has(id))
  return pages.map((page, index) => ({
    ...page,
    rows:
      change === 'gone'
        ? page.rows.filter(({ id }) => !ids.has(id))
        : page.rows.map((row) => (ids.has(row.id) ? { ...row, ...change } : row)),
    ...(index === 0 && { facets: touched.reduce((facets, row) => recounted(facets, row, change), page.facets) }),
  }))
}

const partOf = ({ state }: Pick<Reminder, 'state'>) => (state === 'pendingApproval' ? 'pending' : 'approved')

function recounted(
  facets: ReminderPage['facets'],
  row: Reminder,
  change: Partial<Reminder> | 'gone',
): ReminderPage['facets'] {
  const before = partOf(row)
  const after = change === 'gone' ? null : partOf({ ...row, ...change })
  return facets.map((facet) => {
    const isOf = facet.tone === row.tone && facet.channel === row.channel
    if (!isOf || (facet.collector?.id ?? 0) !== (row.collector?.id ?? 0)) return facet
    const less = { ...facet, [before]: facet[before] - 1 }
    return after === null ? less : { ...less, [after]: less[after] + 1 }
  })
}
