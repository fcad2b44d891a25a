import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readCustomerSearch } from '../../customers/page-search.ts'

/** `/clients/12?onglet=echanges`: the part of the page is the address. */
export const customerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.customer,
  validateSearch: readCustomerSearch,
  component: lazyRouteComponent(() => import('./CustomerPage.tsx'), 'CustomerPage'),
})
