import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readTasksSearch } from '../../tasks/task-search.ts'

/** `/a-faire/appels?qui=equipe`: the calls of the day, to be printed. */
export const callSheetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.callSheet,
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => import('./CallSheetPage.tsx'), 'CallSheetPage'),
})
