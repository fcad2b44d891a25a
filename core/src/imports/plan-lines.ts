import type { StatedLine } from './stated-lines.ts'

/** A due line as it is known; amounts never negative. */
export interface KnownLine {
  readonly id: number
  readonly dueDate: StatedLine['dueDate']
  readonly amount: number
  readonly amountDue: number
  /** Paid by an earlier import and reversed by a person since: the file is not believed a second time. */
  readonly reversed: number
}

/** One due line after the import. */
export interface LinePlan {
  /** null: the line is new. */
  readonly known: KnownLine | null
  readonly dueDate: StatedLine['dueDate']
  readonly amount: number
  /** To be entered as paid before Quittance, on top of what is known. */
  readonly pay: number
  readonly amountDue: number
  readonly isChanged: boolean
}

/** The due lines of a known invoice after the import, unmentioned ones as they are; undefined where more is paid than would be owed. */
export function planLines(
  known: readonly KnownLine[],
  stated: readonly StatedLine[],
  { isCredit }: { readonly isCredit: boolean },
): LinePlan[] | undefined {
  const inForce = known.filter(({ amount }) => amount !== 0)
  const [only] = stated
  const lines =
    only && stated.length === 1 && only.dueDate === null && inForce.length > 1
      ? spread(inForce, only)
      : pair(known, stated).map(([line, said]) => settle(line, said, isCredit))
  return lines.every((line) => line.amount >= settledOf(line.known)) ? lines : undefined
}

const settledOf = (line: KnownLine | null): number => (line ? line.amount - line.amountDue : 0)

type Pair = readonly [KnownLine | null, StatedLine | null]

/** By due date; those left over in their order, where as many are left on both sides or no date fits at all. */
function pair(known: readonly KnownLine[], stated: readonly StatedLine[]): Pair[] {
  const left = [...known]
  const pairs: Pair[] = []
  const rest = stated.filter((said) => {
    const at = left.findIndex((line) => line.dueDate === said.dueDate)
    const [line] = at < 0 ? [] : left.splice(at, 1)
    if (line) pairs.push([line, said])
    return !line
  })
  // A line of nothing was replaced by others long ago.
  const open = known.length === 1 ? left : left.filter(({ amount }) => amount !== 0)
  if (pairs.length > 0 && open.length !== rest.length)
    return [...pairs, ...rest.map((said) => [null, said] as const), ...open.map((line) => [line, null] as const)]
  rest.forEach((said, index) => {
    pairs.push([open[index] ?? null, said])
  })
  const gone = { dueDate: null, total: 0, amountDue: 0 }
  return [...pairs, ...open.slice(rest.length).map((line) => [line, gone] as const)]
}

function settle(line: KnownLine | null, said: StatedLine | null, isCredit: boolean): LinePlan {
  if (!said) return asIs(line)
  const settled = settledOf(line)
  const amount = isCredit ? creditAmount(line, said) : said.total
  const pay = isCredit ? 0 : Math.max(0, said.total - said.amountDue - settled - (line?.reversed ?? 0))
  return planned(line, { dueDate: said.dueDate ?? line?.dueDate ?? null, amount, pay })
}

/** A credit note stands for what is left of it: less left in the file lowers it, more than we ever knew raises it. */
function creditAmount(line: KnownLine | null, { amountDue }: StatedLine): number {
  if (!line || amountDue > line.amount) return amountDue
  return amountDue < line.amountDue ? line.amount - line.amountDue + amountDue : line.amount
}

/** One amount for an invoice of several due lines: the last one takes the difference, payments go to the oldest. */
function spread(known: readonly KnownLine[], said: StatedLine): LinePlan[] {
  const difference = said.total - known.reduce((sum, { amount }) => sum + amount, 0)
  const told = known.reduce((sum, line) => sum + settledOf(line) + line.reversed, 0)
  let pay = Math.max(0, said.total - said.amountDue - told)
  return known.map((line, index) => {
    const amount = line.amount + (index === known.length - 1 ? difference : 0)
    const part = Math.min(pay, Math.max(0, amount - settledOf(line)))
    pay -= part
    return planned(line, { dueDate: line.dueDate, amount, pay: part })
  })
}

const asIs = (line: KnownLine | null): LinePlan =>
  planned(line, { dueDate: line?.dueDate ?? null, amount: line?.amount ?? 0, pay: 0 })

const planned = (
  line: KnownLine | null,
  after: { readonly dueDate: StatedLine['dueDate']; readonly amount: number; readonly pay: number },
): LinePlan => ({
  ...after,
  known: line,
  amountDue: after.amount - settledOf(line) - after.pay,
  isChanged: !line || line.dueDate !== after.dueDate || line.amount !== after.amount || after.pay > 0,
})
