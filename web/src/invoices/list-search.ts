import type { paths } from '../app/generated/api.d.ts'
import { printColumns, readColumns } from './list-columns.ts'

/** What GET /api/v1/open-items takes, less the page. */
export type ItemQuery = Omit<
  NonNullable<paths['/api/v1/open-items']['get']['parameters']['query']>,
  'cursor' | 'limit' | 'view' | 'with'
> & { readonly view: (typeof viewOf)[InvoiceView] }

/** Saved views, as the address says them. */
export const viewOf = {
  'en-retard': 'late',
  'sans-relance': 'unplanned',
  'promesses-non-tenues': 'brokenPromises',
  litiges: 'disputed',
  disparues: 'missing',
  'plus-de-60-jours': 'over60',
  acomptes: 'deposits',
  'en-perte': 'writtenOff',
  'a-venir': 'upcoming',
  'a-encaisser': 'owing',
  payees: 'paid',
  toutes: 'all',
} as const
export const stepOf = {
  'e-mail': 'email',
  appel: 'call',
  courrier: 'letter',
  decision: 'decision',
  'mise-de-cote': 'hold',
  aucune: 'none',
} as const
export const bucketOf = {
  'pas-encore-du': 'notDue',
  '1-30': 'd1_30',
  '31-60': 'd31_60',
  '61-90': 'd61_90',
  'plus-de-90': 'd90plus',
} as const
export const sortOf = {
  retard: 'daysLate',
  reste: 'amountDue',
  montant: 'amount',
  client: 'customer',
  facture: 'number',
  echeance: 'dueDate',
} as const

export type InvoiceView = keyof typeof viewOf
export type StepFilter = keyof typeof stepOf
export type BucketFilter = keyof typeof bucketOf
export type InvoiceSort = keyof typeof sortOf
export type SortDirection = 'croissant' | 'decroissant'

export const views = Object.keys(viewOf) as readonly InvoiceView[]
export const stepFilters = Object.keys(stepOf) as readonly StepFilter[]
export const bucketFilters = Object.keys(bucketOf) as readonly BucketFilter[]

/** The list of invoices as its address says it: everything that can be shared. Absent: no such filter. */
export interface InvoiceListSearch {
  vue?: InvoiceView
  q?: string
  /** At least that many days late. */
  retard?: number
  /** A person, or whoever reads. */
  suivi?: number | 'moi'
  etape?: StepFilter
  tranche?: BucketFilter
  client?: number
  devise?: string
  tri?: InvoiceSort
  sens?: SortDirection
  /** « client.facture.reste »: the columns and their order; absent: those of whoever reads. */
  colonnes?: string
  /** On a wide screen, the due line shown beside the list; the first when absent. */
  ouverte?: number
}

const oneOf = <Words extends Record<string, unknown>>(value: unknown, words: Words): keyof Words | undefined =>
  typeof value === 'string' && Object.hasOwn(words, value) ? value : undefined

const wholeNumber = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

const positive = (value: unknown): number | undefined => {
  const number = wholeNumber(value)
  return number !== undefined && number > 0 ? number : undefined
}

/** What the address says, what it says wrongly left out: an old link still opens a list. */
export function readListSearch(raw: Record<string, unknown>): InvoiceListSearch {
  const text = typeof raw.q === 'number' ? String(raw.q) : raw.q
  const columns = readColumns(raw.colonnes)
  const read = {
    vue: oneOf(raw.vue, viewOf),
    q: typeof text === 'string' && text.trim() !== '' ? text.slice(0, 100) : undefined,
    retard: positive(raw.retard),
    suivi: raw.suivi === 'moi' ? ('moi' as const) : positive(raw.suivi),
    etape: oneOf(raw.etape, stepOf),
    tranche: oneOf(raw.tranche, bucketOf),
    client: positive(raw.client),
    devise: typeof raw.devise === 'string' && /^[A-Z]{3}$/.test(raw.devise) ? raw.devise : undefined,
    tri: oneOf(raw.tri, sortOf),
    sens: oneOf(raw.sens, { croissant: true, decroissant: true }),
    colonnes: columns && printColumns(columns),
    ouverte: positive(raw.ouverte),
  }
  // What is undefined is said outright: the router keeps what it is not told to forget.
  return Object.fromEntries(Object.entries(read))
}

/** Late lists begin with the oldest debt, upcoming ones with the nearest day; those that hold paid ones with the latest. */
export const sortIn = (search: InvoiceListSearch): { tri: InvoiceSort; sens: SortDirection } => ({
  tri: search.tri ?? (search.vue === 'payees' || search.vue === 'toutes' ? 'echeance' : 'retard'),
  sens: search.sens ?? 'decroissant',
})

/** The question the address asks of the server; `me` is the person who reads. */
export function itemQueryOf(search: InvoiceListSearch, me: number): ItemQuery {
  const { tri, sens } = sortIn(search)
  return {
    view: viewOf[search.vue ?? 'en-retard'],
    sort: sortOf[tri],
    direction: sens === 'croissant' ? 'asc' : 'desc',
    ...(search.q !== undefined && { q: search.q }),
    ...(search.retard !== undefined && { late: search.retard }),
    ...(search.suivi !== undefined && { owner: search.suivi === 'moi' ? me : search.suivi }),
    ...(search.etape !== undefined && { step: stepOf[search.etape] }),
    ...(search.tranche !== undefined && { bucket: bucketOf[search.tranche] }),
    ...(search.client !== undefined && { customer: search.client }),
    ...(search.devise !== undefined && { currency: search.devise }),
  }
}

/** The filters in force beyond the view and the order, the one asked for last at the end. */
export const filterNames = ['client', 'devise', 'tranche', 'etape', 'suivi', 'retard', 'q'] as const
export type FilterName = (typeof filterNames)[number]

export const filtersIn = (search: InvoiceListSearch): readonly FilterName[] =>
  filterNames.filter((name) => search[name] !== undefined)
