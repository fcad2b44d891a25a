import { z } from 'zod'
import { writeCursor } from '../../platform/http/cursor.ts'
import type { Endpoint } from '../../platform/http/endpoint.ts'
import { bodyFor, seededId } from './two-organizations.ts'

/** One request that makes no sense, and what is wrong with it. */
export interface Nonsense {
  readonly what: string
  readonly url: string
  readonly body?: unknown
}

const forged = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url')

/** In an address or after the question mark. */
const texts: readonly string[] = [
  ...[
    '',
    'a\u0000b',
    '-1',
    '1.5',
    `1${'0'.repeat(30)}`,
    '9223372036854775808',
    '2147483648',
    '0000-01-01',
    '2026-02-30',
  ],
  ...['9999-12-31', 'x'.repeat(9000), 'nonsense', 'e30', forged([null, null]), forged(['x', 'x']), forged([1e30, 1])],
  ...[forged([{}, 1]), forged(['2026-02-30', 1]), forged(['a\u0000b', 1]), forged(['x', 1e30]), forged([1, 2, 3])],
  ...['x', '2026-01-01', 123].map((key) => writeCursor({ key, id: 1 })),
]

/** In the place of a value in a body. */
const values: readonly unknown[] = [
  ...['a\u0000b', null, {}, [null], -1, 1.5, 1e30, Number.MAX_SAFE_INTEGER, '', ' ', '\ud800', 'x'.repeat(5000)],
  ...['0000-01-01', '9999-12-31', `x@${'y'.repeat(300)}.fr`, ['a\u0000b'], [seededId, seededId]],
]

interface JsonShape {
  readonly anyOf?: readonly JsonShape[]
  readonly items?: JsonShape
  readonly properties?: Readonly<Record<string, JsonShape>>
}

const jsonShape = (shape: z.ZodType): JsonShape =>
  z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonShape

/** Every place of the request of one endpoint, each with everything that should not stand there. */
export function* nonsenseFor({ url, query, body }: Endpoint): Generator<Nonsense> {
  const good = url.replace(/:\w+/g, String(seededId))
  const rightBody = body && { body: bodyFor(body) }
  for (const text of texts) {
    if (url.includes(':')) {
      yield { what: `id ${inShort(text)}`, url: url.replace(/:\w+/g, encodeURIComponent(text)), ...rightBody }
    }
  }
  for (const name of query ? Object.keys(jsonShape(query).properties ?? {}) : []) {
    for (const text of texts) {
      yield { what: `${name}=${inShort(text)}`, url: `${good}?${new URLSearchParams({ [name]: text })}`, ...rightBody }
    }
    yield { what: `${name} twice`, url: `${good}?${name}=1&${name}=2`, ...rightBody }
  }
  if (!body) return
  for (const value of [[], {}, [null], { __proto__: null, constructor: 1 }]) {
    yield { what: `body ${inShort(value)}`, url: good, body: value }
  }
  for (const [what, wrong] of spoiled(jsonShape(body), bodyFor(body))) yield { what, url: good, body: wrong }
}

/** The right body with one value spoiled, each in turn, however deep it stands; fully once for each shape of value. */
function* spoiled(
  { anyOf, items, properties }: JsonShape,
  right: unknown,
  tried = new Set<string>(),
): Generator<[string, unknown]> {
  for (const one of anyOf ?? []) yield* spoiled(one, right, tried)
  if (items) {
    const [first] = Array.isArray(right) ? right : []
    for (const [what, wrong] of spoiled(items, first, tried)) yield [`[0].${what}`, [wrong]]
  }
  for (const [name, shape] of Object.entries(properties ?? {})) {
    const fields = (right ?? {}) as Record<string, unknown>
    const again = tried.has(JSON.stringify(shape))
    tried.add(JSON.stringify(shape))
    for (const value of again ? values.slice(0, 2) : values) {
      yield [`${name}: ${inShort(value)}`, { ...fields, [name]: value }]
    }
    for (const [what, wrong] of spoiled(shape, fields[name], tried)) {
      yield [`${name}.${what}`, { ...fields, [name]: wrong }]
    }
  }
}

const inShort = (value: unknown): string => JSON.stringify(value).slice(0, 40)
