import { writeCursor } from '../../platform/http/cursor.ts'
import type { Endpoint } from '../../platform/http/endpoint.ts'
import { bodyFor, type JsonShape, seededId, sentSchema } from './two-organizations.ts'

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
  ...['9999-12-31', 'x'.repeat(9000), 'nonsense'],
]

/** In the place of a position in a list. */
const cursors: readonly string[] = [
  ...['nonsense', 'e30', forged([null, null]), forged(['x', 'x']), forged([1e30, 1]), forged([{}, 1])],
  ...[forged(['2026-02-30', 1]), forged(['a\u0000b', 1]), forged(['x', 1e30]), forged([1, 2, 3])],
  ...['x', '2026-01-01', 123].map((key) => writeCursor({ key, id: 1 })),
]

/** In the place of a value in a body. */
const values: readonly unknown[] = [
  ...['a\u0000b', null, {}, -1, 1.5, 1e30, Number.MAX_SAFE_INTEGER, '', '\ud800', 'x'.repeat(5000), '0000-01-01'],
  ...['9999-12-31', `x@${'y'.repeat(300)}.fr`, ['a\u0000b']],
]

/** Where a shape has stood before: what a handler may still stumble over, past what the shape refuses. */
const valuesAgain = ({ type }: JsonShape): readonly unknown[] =>
  type === 'string' ? ['a\u0000b', '\ud800'] : [Number.MAX_SAFE_INTEGER]
const textsAgain: readonly string[] = ['a\u0000b', '9223372036854775808', 'nonsense']

/**
 * Every place of the request of one endpoint, each with everything that should not stand there; in full the first time
 * that such a shape comes, whatever the endpoint (`tried` remembers), then only what handlers may stumble over.
 */
export function* nonsenseFor({ url, query, body }: Endpoint, tried: Set<string>): Generator<Nonsense> {
  const good = url.replace(/:\w+/g, String(seededId))
  const rightBody = body && { body: bodyFor(body) }
  const places = url.includes(':') ? (isNew(tried, 'id in the address') ? texts : textsAgain) : []
  for (const text of places) {
    yield { what: `id ${inShort(text)}`, url: url.replace(/:\w+/g, encodeURIComponent(text)), ...rightBody }
  }
  for (const [name, shape] of Object.entries(query ? (sentSchema(query).properties ?? {}) : {})) {
    for (const text of name === 'cursor' ? cursors : isNew(tried, shape) ? texts : textsAgain) {
      yield { what: `${name}=${inShort(text)}`, url: `${good}?${new URLSearchParams({ [name]: text })}`, ...rightBody }
    }
    yield { what: `${name} twice`, url: `${good}?${name}=1&${name}=2`, ...rightBody }
  }
  if (!body) return
  for (const value of [[], {}, [null], { __proto__: null, constructor: 1 }]) {
    yield { what: `body ${inShort(value)}`, url: good, body: value }
  }
  for (const [what, wrong] of spoiled(sentSchema(body), bodyFor(body), tried)) yield { what, url: good, body: wrong }
}

function isNew(tried: Set<string>, place: unknown): boolean {
  const before = tried.size
  return tried.add(JSON.stringify(place)).size > before
}

/** The right body with one value spoiled, each in turn, however deep it stands. */
function* spoiled(
  { anyOf, oneOf, items, properties }: JsonShape,
  right: unknown,
  tried: Set<string>,
): Generator<[string, unknown]> {
  for (const one of anyOf ?? oneOf ?? []) yield* spoiled(one, right, tried)
  if (items) {
    const [first] = Array.isArray(right) ? right : []
    for (const [what, wrong] of spoiled(items, first, tried)) yield [`[0].${what}`, [wrong]]
  }
  for (const [name, shape] of Object.entries(properties ?? {})) {
    const fields = (right ?? {}) as Record<string, unknown>
    for (const value of isNew(tried, { ...shape, properties: null }) ? values : valuesAgain(shape)) {
      yield [`${name}: ${inShort(value)}`, { ...fields, [name]: value }]
    }
    for (const [what, wrong] of spoiled(shape, fields[name], tried)) {
      yield [`${name}.${what}`, { ...fields, [name]: wrong }]
    }
  }
}

const inShort = (value: unknown): string => JSON.stringify(value).slice(0, 40)
