import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'

/** `/relances/courriers`: letters to print, batches printed. */
export const lettersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.letters,
  component: lazyRouteComponent(() => import('./LettersPage.tsx'), 'LettersPage'),
})
