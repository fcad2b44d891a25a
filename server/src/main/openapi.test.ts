import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { generated } from './write-openapi.ts'

interface Operation {
  readonly operationId: string
  readonly security?: object[]
  readonly requestBody?: { readonly content: object }
  readonly responses: object
}

const kept = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

it('the OpenAPI document says of each call what opens it, how it is refused, and which form it takes', async () => {
  const { paths } = JSON.parse((await generated()).document) as { paths: Record<string, Record<string, Operation>> }
  const of = (path: string, method: string) => paths[path]?.[method]
  expect(of('/api/v1/invoices/{id}', 'put')?.security).toEqual([{ apiKey: [] }])
  expect(of('/api/v1/imports', 'post')?.security).toEqual([{ apiKey: [] }, { session: [] }])
  expect(of('/api/v1/session', 'post')?.security).toEqual([])
  expect(of('/api/v1/customers', 'get')?.security).toBe(undefined)
  expect(Object.keys(of('/api/v1/imports', 'post')?.requestBody?.content ?? {})).toEqual(['multipart/form-data'])
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(operations.filter(({ responses }) => !('4XX' in responses))).toEqual([])
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
})

it('the OpenAPI document and the client of the web are those of the contract (node server/src/main/write-openapi.ts writes them)', async () => {
  const { document, client } = await generated()
  expect(document).toBe(await kept('../../openapi.json'))
  expect(client).toBe(await kept('../../../web/src/app/generated/api.d.ts'))
})
