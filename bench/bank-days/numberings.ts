import { type CalendarDate, civilOf } from '@quittance/core/calendar/calendar-date.ts'

/** A number by its day and its rank in the series. */
export type Numbering = (on: CalendarDate, rank: number) => string

const year = (on: CalendarDate): string => String(civilOf(on).year)
const yy = (on: CalendarDate): string => year(on).slice(2)
const mm = (on: CalendarDate): string => String(civilOf(on).month).padStart(2, '0')
const padded = (rank: number, width: number): string => String(rank).padStart(width, '0')

/** How firms number their invoices and credit notes; each firm keeps one or two series. */
export const numberings: readonly (readonly [invoice: Numbering, creditNote: Numbering])[] = [
  [(on, n) => `FA${year(on)}-${padded(n, 4)}`, (on, n) => `AV${year(on)}-${padded(n, 4)}`],
  [(on, n) => `F${yy(on)}${mm(on)}-${padded(n, 4)}`, (on, n) => `A${yy(on)}${mm(on)}-${padded(n, 4)}`],
  [(_, n) => `FC${padded(n + 11_000, 6)}`, (_, n) => `AC${padded(n + 2_000, 6)}`],
  [(on, n) => `${year(on)}${padded(n, 5)}`, (on, n) => `A${year(on)}${padded(n, 5)}`],
  [(_, n) => padded(n + 20_300, 6), (_, n) => `A${padded(n + 900, 5)}`],
  [(on, n) => `INV/${year(on)}/${padded(n, 5)}`, (on, n) => `RINV/${year(on)}/${padded(n, 5)}`],
  [(on, n) => `F-${year(on)}-${padded(n, 3)}`, (on, n) => `AV-${year(on)}-${padded(n, 3)}`],
  [(on, n) => `VE${yy(on)}${padded(n, 5)}`, (on, n) => `VA${yy(on)}${padded(n, 5)}`],
  [(_, n) => `F${padded(n + 300, 5)}`, (_, n) => `N${padded(n + 40, 5)}`],
  [(on, n) => `LYO-${yy(on)}-${padded(n, 4)}`, (on, n) => `LYO-AV-${yy(on)}-${padded(n, 4)}`],
  [(on, n) => `${yy(on)}F${padded(n, 5)}`, (on, n) => `${yy(on)}A${padded(n, 5)}`],
  [(_, n) => `FAC${padded(n + 4_200, 8)}`, (_, n) => `AVO${padded(n + 300, 8)}`],
  [(on, n) => `${yy(on)}${mm(on)}${padded(n, 4)}`, (on, n) => `AV${yy(on)}${mm(on)}${padded(n, 4)}`],
  [(on, n) => `FV-${yy(on)}-${mm(on)}-${padded(n, 4)}`, (on, n) => `AV-${yy(on)}-${mm(on)}-${padded(n, 4)}`],
  [(_, n) => String(n + 12_400), (_, n) => `A${n + 1_100}`],
  [(on, n) => `${year(on)}/${mm(on)}/${padded(n, 4)}`, (on, n) => `${year(on)}/${mm(on)}/AV${padded(n, 3)}`],
  [(_, n) => `S${padded(n + 1_500, 5)}`, (_, n) => `SA${padded(n + 60, 4)}`],
  [(on, n) => `FACT_${year(on)}_${padded(n, 4)}`, (on, n) => `AVOIR_${year(on)}_${padded(n, 3)}`],
]
