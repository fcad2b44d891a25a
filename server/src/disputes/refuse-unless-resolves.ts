import { seesPortfolioOnly } from '@quittance/core/people/may.ts'
import { AppError } from '../platform/http/app-error.ts'
import type { Actor } from '../platform/http/serve.ts'

/** Steering and resolving is accounting's and the direction's: who sees a portfolio only may comment. */
export function refuseUnlessResolves(actor: Actor): void {
  if (!seesPortfolioOnly(actor)) return
  throw new AppError('disputeNotYours', 403, {
    fr: 'Vous pouvez commenter ce litige. Le faire avancer ou le résoudre revient à la comptabilité ou à la direction\u00a0: dites-le dans un commentaire.',
    en: 'You may comment on this dispute. Accounting or a director moves it on or resolves it: tell them in a comment.',
  })
}
