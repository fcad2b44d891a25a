import { getRouteApi } from '@tanstack/react-router'
import type { HeldCustomer, Tone } from '../../dunning/api.ts'
import { useReminderActs } from './use-reminder-acts.ts'

const route = getRouteApi('/shell/relances')

/** Prepares a message against the rule and opens it among those to approve. */
export function usePrepareAnyway() {
  const acts = useReminderActs()
  const navigate = route.useNavigate()
  return (held: HeldCustomer, tone: Tone) =>
    void acts.sendAnyway(held, tone, (id) => {
      void navigate({ search: { vue: 'pretes', ...(id !== null && { relance: id }) } })
    })
}
