import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readAnswersSearch } from '../../dunning/answers/answer-search.ts'

/** `/relances/reponses?vue=a-classer&reponse=12`: the view and the open message are the address. */
export const answersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.answers,
  validateSearch: readAnswersSearch,
  component: lazyRouteComponent(() => import('./AnswersPage.tsx'), 'AnswersPage'),
})
