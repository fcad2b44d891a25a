import type { FastifyInstance } from 'fastify'
import { agingRoutes } from '../aging/routes.ts'
import { customerRoutes } from '../customers/routes.ts'
import { disputeRoutes } from '../disputes/routes.ts'
import { dunningRoutes } from '../dunning/routes.ts'
import { importRoutes } from '../imports/routes.ts'
import { invoiceRoutes } from '../invoices/routes.ts'
import { payerRoutes } from '../payers/routes.ts'
import { paymentRoutes } from '../payments/routes.ts'
import { peopleRoutes } from '../people/routes.ts'
import { promiseRoutes } from '../promises/routes.ts'
import { matchingRoutes } from '../reconciliation/matching/routes.ts'
import { reconciliationRoutes } from '../reconciliation/routes.ts'
import { taskRoutes } from '../tasks/routes.ts'
import type { Context } from './context.ts'

/** Attaches the routes of one word. */
export type WordRoutes = (app: FastifyInstance, context: Context) => void

/** The routes of every word, in the order of words.mjs. A word that gains routes adds its line. */
export const wordRoutes: readonly WordRoutes[] = [
  peopleRoutes,
  customerRoutes,
  invoiceRoutes,
  paymentRoutes,
  importRoutes,
  agingRoutes,
  promiseRoutes,
  disputeRoutes,
  payerRoutes,
  taskRoutes,
  dunningRoutes,
  reconciliationRoutes,
  matchingRoutes,
]
