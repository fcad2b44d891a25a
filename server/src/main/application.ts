import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { programFolder } from '../platform/config.ts'
import { answerOf, databaseWords, ofBug, refusalOf } from '../platform/http/answer-error.ts'
import { checkRequest } from '../platform/http/check-request.ts'
import { languageAsked } from '../platform/http/language.ts'
import { refuseForeignSites } from '../platform/http/refuse-foreign-sites.ts'
import { securityHeaders } from '../platform/http/security-headers.ts'
import { serveWeb } from '../platform/http/serve-web.ts'
import { answerBrokenLine, answerUnroutable } from '../platform/http/unroutable.ts'
import type { Context } from './context.ts'
import { openApiDocument } from './openapi.ts'
import { scopeOf } from './scope-of.ts'
import type { WordRoutes } from './words.ts'

export interface ApplicationOptions extends Context {
  readonly wordRoutes: readonly WordRoutes[]
  /** false in tests. */
  readonly log?: NonNullable<FastifyServerOptions['logger']>
  /** The built web; web/dist unless said otherwise. */
  readonly webFolder?: string
}

const megabyte = 1024 * 1024

/** The whole HTTP side: the API of every word, the web's files, and the one place where errors become answers. */
export async function buildApplication(options: ApplicationOptions): Promise<FastifyInstance> {
  const { wordRoutes, log = false, webFolder = join(programFolder, 'web/dist'), ...context } = options
  const { publicUrl } = context.config
  const app = Fastify({
    logger: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(4).toString('hex'),
    // A reverse proxy on this machine says whom it speaks for; nobody else is believed.
    trustProxy: 'loopback',
    bodyLimit: megabyte,
    forceCloseConnections: 'idle',
    // The identifier of another program, each letter of it as %C3%A9.
    routerOptions: { maxParamLength: 1000 },
    frameworkErrors: answerUnroutable(securityHeaders(publicUrl)),
    clientErrorHandler: answerBrokenLine,
  })
  app.setValidatorCompiler(checkRequest)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('scopeOf', null)
  app.decorateRequest('language', 'fr')

  const headers = securityHeaders(publicUrl)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    request.language = languageAsked(request.headers['accept-language'])
    refuseForeignSites(request, publicUrl)
    let scope: ReturnType<typeof scopeOf> | undefined
    request.scopeOf = () => {
      scope ??= scopeOf(context, request, reply)
      return scope
    }
  })
  answerErrors(app)

  await app.register(multipart, { limits: { files: 1, fileSize: 200 * megabyte, fields: 20, parts: 21 } })
  serveDocument(app)
  for (const routes of wordRoutes) routes(app, context)
  await serveWeb(app, webFolder)
  return app
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error)
    if (!refusal) request.log.error({ err: error, reference: request.id, route: request.routeOptions.url }, 'bug')
    // Nothing was written, and the caller is told; but a rule of ours should have said it first.
    const words = databaseWords(error)
    if (words !== null) request.log.warn({ words, reference: request.id, route: request.routeOptions.url }, 'refused')
    const answered = refusal ?? ofBug(request.id)
    const { retryAfterSeconds } = answered.details
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds)
    if (answered.status === 401) reply.header('www-authenticate', 'Bearer')
    return reply.code(answered.status).send(answerOf(answered, request.language))
  })
}

/** The contract for other programs; the same text as server/openapi.json. */
function serveDocument(app: FastifyInstance): void {
  let document: ReturnType<typeof openApiDocument> | undefined
  app.get('/api/v1/openapi.json', async () => {
    document ??= openApiDocument()
    return document
  })
}
