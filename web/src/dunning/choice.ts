import type { RowId } from '../ui/table/columns.ts'

/** What is chosen of a list that is read page after page: all but some, also of what is not there yet, or some. */
export interface Choice {
  readonly base: 'all' | 'none'
  readonly but: ReadonlySet<RowId>
}

export const everything: Choice = { base: 'all', but: new Set() }
export const nothing: Choice = { base: 'none', but: new Set() }

export const isChosen = ({ base, but }: Choice, id: RowId): boolean => (base === 'all') !== but.has(id)

/** The choice once, of the rows on screen, exactly these are chosen; elsewhere it stays as it is. */
export function withChosen({ base, but }: Choice, onScreen: readonly RowId[], chosen: ReadonlySet<RowId>): Choice {
  const next = new Set(but)
  for (const id of onScreen) {
    if (chosen.has(id) === (base === 'all')) next.delete(id)
    else next.add(id)
  }
  return { base, but: next }
}

/** How many are chosen of `count` in all, of which these are on screen. */
export function countChosen(choice: Choice, onScreen: readonly RowId[], count: number): number {
  const chosen = onScreen.filter((id) => isChosen(choice, id)).length
  return choice.base === 'all' ? count - onScreen.length + chosen : chosen
}
