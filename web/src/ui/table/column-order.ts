/** The same ids with this one a place further (1) or before (-1); at either end it stays. */
export function movedBy<Id>(ids: readonly Id[], id: Id, by: 1 | -1): readonly Id[] {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return ids
  const rest = ids.filter((other) => other !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}
