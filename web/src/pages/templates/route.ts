import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { readTemplateSearch } from '../../dunning/template-search.ts'

/** `/relances/modeles?ton=ferme&langue=en`: the text of a tone in a language. */
export const templatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.messageTemplates,
  validateSearch: readTemplateSearch,
  component: lazyRouteComponent(() => import('./TemplatesPage.tsx'), 'TemplatesPage'),
})
