import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { generated } from './write-openapi.ts'

const kept = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

it('the OpenAPI document and the client of the web are those of the contract (node server/src/main/write-openapi.ts writes them)', async () => {
  const { document, client } = await generated()
  expect(document).toBe(await kept('../../openapi.json'))
  expect(client).toBe(await kept('../../../web/src/app/generated/api.d.ts'))
})
