import type { components } from '../app/generated/api.d.ts'
import { type ColumnId, columnIdOf, columnOf, printColumns } from './list-columns.ts'
import {
  bucketOf,
  filterNames,
  type InvoiceListSearch,
  type InvoiceView,
  itemQueryOf,
  readListSearch,
  sortIn,
  sortOf,
  stepOf,
  viewOf,
} from './list-search.ts'

export type SavedView = components['schemas']['SavedView']
type SavedSearch = SavedView['search']

/** What is kept of a list: its view, filters and order, and the columns on screen. « moi » stays whoever reads. */
export function savedFrom(search: InvoiceListSearch, columns: readonly ColumnId[]): SavedSearch {
  const { owner: _owner, ...query } = itemQueryOf(search, 0)
  return {
    view: query.view,
    sort: query.sort ?? 'daysLate',
    direction: query.direction ?? 'desc',
    ...(query.q !== undefined && { q: query.q }),
    ...(query.late !== undefined && { late: query.late }),
    ...(query.bucket !== undefined && { bucket: query.bucket }),
    ...(query.step !== undefined && { step: query.step }),
    ...(query.currency !== undefined && { currency: query.currency }),
    ...(query.customer !== undefined && { customer: query.customer }),
    ...(search.suivi !== undefined && { owner: search.suivi === 'moi' ? 'me' : search.suivi }),
    columns: columns.map((id) => columnOf[id]),
  }
}

const wordFor = <Words extends Record<string, string>>(words: Words, value: string | undefined) =>
  (Object.keys(words) as (keyof Words & string)[]).find((word) => words[word] === value)

/** The address of a saved view: anybody it is sent to opens the same list. */
export function searchOf(saved: SavedSearch): InvoiceListSearch {
  return readListSearch({
    vue: wordFor(viewOf, saved.view) satisfies InvoiceView | undefined,
    q: saved.q,
    retard: saved.late,
    suivi: saved.owner === 'me' ? 'moi' : saved.owner,
    etape: wordFor(stepOf, saved.step),
    tranche: wordFor(bucketOf, saved.bucket),
    client: saved.customer,
    devise: saved.currency,
    tri: wordFor(sortOf, saved.sort),
    sens: saved.direction === 'asc' ? 'croissant' : 'decroissant',
    colonnes: printColumns(saved.columns.flatMap((name) => columnIdOf(name) ?? [])),
  })
}

/** Do both addresses open the same list, in the same order and columns? */
export function isSameList(a: InvoiceListSearch, b: InvoiceListSearch): boolean {
  const [one, other] = [sortIn(a), sortIn(b)]
  return (
    (a.vue ?? 'en-retard') === (b.vue ?? 'en-retard') &&
    one.tri === other.tri &&
    one.sens === other.sens &&
    a.colonnes === b.colonnes &&
    filterNames.every((name) => a[name] === b[name])
  )
}
