import { getRouteApi } from '@tanstack/react-router'
import type { TaskRow } from '../../tasks/api.ts'
import { groupOrder, inGroups, thumbOrder } from '../../tasks/task-look.ts'
import { useIsMobile } from '../../ui/use-media-query.ts'

const route = getRouteApi('/shell/a-faire')

/** The tasks in their order, and which is open, as the address says; the first when it says nothing or an old name. */
export function useOpenTask(rows: readonly TaskRow[]) {
  const { action } = route.useSearch()
  const navigate = route.useNavigate()
  const ordered = inGroups(rows, useIsMobile() ? thumbOrder : groupOrder).flatMap((group) => group.rows)
  const index = Math.max(
    0,
    ordered.findIndex(({ key }) => key === action),
  )
  const open = ordered[index]
  const openTask = (key: string | undefined) =>
    void navigate({ replace: true, search: ({ qui }) => ({ qui, ...(key !== undefined && { action: key }) }) })
  return {
    ordered,
    open,
    isChosen: open !== undefined && open.key === action,
    openTask,
    move: (by: -1 | 1) => openTask((ordered[index + by] ?? open)?.key),
    /** The one after it takes its place once it has gone. */
    leave: () => openTask((ordered[index + 1] ?? ordered[index - 1])?.key),
  }
}
