import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
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
      },
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
    for (const described of Object.values(endpoints)) {
      app.route({
        method: described.method,
        url: described.url,
        schema: schemaOf(described),
        handler: async () => null,
      })
    }
  }
  await app.ready()
  return app.swagger() as unknown as Record<string, unknown>
}
