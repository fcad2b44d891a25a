import { activeCurrencies, minorUnitDigits } from '@quittance/core/money/currency.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

const withDigits = (digits: number) => activeCurrencies().filter((currency) => minorUnitDigits(currency) === digits)
const withoutMinorUnit = withDigits(0)
const inThousandths = withDigits(3)

const unitOf = (currency: Sql): Sql => sql`case when ${currency} = any(${withoutMinorUnit}::text[]) then 1
  when ${currency} = any(${inThousandths}::text[]) then 1000 else 100 end`

/**
 * SQL: a limit of the organisation (smallest unit of its `base` currency) as as many units of another currency, in the
 * smallest unit of that one, a float8. `limitIn` of core says the same.
 */
export const limitInSql = (limit: Sql, { base, currency }: { readonly base: Sql; readonly currency: Sql }): Sql =>
  sql`case when ${currency} = ${base} then (${limit})::float8
    else (${limit})::float8 * (${unitOf(currency)}) / (${unitOf(base)}) end`
