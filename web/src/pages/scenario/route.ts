import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'

/** `/relances/scenarios`: which scenario holds for whom. */
export const scenariosRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.scenarios,
  component: lazyRouteComponent(() => import('./ScenariosPage.tsx'), 'ScenariosPage'),
})

/** `/relances/scenarios/1`: its steps, and what they would do. */
export const scenarioRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.scenario,
  validateSearch: ({ periode }: Record<string, unknown>): { readonly periode?: '12-mois' } =>
    periode === '12-mois' ? { periode } : {},
  component: lazyRouteComponent(() => import('./ScenarioPage.tsx'), 'ScenarioPage'),
})
