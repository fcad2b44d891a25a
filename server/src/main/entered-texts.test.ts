import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { contract } from './contract.ts'
import { bodyFor, type JsonShape, sampleOf, sentSchema } from './testing/two-organizations.ts'

/** Said to another machine, compared with a file's own words or shown as typed: whoever reads them looks at them there. */
const takenAsTyped = /\.(password|current|body|subject|value|separator|encoding|field|stepKey|key|email|sheet)$/

/** Read as the cells of a file: cleaned there, or refused item by item (`push-invoices.test.ts`). */
const readAsCells = new Set(['PUT /api/v1/invoices', 'PUT /api/v1/invoices/:id'])

const bodies = Object.values(contract)
  .flatMap((word) => Object.values(word) as Endpoint[])
  .flatMap(({ method, url, body }) =>
    body && !readAsCells.has(`${method} ${url}`) ? [[`${method} ${url}`, body] as const] : [],
  )

/** Every text of a body, with what should not be taken for it. */
function* spoiled(shape: JsonShape, right: unknown, path: string): Generator<[string, unknown]> {
  for (const one of shape.anyOf ?? []) yield* spoiled(one, right, path)
  for (const one of shape.oneOf ?? []) yield* spoiled(one, sampleOf(one), path)
  if (shape.type === 'string' && !shape.enum && !shape.const && !takenAsTyped.test(path))
    for (const wrong of shape.format === 'date' ? ['9999-12-31', '0001-01-01'] : ['a\u0007b', 'a\u202eb'])
      yield [`${path} ${JSON.stringify(wrong)}`, wrong]
  if (shape.items) {
    const [first] = Array.isArray(right) ? right : []
    for (const [what, wrong] of spoiled(shape.items, first, `${path}[]`)) yield [what, [wrong]]
  }
  for (const [name, inner] of Object.entries(shape.properties ?? {})) {
    const fields = (right ?? {}) as Record<string, unknown>
    for (const [what, wrong] of spoiled(inner, fields[name], `${path}.${name}`))
      yield [what, { ...fields, [name]: wrong }]
  }
}

describe('what somebody enters', () => {
  it.each(bodies)('has no control character, no turned direction and no year out of reach: %s', (_, body) => {
    const right = bodyFor(body)
    const taken = [...spoiled(sentSchema(body), right, '')].flatMap(([what, wrong]) =>
      body.safeParse(wrong).success ? [what] : [],
    )
    expect(body.safeParse(right).error).toBe(undefined)
    expect(taken).toEqual([])
  })
})
