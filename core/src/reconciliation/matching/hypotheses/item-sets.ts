import type { CalendarDate } from '../../../calendar/calendar-date.ts'
import { addDays } from '../../../calendar/calendar-date.ts'
import { type SumClass, setsThatSum } from '../subset-sums.ts'
import { ln, lnShare, lnWays, type Weight } from '../weight.ts'
import { type Case, type ItemSet, isStrong, type PoolItem, type SetManner } from './hypothesis.ts'

/** What is counted of an item: all that is due, or that less its discount. */
export type FaceOf = (item: PoolItem) => number

/** The pool that a search for sums looks at. */
const mostClasses = 20

/** Chances of paying several items at once, by how they are chosen; they add up to less than one. */
const share = { allDue: -1400, month: -1900, oldest: -1900, all: -2500, run: -3000, butOne: -3200, sum: -1200 }

/** All sets that come to the amount, to the cent, however one may have thought of them. */
export function setsOf(one: Case, amount: number, faceOf: FaceOf): ItemSet[] {
  const sets = new Map<string, ItemSet>()
  const add = (set: ItemSet): void => {
    const key = set.items
      .map(({ item }) => item.id)
      .sort((a, b) => a - b)
      .join(' ')
    const before = sets.get(key)
    if (!before || before.choice < set.choice) sets.set(key, set)
  }
  const debts = one.pool.filter(({ face }) => face > 0)
  for (const set of singles(one, debts, amount, faceOf)) add(set)
  for (const set of quoted(one, amount, faceOf)) add(set)
  const isTold = [...sets.values()].some(({ items }) => tellsAll(one, items))
  const owed = debts.reduce((sum, item) => sum + faceOf(item), 0)
  if (isTold || one.pool.length < 2 || owed < amount) return [...sets.values()]
  for (const set of ordered(one, amount, faceOf)) add(set)
  if (one.payer.weight > -2500) for (const set of sums(one, amount, faceOf)) add(set)
  return [...sets.values()]
}

/** All that the text names is in it, by strong numbers, and nothing else. */
const tellsAll = ({ pool }: Case, items: readonly PoolItem[]): boolean =>
  items.every(({ quote }) => quote !== null && isStrong(quote)) &&
  pool.every((one) => one.quote === null || items.includes(one))

/** Of paying one item, or several, as this payer does. */
export const oneOrMore = ({ habits }: Case, several: boolean): Weight =>
  several
    ? lnShare(habits.several + 0.6, habits.lines + 2.4)
    : lnShare(habits.lines - habits.several + 1.8, habits.lines + 2.4)

/** Items of one customer and one amount are one: the one quoted first, else the oldest due. */
function classesOf(items: readonly PoolItem[], faceOf: FaceOf): SumClass<PoolItem>[] {
  const classes = new Map<string, { face: number; items: PoolItem[] }>()
  for (const one of items) {
    const key = `${one.item.customer} ${faceOf(one)}`
    const same = classes.get(key)
    if (same) same.items.push(one)
    else classes.set(key, { face: faceOf(one), items: [one] })
  }
  for (const { items: same } of classes.values())
    if (same.length > 1) same.sort((a, b) => (b.quote?.weight ?? 0) - (a.quote?.weight ?? 0))
  return [...classes.values()]
}

function singles(one: Case, debts: readonly PoolItem[], amount: number, faceOf: FaceOf): ItemSet[] {
  const fitting = classesOf(
    debts.filter((item) => faceOf(item) === amount),
    faceOf,
  )
  const choice = oneOrMore(one, false) - ln(debts.length)
  return fitting.flatMap(({ items }) => {
    const first = items[0]
    // The text may point to one that is not the oldest, by its day or its last digits; the oldest stays possible.
    return first ? [{ items: [first], manner: 'one', choice: choice + ln(items.length), ways: fitting.length }] : []
  })
}

/** What is named; with one more that was forgotten, with credit notes set against it, or a part of it. */
function quoted(one: Case, amount: number, faceOf: FaceOf): ItemSet[] {
  const named = one.pool.filter(({ quote }) => quote !== null)
  const strong = named.filter(({ quote }) => quote !== null && isStrong(quote))
  const found: ItemSet[] = []
  const n = one.pool.length
  for (const set of strong.length > 0 && strong.length < named.length ? [strong, named] : [named]) {
    if (set.length === 0) continue
    const total = set.reduce((sum, item) => sum + faceOf(item), 0)
    const choice = oneOrMore(one, set.length > 1) + (set.length > 1 ? share.sum : 0) - lnWays(n, set.length)
    const add = (items: readonly PoolItem[], manner: SetManner, less: Weight): void => {
      if (items.length > 0) found.push({ items, manner, choice: choice - less, ways: 1 })
    }
    if (total === amount) add(set, 'quoted', 0)
    const rest = amount - total
    const others = one.pool.filter((item) => !set.includes(item))
    const credits = others.filter(({ face }) => face < 0)
    if (rest < 0 && credits.length > 0) {
      for (const credit of credits) if (faceOf(credit) === rest) add([...set, credit], 'quotedAndMore', 500)
      const all = credits.reduce((sum, item) => sum + faceOf(item), 0)
      if (credits.length > 1 && all === rest) add([...set, ...credits], 'quotedAndMore', 800)
    }
    const more = rest > 0 ? others.find((item) => faceOf(item) === rest) : undefined
    if (more) add([...set, more], 'quotedAndMore', ln(n))
    if (set.length < 2 || total === amount) continue
    for (const items of setsThatSum(classesOf(set, faceOf), amount).sets) add(items, 'someQuoted', 0)
    for (const item of set) if (faceOf(item) === amount) add([item], 'someQuoted', 0)
  }
  return found
}

