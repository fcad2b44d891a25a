import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'

/** `/relances/affectation`: which customers follow which scenario. */
export const scenarioRulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.scenarioRules,
  component: lazyRouteComponent(() => import('./ScenarioRulesPage.tsx'), 'ScenarioRulesPage'),
})
