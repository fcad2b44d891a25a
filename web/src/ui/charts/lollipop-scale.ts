/** Round values for at most four lines over 0 to `highest` (and below 0 when early payments ask for it). */
export function axisTicks(lowest: number, highest: number): number[] {
  const span = Math.max(highest, 1) - Math.min(lowest, 0)
  const step = [1, 5, 10, 15, 30, 60, 90, 120, 180, 365].find((size) => span / size <= 3) ?? Math.ceil(span / 3)
  const first = Math.floor(Math.min(lowest, 0) / step)
  const last = Math.ceil(Math.max(highest, 1) / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

/** Which points carry their number: the first, the highest, and the last three when they climb. */
export function labelledPoints(days: readonly number[]): ReadonlySet<number> {
  const chosen = new Set<number>()
  if (days.length === 0) return chosen
  chosen.add(0)
  chosen.add(days.indexOf(Math.max(...days)))
  const tail = days.slice(-3)
  if (tail.length === 3 && tail.every((value, index) => index === 0 || value > (tail[index - 1] ?? 0))) {
    for (let index = days.length - 3; index < days.length; index++) chosen.add(index)
  }
  return chosen
}
