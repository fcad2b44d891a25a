import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http/serve.ts'
import { agedBalance } from './aged-balance.ts'
import { endpoints } from './contract.ts'

export function agingRoutes(app: FastifyInstance): void {
  serve(app, endpoints.agedBalance, ({ query, today, transaction }) =>
    transaction((db) => agedBalance(db, { on: (query.on ?? today) as CalendarDate, today })),
  )
}
