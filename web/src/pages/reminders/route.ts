import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readRemindersSearch } from '../../dunning/reminder-search.ts'

/** `/relances?vue=pretes&relance=12`: the view, the tone and the open message are the address. */
export const remindersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.reminders,
  validateSearch: readRemindersSearch,
  component: lazyRouteComponent(() => import('./RemindersPage.tsx'), 'RemindersPage'),
})
