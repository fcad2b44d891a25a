import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Situation, SituationItem, SourceFacts, StepTaken, Until } from '@quittance/core/dunning/situation.ts'
import { asCurrency, type Currency, type Money } from '@quittance/core/money/money.ts'
import { forWholeHouse } from '../../people/whole-house.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Following, followedBy } from './followed.ts'
import { type ItemRow, openItemsOf, stepsTakenBy } from './items.ts'
import { creditsOf, type Party, partiesOf } from './parties.ts'
import { type Stops, stopsOf } from './stops.ts'

const noSteps: readonly StepTaken[] = []
const noMoney: readonly Money[] = []

/** What a run knows before it looks at any customer. */
export interface Known extends Following {
  readonly sources: ReadonlyMap<number, SourceFacts>
}

/**
 * All that the decision may look at for some customers, in eleven statements whatever their number:
 * one situation for each legal entity that has something open with them.
 */
export const loadSituations = (db: Db, customers: readonly number[], known: Known): Promise<Situation[]> =>
  customers.length === 0 ? Promise.resolve([]) : forWholeHouse(db, () => loaded(db, customers, known))

async function loaded(db: Db, customers: readonly number[], known: Known): Promise<Situation[]> {
  const parties = await partiesOf(db, customers)
  const rows = await openItemsOf(db, customers)
  const taken = Map.groupBy(await stepsTakenBy(db, customers), (step) => step.item)
  const stops = await stopsOf(db, customers)
  const items = Map.groupBy(rows, (row) => `${row.customer}/${row.legalEntity}`)
  const credits = Map.groupBy(await creditsOf(db, customers), (row) => `${row.customer}/${row.legalEntity}`)
  const followed = followedBy(rows, known)
  return parties.map((party) => {
    const key = `${party.customer}/${party.legalEntity}`
    const open = items.get(key) ?? []
    return {
      ...situationOf(party),
      ...followed.ofParty(party),
      items: open.map((row) => ({
        ...itemOf(row, stops(row.id), taken.get(row.id) ?? noSteps),
        ...followed.ofItem(row, party.category),
      })),
      sources: sourcesOf(open, known.sources),
      unallocatedCredit:
        credits.get(key)?.map((row) => ({ amount: row.amount, currency: currencyOf(row.currency) })) ?? noMoney,
    }
  })
}

type Told = Omit<Situation, 'items' | 'sources' | 'unallocatedCredit' | 'scenario' | 'scenarioOrigin'>

function situationOf(party: Party): Told {
  return {
    customer: party.customer,
    legalEntity: party.legalEntity,
    pausedUntil: untilOf(party.pausedOn, party.pausedUntil),
    handedOver: party.handedOver,
    insolvent: party.insolvent,
    bankLinePending: party.bankLine !== null,
    ...(party.bankLine && { bankLine: party.bankLine }),
    lastContactOn: party.lastContactOn,
    uncertainMessage: party.uncertain,
    ...(party.unreadAnswer !== null && { unreadAnswer: party.unreadAnswer }),
    openTask:
      party.taskItem !== null && party.taskStep !== null && party.taskDueOn !== null
        ? { item: party.taskItem, step: party.taskStep, dueOn: party.taskDueOn }
        : null,
    setAsideUntil: party.setAsideUntil,
    hasUsableEmail: party.hasEmail,
    hasUsableMobile: party.hasMobile,
    hasPostalAddress: party.hasAddress,
  }
}

function itemOf(row: ItemRow, stop: Stops, taken: readonly StepTaken[]): SituationItem {
  return {
    id: row.id,
    invoiceNumber: row.invoiceNumber,
    kind: row.kind,
    issueDate: row.issueDate,
    dueDate: row.dueDate,
    amountDue: { amount: row.amountDue, currency: currencyOf(row.currency) },
    ...stop,
    pausedUntil: untilOf(row.pausedOn, row.pausedUntil),
    automaticMeans: row.automaticMeans,
    rejectedOn: row.rejectedOn,
    missingSince: row.missingSince,
    taken,
  }
}

const noSources: readonly SourceFacts[] = []

function sourcesOf(rows: readonly ItemRow[], sources: ReadonlyMap<number, SourceFacts>): readonly SourceFacts[] {
  const ids = new Set(rows.map(({ source }) => source))
  ids.delete(null)
  return ids.size === 0 ? noSources : [...ids].flatMap((id) => sources.get(id ?? 0) ?? [])
}

/** A pause with no end lasts until somebody lifts it. */
const untilOf = (on: CalendarDate | null, until: CalendarDate | null): Until | null =>
  on === null ? null : (until ?? 'furtherNotice')

// A currency is validated once, not once a row.
const currencies = new Map<string, Currency>()
function currencyOf(code: string): Currency {
  const known = currencies.get(code)
  if (known) return known
  const currency = asCurrency(code)
  currencies.set(code, currency)
  return currency
}
