import { sumByCurrency } from '@quittance/core/money/money.ts'
import { asMoney, type WireMoney } from '../app/wire.ts'

/** The sum of several rows, one a currency. */
export const sumsOf = (rows: readonly { readonly total: readonly WireMoney[] }[]): readonly WireMoney[] =>
  sumByCurrency(rows.flatMap(({ total }) => total.map(asMoney)))
