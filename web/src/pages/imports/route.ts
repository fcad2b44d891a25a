import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'

/** `/reglages/import`: drop a file, and the files of lately. */
export const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.importInvoices,
  component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
})

/** `/reglages/import/12?depuis=bienvenue`: one file, from its columns to its result; then back to the first steps. */
export const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.importedFile,
  validateSearch: ({ depuis }: Record<string, unknown>): { depuis?: 'bienvenue' } =>
    depuis === 'bienvenue' ? { depuis } : {},
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})
