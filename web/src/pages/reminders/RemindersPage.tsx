import { getRouteApi } from '@tanstack/react-router'
import { HeldView } from './HeldView.tsx'
import { PastView } from './PastView.tsx'
import { ReadyView } from './ReadyView.tsx'
import { WeekView } from './WeekView.tsx'

const route = getRouteApi('/shell/relances')

/** What leaves, and why? */
export function RemindersPage() {
  const { vue } = route.useSearch()
  if (vue === 'pretes') return <ReadyView />
  if (vue === 'semaine') return <WeekView />
  if (vue === 'mises-de-cote') return <HeldView />
  return <PastView key={vue} view={vue} />
}
