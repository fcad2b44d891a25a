import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { openApiDocument } from './openapi.ts'

/** Writes server/openapi.json and the web's typed client from it; both are kept in git and compared in the tests. */
export async function generated(): Promise<{ document: string; client: string }> {
  const document = await openApiDocument()
  // Both texts come from the same JSON, so that one cannot be newer than the other.
  const json = `${JSON.stringify(document, null, 2)}\n`
  return { document: json, client: astToString(await openapiTypescript(json)) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { document, client } = await generated()
  await writeFile(new URL('../../openapi.json', import.meta.url), document)
  await writeFile(new URL('../../../web/src/app/generated/api.d.ts', import.meta.url), client)
}
