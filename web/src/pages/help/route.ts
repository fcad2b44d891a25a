import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'

/** `/aide`: what each screen is for, the shortcuts, where the manual is. */
export const helpRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.help,
  component: lazyRouteComponent(() => import('./HelpPage.tsx'), 'HelpPage'),
})
