import { createHash } from 'node:crypto'

/** What may stand in a `${}`: a value (never text of the statement) or another piece of SQL. */
export type Parameter = string | number | bigint | boolean | null | Uint8Array | readonly Parameter[]
type Part = Parameter | Sql

/** A piece of SQL with its values beside it. Made only by the `sql` tag, so no value can become text. */
export class Sql {
  readonly strings: readonly string[]
  readonly parts: readonly Part[]

  constructor(strings: readonly string[], parts: readonly Part[]) {
    this.strings = strings
    this.parts = parts
  }
}

/** `sql\`select … where id = ${id}\``: values become $1, $2…; pieces of SQL may stand inside one another. */
export function sql(strings: TemplateStringsArray, ...parts: Part[]): Sql {
  return new Sql(strings, parts)
}

sql.empty = new Sql([''], [])

/** `a`, `b`, `c` with a separator between them (`sql\`, \``, `sql\` and \``); nothing for an empty list. */
sql.join = (pieces: readonly Sql[], separator: Sql): Sql => {
  if (pieces.length === 0) return sql.empty
  const parts = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
  return new Sql(['', ...parts.map(() => '')], parts)
}

/** A table or column name, quoted. The name comes from the code or the catalogue, never from a request. */
sql.identifier = (...names: string[]): Sql =>
  new Sql([names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')], [])

/** A value for a json or jsonb column (a plain array would be sent as a PostgreSQL array). */
sql.json = (value: unknown): string => JSON.stringify(value)

/** An instant, given in milliseconds since 1970 as the clock counts them. */
sql.instant = (ms: number): Sql => sql`${new Date(ms).toISOString()}::timestamptz`

/** What Kysely's `.compile()` gives, for statements whose shape varies too much for a template. Not nestable. */
sql.compiled = (query: { readonly sql: string; readonly parameters: readonly unknown[] }): Sql =>
  new CompiledSql([query.sql], query.parameters as readonly Parameter[])

class CompiledSql extends Sql {}

/**
 * The same statement, planned anew each time with its values in sight. For those whose best plan hangs on a value: after
 * five times under one name the planner settles on a plan for any value.
 */
sql.plannedAnew = (query: Sql): Sql => new AnewSql(query.strings, query.parts)

class AnewSql extends Sql {}

export interface Statement {
  readonly text: string
  readonly values: Parameter[]
  /** Name of the prepared statement: planning costs more than running for most of our statements. */
  readonly name?: string
}

interface Named {
  readonly text: string
  readonly name?: string
}
const flat = new WeakMap<readonly string[], Named>()

/** Text with $1…, values in order, and the name under which each connection keeps it prepared. */
export function compile(query: Sql): Statement {
  if (query instanceof CompiledSql) return { ...named(query.strings[0] ?? ''), values: [...query.parts] as Parameter[] }
  if (!(query instanceof AnewSql) && !query.parts.some((part) => part instanceof Sql)) {
    let known = flat.get(query.strings)
    if (!known) {
      known = named(query.strings.reduce((text, piece, index) => `${text}$${index}${piece}`))
      flat.set(query.strings, known)
    }
    return { ...known, values: checked(query.parts as readonly Parameter[], known.text) }
  }
  const values: Parameter[] = []
  const text = write(query, values)
  if (query instanceof AnewSql) return { text, values: checked(values, text) }
  return { ...named(text), values: checked(values, text) }
}

function write(query: Sql, values: Parameter[]): string {
  if (query instanceof CompiledSql) throw new Error('A compiled query cannot stand inside another one.')
  let text = query.strings[0] ?? ''
  query.parts.forEach((part, index) => {
    text += part instanceof Sql ? write(part, values) : `$${values.push(part)}`
    text += query.strings[index + 1] ?? ''
  })
  return text
}

function checked(values: readonly Parameter[], text: string): Parameter[] {
  const missing = values.indexOf(undefined as unknown as Parameter)
  if (missing >= 0) throw new Error(`Value ${missing + 1} is undefined (say null for "nothing") in: ${text.trim()}`)
  return values as Parameter[]
}

// Each connection keeps every named statement: a shape that varies without end must not fill its memory.
const mostNames = 2000
const names = new Map<string, Named>()

function named(text: string): Named {
  const known = names.get(text)
  if (known) return known
  if (names.size >= mostNames) return { text }
  const made = { text, name: `q_${createHash('sha1').update(text).digest('base64url')}` }
  names.set(text, made)
  return made
}
