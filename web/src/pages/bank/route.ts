import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readBankSearch } from './bank-search.ts'

/** `/reglements/banque?vue=pointees&ligne=12`: the lines of the bank, and the one that is open beside them. */
export const bankRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.bank,
  validateSearch: readBankSearch,
  component: lazyRouteComponent(() => import('./BankPage.tsx'), 'BankPage'),
})
