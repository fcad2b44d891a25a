import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { type MergedCard, mergeCustomers as plan } from '@quittance/core/customers/merge-customers.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import { catchUpBalances } from '../balances.ts'
import type { Followers, Pair } from './following.ts'
import { countRows } from './move-rows.ts'
import { cardOf, namesOf, rowsOf, sumsOf, tiesOf } from './queries.ts'
import { withItself } from './refusals.ts'

interface Seen {
  readonly today: CalendarDate
  readonly language: Language
  readonly followers: Followers
}

/** What would happen if `other` were merged into `kept`; writes nothing. */
export async function previewMerge(db: Db, pair: Pair, { today, language, followers }: Seen) {
  const { kept, other } = pair
  if (kept === other) throw withItself()
  await catchUpBalances(db, today)
  const rows = await rowsOf(db, [kept, other])
  const [mine, theirs] = [cardOf(found(rows.get(kept))), cardOf(found(rows.get(other)))]
  const { becomes, warnings } = plan(mine, theirs, await tiesOf(db, pair, today))
  const [ofKept, ofOther] = [await sumsOf(db, kept), await sumsOf(db, other)]
  const say = await fieldsInWords(db, [mine, theirs, becomes], language)
  const [keptSays, otherSays, becomesSays] = [say(mine), say(theirs), say(becomes)]
  return {
    kept: { id: kept, code: mine.code, name: mine.name, balances: ofKept.map(asBalance) },
    other: { id: other, code: theirs.code, name: theirs.name, balances: ofOther.map(asBalance) },
    together: together(ofKept, ofOther).map(asBalance),
    moves: await countsOf((table) => countOf(db, followers, table, other)),
    sharedContacts: await sharedContacts(db, pair),
    warnings: [...warnings],
    fields: fields
      .filter((field) => keptSays[field] !== otherSays[field])
      .map((field) => ({ field, kept: keptSays[field], other: otherSays[field], becomes: becomesSays[field] })),
  }
}

type Sums = Awaited<ReturnType<typeof sumsOf>>[number]

const asBalance = ({ currency, outstanding, late, inHand }: Sums) => ({
  outstanding: { amount: outstanding, currency },
  late: { amount: late, currency },
  inHand: { amount: inHand, currency },
})

const together = (a: readonly Sums[], b: readonly Sums[]): Sums[] =>
  [...Map.groupBy([...a, ...b], ({ currency }) => currency)].map(([currency, sums]) => ({
    currency,
    outstanding: sums.reduce((sum, one) => sum + one.outstanding, 0),
    late: sums.reduce((sum, one) => sum + one.late, 0),
    inHand: sums.reduce((sum, one) => sum + one.inHand, 0),
  }))

/** By the names the contract has for them. */
const counted = {
  invoices: ['invoice'],
  payments: ['payment'],
  promises: ['promise', 'payment_plan'],
  disputes: ['dispute'],
  tasks: ['task'],
  messages: ['reminder'],
  exchanges: ['exchange'],
  contacts: ['contact'],
} as const

export type Counts = Record<keyof typeof counted, number>

/** A number for each kind of fact, from one for each table. */
export async function countsOf(countTable: (table: string) => Promise<number> | number): Promise<Counts> {
  const counts: Partial<Counts> = {}
  for (const [kind, tables] of Object.entries(counted) as [keyof Counts, readonly string[]][]) {
    let sum = 0
    for (const table of tables) sum += await countTable(table)
    counts[kind] = sum
  }
  return counts as Counts
}

async function countOf(db: Db, { following }: Followers, table: string, customer: number): Promise<number> {
  const one = following.find((each) => each.table === table && each.how === 'moves')
  return one ? countRows(db, one, customer) : 0
}

const sharedContacts = async (db: Db, { kept, other }: Pair): Promise<number> => {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*)::int as count from contact o
    where o.organization_id = current_organization() and o.customer_id = ${other} and exists (
      select from contact k
      where k.organization_id = o.organization_id and k.customer_id = ${kept} and lower(k.email) = lower(o.email))`)
  return count
}

const fields = [
  'code',
  'name',
  'category',
  'siren',
  'vatNumber',
  'address',
  'phone',
  'paymentTerms',
  'currency',
  'language',
  'salesRep',
  'collector',
  'parent',
  'scenario',
  'creditLimit',
  'customerSince',
] as const
type Field = (typeof fields)[number]

/** What each card says of each field, in words; codes of category and language are said by the screen. */
async function fieldsInWords(
  db: Db,
  cards: readonly MergedCard[],
  language: Language,
): Promise<(card: MergedCard) => Record<Field, string | null>> {
  const people = new Map(
    (
      await namesOf(
        db,
        cards.flatMap(({ salesRepId, collectorId }) => [salesRepId, collectorId]),
      )
    ).map((one) => [one.id, one.name]),
  )
  const named = new Map(
    (
      await db.rows<{ key: string; name: string }>(sql`
        select 's' || id as key, name from scenario
        where organization_id = current_organization() and id = any(${ids(cards, 'scenarioId')})
        union all
        select 'd' || d.category, s.name from default_scenario d
        join scenario s on s.organization_id = d.organization_id and s.id = d.scenario_id
        where d.organization_id = current_organization()
        union all
        select 'c' || id, name from customer
        where organization_id = current_organization() and id = any(${ids(cards, 'parentId')})`)
    ).map(({ key, name }) => [key, name]),
  )
  return (card) => ({
    code: card.code,
    name: card.name,
    category: card.category,
    siren: card.siren,
    vatNumber: card.vatNumber,
    address:
      [card.addressLine1, card.addressLine2, [card.postcode, card.city].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(', ') || null,
    phone: card.phone,
    paymentTerms: card.paymentTerms,
    currency: card.currency,
    language: card.language,
    salesRep: (card.salesRepId && people.get(card.salesRepId)) || null,
    collector: (card.collectorId && people.get(card.collectorId)) || null,
    parent: (card.parentId && named.get(`c${card.parentId}`)) || null,
    scenario: named.get(card.scenarioId === null ? `d${card.category}` : `s${card.scenarioId}`) ?? null,
    creditLimit:
      card.creditLimit === null ? null : formatMoney(money(card.creditLimit, asCurrency(card.currency)), language),
    customerSince: card.customerSince && formatDate(card.customerSince, language),
  })
}

const ids = (cards: readonly MergedCard[], field: 'parentId' | 'scenarioId'): number[] =>
  cards.flatMap((card) => card[field] ?? [])
