import pg from 'pg'

const { builtins } = pg.types

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`The database holds ${text}, more than a number can say exactly.`)
  return value
}

/** '2026-11-22 07:52:23.123456+00' → '2026-11-22T07:52:23.123456Z': nothing is lost, and it compares as text. */
function instant(text: string): string {
  if (text.endsWith('+00')) return `${text.slice(0, -3).replace(' ', 'T')}Z`
  if (text.endsWith('infinity')) return text
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

const same = (text: string): string => text

/** One dimension is enough for us; the element types below never hold a comma, a brace or a quote of their own. */
const listOf = (read: (text: string) => unknown) => (text: string) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((element) => (element === 'NULL' ? null : read(element.replaceAll('"', ''))))

// Array types have no name in pg's list: 1016 bigint[], 1182 date[], 1115 and 1185 timestamp(tz)[], 1231 numeric[].
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, wholeNumber],
  [1016, listOf(wholeNumber)],
  [builtins.DATE, same],
  [1182, listOf(same)],
  [builtins.TIMESTAMP, same],
  [1115, listOf(same)],
  [builtins.TIMESTAMPTZ, instant],
  [1185, listOf(instant)],
  [builtins.NUMERIC, same],
  [1231, listOf(same)],
  [builtins.INTERVAL, same],
])

/**
 * How columns arrive: bigint → number (refused beyond 2^53), date → 'YYYY-MM-DD', timestamptz → ISO text in UTC,
 * numeric → text (so `sum()` of a bigint is text: write `sum(…)::bigint`). Given to our pools one by one: the authentication library and the job queue keep pg's own.
 */
export const columnTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig
