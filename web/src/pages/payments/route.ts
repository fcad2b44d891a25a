import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readPaymentSearch } from './payment-search.ts'

/** `/reglements?vue=avances&reglement=12`: the list, and the payment open beside it. */
export const paymentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.payments,
  validateSearch: readPaymentSearch,
  component: lazyRouteComponent(() => import('./PaymentsPage.tsx'), 'PaymentsPage'),
})

/** `/reglements/saisir`: a pile, row after row. */
export const enterPaymentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.enterPayments,
  component: lazyRouteComponent(() => import('./PilePage.tsx'), 'PilePage'),
})
