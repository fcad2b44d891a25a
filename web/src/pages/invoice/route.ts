import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readListSearch } from '../../invoices/list-search.ts'

/** `/factures/12?vue=en-retard`: the rest of the address is the list one came from, for J and K. */
export const invoiceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.invoice,
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./InvoicePage.tsx'), 'InvoicePage'),
})
