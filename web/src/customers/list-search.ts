import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import type { paths } from '../app/generated/api.d.ts'

/** What GET /api/v1/customers takes, less the page. */
export type CustomerQuery = Omit<
  NonNullable<paths['/api/v1/customers']['get']['parameters']['query']>,
  'cursor' | 'limit'
>

/** Saved views, as the address says them. */
export const viewOf = {
  tous: 'all',
  'en-retard': 'late',
  'a-encaisser': 'owing',
  'en-pause': 'paused',
  'a-jour': 'upToDate',
} as const
const sortOf = { client: 'name', encaisser: 'outstanding', retard: 'late', jours: 'daysLate' } as const

export type CustomerView = keyof typeof viewOf
export type CustomerSort = keyof typeof sortOf
export type SortDirection = 'croissant' | 'decroissant'
export const views = Object.keys(viewOf) as readonly CustomerView[]

/** Payer profiles, as the address says them. */
export const profileOf = {
  nouveau: 'unknown',
  ponctuel: 'punctual',
  distrait: 'forgetful',
  retardataire: 'slow',
  'en-difficulte': 'struggling',
  'a-risque': 'risky',
} as const satisfies Readonly<Record<string, PayerProfile>>
export type ProfileSlug = keyof typeof profileOf
export const profileSlugs = Object.keys(profileOf) as readonly ProfileSlug[]

/** The list of customers as its address says it; `moi` is whoever reads. Absent: no such filter. */
export interface CustomerListSearch {
  vue?: CustomerView
  q?: string
  commercial?: number | 'moi'
  suivi?: number | 'moi'
  profil?: ProfileSlug
  tri?: CustomerSort
  sens?: SortDirection
  /** « Ajouter un client » is open. */
  ajouter?: 'oui'
  /** On a wide screen, the customer shown beside the list; the first when absent. */
  ouvert?: number
}

const oneOf = <Words extends Record<string, unknown>>(value: unknown, words: Words): keyof Words | undefined =>
  typeof value === 'string' && Object.hasOwn(words, value) ? value : undefined

const idIn = (value: unknown): number | undefined => {
  const id = Number(value)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

const person = (value: unknown): number | 'moi' | undefined => (value === 'moi' ? 'moi' : idIn(value))

/** What the address says, what it says wrongly left out: an old link still opens a list. */
export function readListSearch(raw: Record<string, unknown>): CustomerListSearch {
  const text = typeof raw.q === 'number' ? String(raw.q) : raw.q
  const read = {
    vue: oneOf(raw.vue, viewOf),
    q: typeof text === 'string' && text.trim() !== '' ? text.slice(0, 100) : undefined,
    commercial: person(raw.commercial),
    suivi: person(raw.suivi),
    profil: oneOf(raw.profil, profileOf),
    tri: oneOf(raw.tri, sortOf),
    sens: oneOf(raw.sens, { croissant: true, decroissant: true }),
    ajouter: raw.ajouter === 'oui' ? ('oui' as const) : undefined,
    ouvert: idIn(raw.ouvert),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** The largest late amount first, names from A. */
export function sortIn(search: CustomerListSearch): { tri: CustomerSort; sens: SortDirection } {
  const tri = search.tri ?? 'retard'
  return { tri, sens: search.sens ?? (tri === 'client' ? 'croissant' : 'decroissant') }
}

/** The question the address asks of the server; `me` is the person who reads. */
export function customerQueryOf(search: CustomerListSearch, me: number): CustomerQuery {
  const { tri, sens } = sortIn(search)
  const idOf = (who: number | 'moi') => (who === 'moi' ? me : who)
  return {
    view: viewOf[search.vue ?? 'tous'],
    sort: sortOf[tri],
    direction: sens === 'croissant' ? 'asc' : 'desc',
    ...(search.q !== undefined && { q: search.q }),
    ...(search.commercial !== undefined && { salesRep: idOf(search.commercial) }),
    ...(search.suivi !== undefined && { collector: idOf(search.suivi) }),
    ...(search.profil !== undefined && { profile: profileOf[search.profil] }),
  }
}

/** The filters in force beyond the view and the order, the one asked for last at the end. */
export const filterNames = ['commercial', 'suivi', 'profil', 'q'] as const
export type FilterName = (typeof filterNames)[number]

export const filtersIn = (search: CustomerListSearch): readonly FilterName[] =>
  filterNames.filter((name) => search[name] !== undefined)
