import { useQuery } from '@tanstack/react-query'
import { answerCountsQuery } from '../../dunning/answers/api.ts'
import { useSession } from '../session.ts'
import type { Badges } from './Sidebar.tsx'

/** What waits for this person, by entry of the navigation: each number can be brought to nothing on its page. */
export function useBadges(): Badges {
  const { badges } = useSession()
  const { data } = useQuery(answerCountsQuery)
  return data ? { ...badges, answers: data.unread + data.toSort } : badges
}
