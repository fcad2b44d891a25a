import type { JudgedLine } from './judge-line.ts'

/** Counts of one class of lines; shares are computed from them, never stored. */
export interface Figures {
  readonly name: string
  readonly lines: number
  /** Lines that pay an invoice. */
  readonly paying: number
  readonly applied: number
  readonly appliedRight: number
  readonly wrongCustomer: number
  /** Applied though the line pays no invoice. */
  readonly onNoInvoice: number
  readonly firstRight: number
  readonly withGap: number
  readonly reasonRight: number
}

const count = (lines: readonly JudgedLine[], is: (line: JudgedLine) => boolean): number => lines.filter(is).length

export const pays = ({ line }: JudgedLine): boolean => line.truth.allocations.length > 0

export function figuresOf(name: string, lines: readonly JudgedLine[]): Figures {
  return {
    name,
    lines: lines.length,
    paying: count(lines, pays),
    applied: count(lines, ({ isAuto }) => isAuto),
    appliedRight: count(lines, (judged) => judged.isAuto && pays(judged) && judged.isFirstRight),
    wrongCustomer: count(lines, (judged) => judged.wrongCustomer && pays(judged)),
    onNoInvoice: count(lines, (judged) => judged.isAuto && !pays(judged)),
    firstRight: count(lines, (judged) => pays(judged) && judged.isFirstRight),
    withGap: count(lines, ({ reasonRight }) => reasonRight !== null),
    reasonRight: count(lines, ({ reasonRight }) => reasonRight === true),
  }
}

/** One row a class, largest first. */
export const byClass = (lines: readonly JudgedLine[], classOf: (line: JudgedLine) => string): Figures[] =>
  [...Map.groupBy(lines, classOf)].map(([name, same]) => figuresOf(name, same)).sort((a, b) => b.lines - a.lines)

export interface CurvePoint {
  /** Chances in ten thousand from which a line is applied. */
  readonly from: number
  readonly applied: number
  readonly right: number
  readonly paying: number
}

const thresholds = [
  10_000, 9999, 9998, 9995, 9990, 9980, 9950, 9900, 9800, 9500, 9000, 8000, 7000, 6000, 5000, 3000, 0,
] as const

/**
 * Rate against precision. `gated` keeps to the lines the matcher would apply by itself and asks for more; the other
 * applies every first proposal from so many chances on, as if there were no gate.
 */
export function curveOf(lines: readonly JudgedLine[], gated: boolean): CurvePoint[] {
  const paying = count(lines, pays)
  const candidates = lines.filter(({ isAuto, first }) => (gated ? isAuto : first.length > 0))
  return thresholds.map((from) => {
    const above = candidates.filter(({ chances }) => chances >= from)
    return { from, paying, applied: above.length, right: count(above, (judged) => pays(judged) && judged.isFirstRight) }
  })
}
