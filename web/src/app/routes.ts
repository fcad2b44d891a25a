import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import { welcomeQuery } from '../people/access.ts'
import { ApiError } from './api.ts'
import { PageNotFound } from './PageError.tsx'
import { paths } from './paths.ts'
import { Root } from './Root.tsx'
import { sessionQuery } from './session.ts'
import { AppShell } from './shell/AppShell.tsx'
import { PublicLayout } from './shell/PublicLayout.tsx'

/** The root: providers, palette, toasts. */
export const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({ component: Root })

/** Parent of every signed-in page: asks who is there, else goes to /connexion and comes back after; to /bienvenue first. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: AppShell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(sessionQuery)
    } catch (problem) {
      if (!(problem instanceof ApiError && problem.status === 401)) throw problem
      const { open } = await context.queryClient.fetchQuery(welcomeQuery)
      if (open) throw redirect({ href: paths.welcome })
      throw redirect({ href: `${paths.signIn}?retour=${encodeURIComponent(location.href)}` })
    }
  },
})

/** Any other address, with the navigation around it: the way back is at hand. */
export const unknownRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: PageNotFound })

/** Parent of /connexion and /bienvenue. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public', component: PublicLayout })

/** The home page of accounting; a page that knows better (director, sales) redirects from there. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: paths.tasks })
  },
})
