import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { lineShape } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape } from '../platform/http/shapes.ts'

const apiKeyShape = z
  .object({
    id: keyShape,
    name: z.string(),
    /** The only firm it brings invoices for. */
    legalEntity: z.object({ id: keyShape, name: z.string() }),
    /** The last four characters of the key. */
    ending: z.string(),
    /** A file it sends may go in without a person. */
    mayApply: z.boolean(),
    madeBy: z.string(),
    madeAt: z.string(),
    lastUsedOn: dateShape.nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' })

/** The keys of programs that push. */
export const apiKeyEndpoints = {
  apiKeys: endpoint({
    method: 'GET',
    url: '/api/v1/api-keys',
    summary: 'The keys of programs, those in force first; never their secret.',
    answer: z.array(apiKeyShape),
  }),
  makeApiKey: endpoint({
    method: 'POST',
    url: '/api/v1/api-keys',
    thing: 'apiKeys',
    summary: 'Make a key for a program that pushes invoices; the answer alone tells its secret.',
    body: z.object({ name: lineShape(60), legalEntityId: keyShape, mayApply: z.boolean().default(false) }),
    answer: z.object({ key: apiKeyShape, secret: z.string() }),
  }),
  revokeApiKey: endpoint({
    method: 'DELETE',
    url: '/api/v1/api-keys/:id',
    thing: 'apiKeys',
    summary: 'Revoke a key: it opens nothing from now on; what it brought in stays.',
    params: idParams,
  }),
}
