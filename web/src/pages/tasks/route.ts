import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readTasksSearch } from '../../tasks/task-search.ts'

/** `/a-faire?qui=equipe&action=12`: whose actions, and the one that is open. */
export const tasksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.tasks,
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => import('./TasksPage.tsx'), 'TasksPage'),
})
