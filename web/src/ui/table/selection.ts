import type { RowId } from './columns.ts'

export type Selection = ReadonlySet<RowId>

/** One row in or out. */
export function toggled(selection: Selection, id: RowId): Selection {
  const next = new Set(selection)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Every row between the two, both included, added to the selection (Shift). */
export function extended(selection: Selection, ids: readonly RowId[], range: { from: RowId; to: RowId }): Selection {
  const [start, end] = [ids.indexOf(range.from), ids.indexOf(range.to)].sort((a, b) => a - b)
  if (start === undefined || end === undefined || end < 0) return selection
  return new Set([...selection, ...ids.slice(Math.max(start, 0), end + 1)])
}

/** All of these rows in, or all out when they were all in already; rows elsewhere stay as they are. */
export function allToggled(selection: Selection, ids: readonly RowId[]): Selection {
  const next = new Set(selection)
  const allIn = ids.every((id) => next.has(id))
  for (const id of ids) {
    if (allIn) next.delete(id)
    else next.add(id)
  }
  return next
}

/** How much of these rows is selected: what the box in the head of the column shows. */
export function share(selection: Selection, ids: readonly RowId[]): 'none' | 'some' | 'all' {
  const count = ids.filter((id) => selection.has(id)).length
  if (count === 0) return 'none'
  return count === ids.length ? 'all' : 'some'
}
