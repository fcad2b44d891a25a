import type { Column } from './columns.ts'

type Fits = Pick<Column<never>, 'id' | 'width' | 'hideBelow'>

const leavingOrder: readonly Column<never>['hideBelow'][] = ['2xl', 'xl', 'wide', 'lg']
const leastShared = 150 // px a column without a width of its own keeps: most names of firms
const boxWidth = 42

/** The least a table of these columns can be wide, in px. */
export const leastWidth = (columns: readonly Fits[], hasBoxes: boolean): number =>
  columns.reduce((sum, { width }) => sum + (width === undefined ? leastShared : Number.parseInt(width, 10)), 0) +
  (hasBoxes ? boxWidth : 0)

/**
 * The columns there is room for in `room` px: the ones needed least leave first, together with those of the same rank.
 * Those that never leave may still be wider than the room: then the table scrolls sideways.
 */
export function fittingColumns<Row extends Fits>(
  columns: readonly Row[],
  { room, hasBoxes }: { readonly room: number; readonly hasBoxes: boolean },
): readonly Row[] {
  const fits = (kept: readonly Row[]) => leastWidth(kept, hasBoxes) <= room
  let kept = columns
  for (const rank of leavingOrder) {
    if (fits(kept)) break
    kept = kept.filter(({ hideBelow }) => hideBelow !== rank)
  }
  return kept
}
