/** Half of a calendar year: '2026-H1' runs from 1 January to 30 June. */
export type HalfYear = `${number}-H${1 | 2}`

/** Rates in hundredths of a percent: 215 is 2.15 %. */
export interface HalfYearRates {
  /** European Central Bank, main refinancing operations, in force on the first day of the half-year. */
  readonly mainRefinancing: number
  /** "Taux de l'intérêt légal", column of the other cases (neither creditor is a private person). */
  readonly legal: number
}

/**
 * The rates by half-year. One that is not here is unknown: it is asked for, never guessed. The refinancing rate is the
 * ECB's of the first day (a cut within the half-year does not count), the legal rate is set by an order published in
 * late December and late June.
 */
export const lateInterestRates: Readonly<Partial<Record<HalfYear, HalfYearRates>>> = {
  '2013-H1': { mainRefinancing: 75, legal: 4 },
  '2013-H2': { mainRefinancing: 50, legal: 4 },
  '2014-H1': { mainRefinancing: 25, legal: 4 },
  '2014-H2': { mainRefinancing: 15, legal: 4 },
  '2015-H1': { mainRefinancing: 5, legal: 93 },
  '2015-H2': { mainRefinancing: 5, legal: 99 },
  '2016-H1': { mainRefinancing: 5, legal: 101 },
  '2016-H2': { mainRefinancing: 0, legal: 93 },
  '2017-H1': { mainRefinancing: 0, legal: 90 },
  '2017-H2': { mainRefinancing: 0, legal: 90 },
  '2018-H1': { mainRefinancing: 0, legal: 89 },
  '2018-H2': { mainRefinancing: 0, legal: 88 },
  '2019-H1': { mainRefinancing: 0, legal: 86 },
  '2019-H2': { mainRefinancing: 0, legal: 87 },
  '2020-H1': { mainRefinancing: 0, legal: 87 },
  '2020-H2': { mainRefinancing: 0, legal: 84 },
  '2021-H1': { mainRefinancing: 0, legal: 79 },
  '2021-H2': { mainRefinancing: 0, legal: 76 },
  '2022-H1': { mainRefinancing: 0, legal: 76 },
  '2022-H2': { mainRefinancing: 0, legal: 77 },
  '2023-H1': { mainRefinancing: 250, legal: 206 },
  '2023-H2': { mainRefinancing: 400, legal: 422 },
  '2024-H1': { mainRefinancing: 450, legal: 507 },
  '2024-H2': { mainRefinancing: 425, legal: 492 },
  '2025-H1': { mainRefinancing: 315, legal: 371 },
  '2025-H2': { mainRefinancing: 215, legal: 276 },
  '2026-H1': { mainRefinancing: 215, legal: 262 },
  '2026-H2': { mainRefinancing: 240, legal: 275 },
}
