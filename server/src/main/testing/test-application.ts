import type { FastifyInstance, InjectOptions } from 'fastify'
import { type Clock, fixedClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import type { Database } from '../../platform/database/connection.ts'
import { buildApplication } from '../application.ts'
import { type Context, composeContext } from '../context.ts'
import { type WordRoutes, wordRoutes } from '../words.ts'

export interface TestApplicationOptions {
  readonly database: Database
  /** Monday 23 November 2026, 9:00 in Paris, unless said otherwise. */
  readonly clock?: Clock
  readonly environment?: Record<string, string>
  readonly wordRoutes?: readonly WordRoutes[]
  readonly webFolder?: string
  readonly context?: Partial<Context>
}

const secrets = { session: 'a word for tests, long enough to sign with' }

/** The application on a test database, without a socket: `visitor(app)` speaks to it. */
export async function testApplication(options: TestApplicationOptions): Promise<FastifyInstance> {
  const { database, clock = fixedClock('2026-11-23T08:00:00Z'), environment = {}, webFolder } = options
  const app = await buildApplication({
    ...composeContext({ database, secrets, clock, config: readConfig(environment) }),
    wordRoutes: options.wordRoutes ?? wordRoutes,
    ...(webFolder && { webFolder }),
    ...options.context,
  })
  await app.ready()
  return app
}

export interface Answer<Body> {
  readonly status: number
  readonly body: Body
  readonly headers: Readonly<Record<string, number | string | string[] | undefined>>
}

type Fields = Record<string, unknown>

/** A browser: keeps its cookies, says where it comes from. */
export interface Visitor {
  get<Body = Fields>(url: string, headers?: Record<string, string>): Promise<Answer<Body>>
  send<Body = Fields>(
    method: Unsafe,
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>
}

type Unsafe = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `from` is the address it calls from. */
export function visitor(app: FastifyInstance, from = '127.0.0.1'): Visitor {
  const cookies = new Map<string, string>()
  const call = async <Body>(request: InjectOptions): Promise<Answer<Body>> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'accept-language': 'fr', ...(cookie && { cookie }), ...request.headers }
    const answer = await app.inject({ ...request, headers, remoteAddress: from })
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) cookies.delete(name)
      else cookies.set(name, encodeURIComponent(value))
    }
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: (isJson ? answer.json() : answer.body) as Body, headers: answer.headers }
  }
  return {
    get: (url, headers = {}) => call({ method: 'GET', url, headers }),
    send: (method, url, body, headers = {}) =>
      call({ method, url, headers: { 'sec-fetch-site': 'same-origin', ...headers }, ...(body && { payload: body }) }),
  }
}

export const claire = {
  organizationName: 'Atelier Vauquelin',
  siren: '552 100 554',
  personName: 'Claire Morel',
  email: 'claire@vauquelin.example',
  password: 'une phrase assez longue',
}

/** Claire, who has just founded the organisation; everything is hers to do. */
export async function founder(app: FastifyInstance): Promise<Visitor> {
  const visits = visitor(app)
  const { status, body } = await visits.send('POST', '/api/v1/welcome', claire)
  if (status !== 200) throw new Error(`The welcome was refused: ${JSON.stringify(body)}`)
  return visits
}
