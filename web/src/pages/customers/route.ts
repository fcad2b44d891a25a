import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readListSearch } from '../../customers/list-search.ts'

/** `/clients?vue=en-retard&commercial=moi`: the view, the filters and the order are the address. */
export const customersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.customers,
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./CustomersPage.tsx'), 'CustomersPage'),
})
