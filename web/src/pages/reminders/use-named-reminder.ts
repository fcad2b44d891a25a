import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { messageQuery, type Reminder } from '../../dunning/api.ts'

const route = getRouteApi('/shell/relances')

type Named = Pick<Reminder, 'id' | 'customer' | 'state'>
const waiting: readonly Reminder['state'][] = ['pendingApproval', 'ready', 'sending']

/**
 * The message the address names, where it is about to leave: one of the list, or one of a page of it that is not there yet.
 * `isGone`: it waits no more.
 */
export function useNamedReminder(rows: readonly Reminder[], isWhole: boolean) {
  const { relance } = route.useSearch()
  const listed = rows.find(({ id }) => id === relance)
  const isElsewhere = relance !== undefined && listed === undefined && !isWhole
  const { data, error } = useQuery({ ...messageQuery(relance ?? 0), enabled: isElsewhere })
  const found: Named | undefined = isElsewhere && data && waiting.includes(data.state) ? data : undefined
  const isSettled = isWhole || data !== undefined || error !== null
  return {
    named: listed ?? found ?? null,
    isGone: relance !== undefined && !listed && !found && isSettled,
  }
}
