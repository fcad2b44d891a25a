import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'

const views = ['depasses', 'resolus'] as const
const turns = { nous: 'ourTurn', client: 'customerTurn', tiers: 'thirdTurn' } as const

export interface DisputesSearch {
  /** Absent: the open ones. */
  readonly vue?: (typeof views)[number] | undefined
  /** Whose turn it is. */
  readonly tour?: keyof typeof turns | undefined
  /** Those I follow. */
  readonly suivi?: 'moi' | undefined
  /** The one shown beside the list. */
  readonly litige?: number | undefined
}

export const turnOf = (tour: DisputesSearch['tour']) => (tour === undefined ? undefined : turns[tour])

/** `/litiges?vue=depasses&tour=nous`: the view and the filters are the address. */
export const disputesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.disputes,
  validateSearch: (search: Record<string, unknown>): DisputesSearch => {
    const vue = views.find((one) => one === search.vue)
    const tour = (Object.keys(turns) as (keyof typeof turns)[]).find((one) => one === search.tour)
    const litige = Number(search.litige)
    // What is undefined is said outright: the router keeps what it is not told to forget.
    return {
      vue,
      tour,
      suivi: search.suivi === 'moi' ? 'moi' : undefined,
      litige: Number.isSafeInteger(litige) && litige > 0 ? litige : undefined,
    }
  },
  component: lazyRouteComponent(() => import('./DisputesPage.tsx'), 'DisputesPage'),
})
