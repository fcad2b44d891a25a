import { createRouter } from '@tanstack/react-router'
import { galleryRoutes } from './gallery/routes.ts'
import { PageError, PageNotFound } from './PageError.tsx'
import { queryClient } from './query-client.ts'
import { homeRoute, publicRoute, rootRoute, shellRoute } from './routes.ts'

/** Every page hangs here: a new page adds its route to the shell's children, or to the public ones. */
const routeTree = rootRoute.addChildren([
  homeRoute,
  shellRoute.addChildren([]),
  publicRoute.addChildren([]),
  ...galleryRoutes,
])

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0, // freshness is TanStack Query's business
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: PageNotFound,
  defaultPendingMs: 150,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
