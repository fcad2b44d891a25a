import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { ApiError } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { publicRoute } from '../../app/routes.ts'
import { sessionQuery } from '../../app/session.ts'
import { welcomeQuery } from '../../people/access.ts'
import { readWelcomeSearch } from './welcome-steps.ts'

/** `/bienvenue?etape=rythme`: the first account, then four steps that can each be skipped. */
export const welcomeRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: paths.welcome,
  validateSearch: readWelcomeSearch,
  beforeLoad: async ({ context }) => {
    const { open } = await context.queryClient.fetchQuery(welcomeQuery)
    if (open) return
    try {
      const { organization } = await context.queryClient.fetchQuery(sessionQuery)
      if (organization.isDemo) throw redirect({ href: paths.tasks })
    } catch (problem) {
      if (!(problem instanceof ApiError && problem.status === 401)) throw problem
      throw redirect({ href: paths.signIn })
    }
  },
  component: lazyRouteComponent(() => import('./WelcomePage.tsx'), 'WelcomePage'),
})