/** Everything due, everything open, the oldest, all of a month, those that follow each other, all but one. */
function ordered(one: Case, amount: number, faceOf: FaceOf): ItemSet[] {
  const found: ItemSet[] = []
  const several = oneOrMore(one, true)
  const runs = new Set<string>()
  // Like items one after the other: all their runs say the same, the oldest stands for them.
  const isNewRun = (items: readonly PoolItem[]): boolean => {
    const alike = items
      .map((item) => `${item.item.customer} ${faceOf(item)}${item.quote ? ` ${item.item.id}` : ''}`)
      .sort()
      .join('|')
    if (runs.has(alike)) return false
    runs.add(alike)
    return true
  }
  const add = (items: readonly PoolItem[], manner: keyof typeof share & SetManner, less: Weight): void => {
    if (items.length >= 2) found.push({ items, manner, choice: several + share[manner] - less, ways: 1 })
  }
  const debts = one.pool.filter(({ face }) => face > 0)
  const lists = debts.length === one.pool.length ? [debts] : [debts, one.pool]
  for (const list of lists) {
    const n = list.length
    const places = new Map<number, number>([[0, 0]])
    const faces = new Map<number, number>()
    let sum = 0
    list.forEach((item, at) => {
      const face = faceOf(item)
      sum += face
      if (!faces.has(face)) faces.set(face, at)
      const isBoundary = at + 1 === n || list[at + 1]?.item.dueDate !== item.item.dueDate
      if (sum === amount)
        if (at + 1 === n) add(list, 'all', 0)
        else if (isBoundary)
          add(list.slice(0, at + 1), isDueUntil(list, at, one.read.line.bookedOn) ? 'allDue' : 'oldest', 0)
        else add(list.slice(0, at + 1), 'oldest', ln(n))
      if (at + 1 === n && sum === amount && isDueUntil(list, at, one.read.line.bookedOn)) add(list, 'allDue', 0)
      const from = places.get(sum - amount)
      if (from !== undefined && from > 0) {
        const run = list.slice(from, at + 1)
        if (isNewRun(run)) add(run, 'run', 2 * ln(n) - 700)
      }
      const left = faces.get(sum - amount)
      if (left !== undefined && left < at)
        add(
          list.filter((_, place) => place <= at && place !== left),
          'butOne',
          2 * ln(n) - 700,
        )
      places.set(sum, at + 1)
    })
    for (const month of byMonth(list, one)) {
      const total = month.items.reduce((all, item) => all + faceOf(item), 0)
      if (total === amount) add(month.items, 'month', month.named ? -1400 : ln(month.of))
    }
  }
  return found
}

/** The item at that place is due by then, and the next is not. */
function isDueUntil(list: readonly PoolItem[], at: number, day: CalendarDate): boolean {
  const soon = addDays(day, 6)
  const [last, next] = [list[at]?.item.dueDate, list[at + 1]?.item.dueDate]
  return last !== undefined && last <= soon && (next === undefined || next > day)
}

function byMonth(list: readonly PoolItem[], { read }: Case): { items: PoolItem[]; named: boolean; of: number }[] {
  const months = new Map<string, PoolItem[]>()
  for (const one of list)
    for (const key of new Set([one.item.issueDate.slice(0, 7), `due ${one.item.dueDate.slice(0, 7)}`])) {
      const some = months.get(key)
      if (some) some.push(one)
      else months.set(key, [one])
    }
  const named = read.fields.flatMap(({ dates }) => dates.filter(({ dayOfMonth }) => dayOfMonth === null))
  return [...months].map(([key, items]) => ({
    items,
    named: named.some(
      ({ month, year }) => Number(key.slice(-2)) === month && (year === null || key.slice(-7, -3) === String(year)),
    ),
    of: months.size,
  }))
}

/** Chances of a set's size, for sets of two and more. */
const sizeOf = (size: number): Weight => -700 - Math.min(size - 2, 2) * 850 - Math.max(0, size - 4) * 400

function sums(one: Case, amount: number, faceOf: FaceOf): ItemSet[] {
  const credits = one.pool.reduce((sum, { face }) => sum + Math.min(face, 0), 0)
  const fitting = one.pool.filter((item) => faceOf(item) < amount - credits)
  const inOrder = fitting.toSorted((a, b) => (b.quote?.weight ?? 0) - (a.quote?.weight ?? 0) || b.timing - a.timing)
  const classes = classesOf(inOrder, faceOf).slice(0, mostClasses)
  const { sets, ways } = setsThatSum(classes, amount)
  const several = oneOrMore(one, true)
  const n = one.pool.length
  return sets.map((items) => ({
    items,
    manner: 'sum' as const,
    choice: several + share.sum + sizeOf(items.length) - lnWays(n, items.length),
    ways,
  }))
}
