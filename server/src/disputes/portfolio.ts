import { AppError } from '../platform/http/app-error.ts'
import type { Actor } from '../platform/http/serve.ts'

/** Sales representatives and project managers see disputes of their own customers (policy `of_own_portfolio`), and may comment on them. */
export const seesPortfolioOnly = ({ role }: Pick<Actor, 'role'>): boolean => role === 'sales' || role === 'project'

/** Steering and resolving is accounting's and the direction's. */
export function refuseUnlessResolves(actor: Actor): void {
  if (!seesPortfolioOnly(actor)) return
  throw new AppError('disputeNotYours', 403, {
    fr: 'Vous pouvez commenter ce litige. Le faire avancer ou le résoudre revient à la comptabilité ou à la direction\u00a0: dites-le dans un commentaire.',
    en: 'You may comment on this dispute. Accounting or a director moves it on or resolves it: tell them in a comment.',
  })
}
