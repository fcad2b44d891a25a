import type { FastifyRequest } from 'fastify'
import type { Caller } from '../sessions/sessions.ts'

/** What of a request says who calls. */
export const callerOf = ({ headers, ip }: FastifyRequest): Caller => ({
  cookie: headers.cookie,
  agent: headers['user-agent'],
  ip,
})
