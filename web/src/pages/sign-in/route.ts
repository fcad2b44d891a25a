import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { publicRoute } from '../../app/routes.ts'
import { welcomeQuery } from '../../people/access.ts'

/** `/connexion?retour=/factures`: the first visit goes to /bienvenue instead. */
export const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: paths.signIn,
  validateSearch: ({ retour }: Record<string, unknown>): { retour?: string } =>
    typeof retour === 'string' ? { retour } : {},
  beforeLoad: async ({ context }) => {
    const { open } = await context.queryClient.fetchQuery(welcomeQuery)
    if (open) throw redirect({ href: paths.welcome })
  },
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
})
