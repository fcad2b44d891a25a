import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readListSearch } from '../../invoices/list-search.ts'

/** `/factures?vue=en-retard&retard=60&suivi=moi`: the view, the filters and the order are the address. */
export const invoicesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.invoices,
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./InvoicesPage.tsx'), 'InvoicesPage'),
})
