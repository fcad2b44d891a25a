import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { schemaOf } from '../platform/http/serve.ts'
import { contract } from './contract.ts'

/** The OpenAPI 3.1 document of the whole contract, without starting anything. */
export async function openApiDocument(): Promise<Record<string, unknown>> {
  const app = Fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Quittance',
        version: '1',
        description: 'Money is a whole number of the smallest unit of its currency; days are calendar days.',
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      },
      servers: [{ url: '/', description: 'The installation that serves this document.' }],
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'The key of a program (`qtc_…`), made by an administrator in Settings, API keys.',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'quittance.session_token',
            description: 'Somebody who signed in with POST /api/v1/session.',
          },
        },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  for (const endpoints of Object.values(contract)) {
    for (const [operationId, described] of Object.entries(endpoints)) {
      app.route({
        method: described.method,
        url: described.url,
        schema: { operationId, ...schemaOf(described) },
        handler: async () => null,
      })
    }
  }
  await app.ready()
  const document = app.swagger() as unknown as Document
  for (const endpoints of Object.values(contract)) for (const one of Object.values(endpoints)) complete(document, one)
  return { ...document, components: { ...document.components, responses: { Refusal: refusal } } }
}

interface Operation {
  requestBody?: object
  readonly responses: Record<string, object>
}

interface Document {
  readonly components: object
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** What a schema of ours does not say: that it may be refused, and the file of a form. */
function complete({ paths }: Document, { method, url, upload }: Endpoint): void {
  const operation = paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  if (!operation) throw new Error(`${method} ${url} is not in the document.`)
  operation.responses['4XX'] = { $ref: '#/components/responses/Refusal' }
  if (upload) operation.requestBody = { required: true, content: { 'multipart/form-data': { schema: fileForm } } }
}

const fileForm = {
  type: 'object',
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  required: ['file'],
}

const refusal = {
  description: 'Refused: what is wrong and what to do, in the language asked for.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          error: {
            type: 'object',
            properties: {
              code: { type: 'string' },
              message: { type: 'string' },
              details: { type: 'object', additionalProperties: true },
            },
            required: ['code', 'message', 'details'],
          },
        },
        required: ['error'],
      },
    },
  },
}
