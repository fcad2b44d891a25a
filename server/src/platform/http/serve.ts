import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Db } from '../database/db.ts'
import { AppError } from './app-error.ts'
import { carriesKey, forPrograms, keyElsewhere, keyFirst } from './bearer.ts'
import type { Endpoint } from './endpoint.ts'

/** Who asks: read from the session and the person's own row, never from the request. */
export interface Actor {
  readonly user: string
  readonly person: number
  readonly name: string
  readonly role: 'admin' | 'director' | 'accountant' | 'sales' | 'project' | 'readonly'
  readonly organization: number
  readonly language: Language
  readonly timeZone: string
  readonly ip: string
}

/** The program that asks, by its key. */
export interface KeyBearer {
  readonly id: number
  readonly name: string
  /** The only firm it brings invoices for. */
  readonly legalEntity: number
  /** Its files may go in without a person. */
  readonly mayApply: boolean
}

/** What a handler gets: the parsed request, who asks, which day it is, and the one way to the database. */
export interface Call<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** The person; where keys are let in, ask `organization` and `language` instead. */
  readonly actor: Actor
  /** null: a person asks. */
  readonly key: KeyBearer | null
  readonly organization: number
  readonly language: Language
  readonly today: CalendarDate
  /** One transaction under the actor's organisation, person and rights. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** A call whatever it carries: what code shared by several endpoints asks for. */
export type SignedInCall = Omit<Call<unknown, unknown, unknown>, 'params' | 'query' | 'body'>

type Out<S> = S extends z.ZodType ? z.output<S> : undefined
type Answer<S> = S extends z.ZodType ? z.input<S> : unknown

/** Set by the application on each request; absent for a visitor. */
export interface RequestScope {
  /** A person or a key, never both. */
  readonly actor: Actor | null
  readonly key: KeyBearer | null
  readonly organization: number
  readonly language: Language
  readonly today: CalendarDate
  /** `thing` as the endpoint says it. */
  may(act: 'read' | 'write', thing: string): boolean
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}
declare module 'fastify' {
  interface FastifyRequest {
    /** Reads the session once a request, when somebody asks. */
    scopeOf: (() => Promise<RequestScope | null>) | null
    /** The person's, once known; until then what the browser asks for. */
    language: Language
  }
}

/** Attaches the handler of one endpoint of the contract. Visitors and missing rights are refused before the body is read. */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  app: FastifyInstance,
  described: Endpoint<P, Q, B, A>,
  handler: (call: Call<Out<P>, Out<Q>, Out<B>>) => Promise<Answer<A>>,
): void {
  app.route({
    method: described.method,
    url: described.url,
    schema: schemaOf(described),
    ...(described.mostBytes && { bodyLimit: described.mostBytes }),
    onRequest: async (request) => {
      if (described.access !== 'public' || carriesKey(request)) refuse(described, (await request.scopeOf?.()) ?? null)
    },
    handler: async (request, reply) => {
      const scope = described.access === 'public' ? null : ((await request.scopeOf?.()) ?? null)
      const answer = await handler({
        params: request.params as Out<P>,
        query: request.query as Out<Q>,
        body: request.body as Out<B>,
        // A public endpoint has no actor, one for keys may have none: their handlers ask for none.
        actor: scope?.actor as Actor,
        key: scope?.key ?? null,
        organization: scope?.organization as number,
        language: scope?.language ?? request.language,
        today: scope?.today as CalendarDate,
        transaction: (work) => {
          if (!scope) throw signInFirst()
          return scope.transaction(work)
        },
        request,
        reply,
      })
      if (reply.sent) return reply
      if (!described.answer && answer === undefined) return reply.code(204).send()
      return answer
    },
  })
}

function refuse({ method, thing = 'business', onlyAsks = false, keys }: Endpoint, scope: RequestScope | null): void {
  if (!scope) throw keys === 'only' ? keyFirst() : signInFirst()
  if (scope.key && !keys) throw keyElsewhere()
  if (!scope.key && keys === 'only') throw forPrograms()
  if (!scope.may(method === 'GET' || onlyAsks ? 'read' : 'write', thing)) throw notYours()
}

/** The Fastify schema of an endpoint; also used alone to make the OpenAPI document. */
export function schemaOf(described: Endpoint): Record<string, unknown> {
  return {
    summary: described.summary,
    ...(described.description && { description: described.description }),
    ...(described.keys === 'only' && { security: [{ apiKey: [] }] }),
    ...(described.keys === 'also' && { security: [{ apiKey: [] }, { session: [] }] }),
    ...(described.access === 'public' && { security: [] }),
    tags: [described.url.split('/')[3] ?? 'api'],
    ...(described.params && { params: described.params }),
    ...(described.query && { querystring: described.query }),
    ...(described.body && { body: described.body }),
    ...(described.upload && { consumes: ['multipart/form-data'] }),
    ...(described.answer && { response: { 200: described.answer } }),
  }
}

const signInFirst = (): AppError =>
  new AppError('signInFirst', 401, { fr: 'Connectez-vous pour continuer.', en: 'Sign in to continue.' })

/** The refusal of a right the person's role does not give. */
export const notYours = (): AppError =>
  new AppError('notYours', 403, {
    fr: 'Votre rôle ne permet pas cette modification. Demandez à un administrateur de la faire, ou de changer votre rôle.',
    en: 'Your role does not allow this change. Ask an administrator to make it, or to change your role.',
  })
