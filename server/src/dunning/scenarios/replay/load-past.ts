import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Past, PastItem, Span } from '@quittance/core/dunning/replay/past.ts'
import { type Scenario, scenarioFor } from '@quittance/core/dunning/scenario.ts'
import type { Situation, SituationItem } from '@quittance/core/dunning/situation.ts'
import { asCurrency, type Currency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../../platform/database/db.ts'
import type { RunContext } from '../../run/run-context.ts'
import { chosenFor } from '../../situations/items.ts'
import {
  creditsSince,
  delaysOf,
  disputesOf,
  endedStopsOf,
  linesSince,
  type PastLine,
  type PastParty,
  partiesBefore,
  pausesTold,
  plansOf,
  promisesOf,
  settledOf,
  takenBefore,
} from './past-queries.ts'

/** A customer's past with the category that says how a scenario holds for it. */
export interface LoadedPast {
  readonly past: Past
  readonly category: PastParty['category']
}

/**
 * What happened to some customers since a day, one for each legal entity that had something open with them, in a dozen
 * statements whatever their number. The scenario is left to who asks; an invoice with one of its own keeps it.
 */
export async function loadPast(
  db: Db,
  customers: readonly number[],
  from: CalendarDate,
  { scenarios }: Pick<RunContext, 'scenarios'>,
): Promise<LoadedPast[]> {
  const parties = new Map((await partiesBefore(db, customers, from)).map((row) => [row.customer, row]))
  const lines = await linesSince(db, customers, from)
  const happened = await happenedTo(db, lines, from)
  const pauses = pausesOf(await pausesTold(db, customers))
  const ended = Map.groupBy(await endedStopsOf(db, customers), ({ customer }) => customer)
  const credits = Map.groupBy(await creditsSince(db, customers, from), partyOf)
  return [...Map.groupBy(lines, partyOf)].flatMap(([key, own]) => {
    const [first] = own
    const party = first && parties.get(first.customer)
    if (!first || !party) return []
    const stops = ended.get(party.customer) ?? []
    const spans = (kind: 'handover' | 'insolvency', since: CalendarDate | null): Span[] => [
      ...stops.filter((one) => one.kind === kind),
      ...(since === null ? [] : [{ from: since, until: null }]),
    ]
    const past: Past = {
      situation: situationOf(party, first.legalEntity),
      items: own.map((line) => itemOf(line, party, { happened, pauses, scenarios })),
      pauses: [...(pauses.get(`c${party.customer}`) ?? []), ...pauseOf(party)],
      handedOver: spans('handover', party.handedOverOn),
      insolvent: spans('insolvency', party.insolventOn),
      credits: (credits.get(key) ?? []).map((row) => ({ ...row, currency: currencyOf(row.currency) })),
    }
    return [{ past, category: party.category }]
  })
}

const partyOf = ({ customer, legalEntity }: { customer: number; legalEntity: number }): string =>
  `${customer}/${legalEntity}`

async function happenedTo(db: Db, lines: readonly PastLine[], from: CalendarDate) {
  const items = lines.map(({ id }) => id)
  const credits = lines.filter(({ amount }) => amount < 0).map(({ id }) => id)
  const byItem = <Row extends { readonly item: number }>(rows: Row[]) => Map.groupBy(rows, ({ item }) => item)
  const invoices = [...new Set(lines.map(({ invoice }) => invoice))]
  return {
    settled: byItem(await settledOf(db, items, credits)),
    taken: byItem(await takenBefore(db, items, from)),
    disputes: byItem(await disputesOf(db, items)),
    promises: byItem(await promisesOf(db, items)),
    delays: byItem(await delaysOf(db, items)),
    plans: byItem(await plansOf(db, items)),
    own: new Map((await chosenFor(db, invoices)).map((row) => [row.invoice, row.scenario])),
  }
}

type Happened = Awaited<ReturnType<typeof happenedTo>>

function itemOf(
  line: PastLine,
  party: PastParty,
  { happened, pauses, scenarios }: Pick<RunContext, 'scenarios'> & { happened: Happened; pauses: Pauses },
): PastItem {
  const own = scenarios.get(happened.own.get(line.invoice) ?? 0)
  const item: SituationItem = {
    id: line.id,
    invoiceNumber: line.number,
    kind: line.amount < 0 ? 'creditNote' : line.isDeposit ? 'deposit' : 'invoice',
    issueDate: line.issueDate,
    dueDate: line.dueDate,
    amountDue: money(line.amount, currencyOf(line.currency)),
    disputed: false,
    pausedUntil: null,
    promisedFor: null,
    promiseKept: false,
    plan: null,
    automaticMeans: line.automaticMeans || party.automaticMeans,
    rejectedOn: line.rejectedOn,
    missingSince: null,
    taken: happened.taken.get(line.id) ?? [],
    ...(own && { scenario: scenarioFor(own, party.category) }),
  }
  return {
    item,
    amount: line.amount,
    settled: happened.settled.get(line.id) ?? [],
    disputes: happened.disputes.get(line.id) ?? [],
    promises: happened.promises.get(line.id) ?? [],
    delays: happened.delays.get(line.id) ?? [],
    plans: happened.plans.get(line.id) ?? [],
    pauses: [...(pauses.get(`i${line.id}`) ?? []), ...pauseOf(line)],
    goneOn: line.writtenOffOn,
  }
}

const noScenario: Scenario = { id: 0, version: 0, name: '', steps: [] }

const situationOf = (party: PastParty, legalEntity: number): Situation => ({
  customer: party.customer,
  legalEntity,
  scenario: noScenario,
  pausedUntil: null,
  handedOver: false,
  insolvent: false,
  items: [],
  sources: [],
  unallocatedCredit: [],
  bankLinePending: false,
  lastContactOn: party.lastContactOn,
  uncertainMessage: false,
  openTask: null,
  setAsideUntil: null,
  hasUsableEmail: party.hasEmail,
  hasPostalAddress: party.hasAddress,
  hasUsableMobile: party.hasMobile,
})

/** The pause that stands today, which the journal may not know: it came with an import, or with the example. */
const pauseOf = ({
  pausedOn,
  pausedUntil,
}: {
  readonly pausedOn: CalendarDate | null
  readonly pausedUntil: CalendarDate | null
}): Span[] => (pausedOn === null ? [] : [{ from: pausedOn, until: pausedUntil }])

/** Pauses that ended, by customer (`c1`) and due line (`i1`). */
type Pauses = ReadonlyMap<string, readonly Span[]>

function pausesOf(told: Awaited<ReturnType<typeof pausesTold>>): Pauses {
  const spans = new Map<string, Span[]>()
  for (const [key, acts] of Map.groupBy(told, ({ customer, item }) => (item === null ? `c${customer}` : `i${item}`))) {
    const ended = acts.flatMap(({ act, on, until }, index): Span[] => {
      const next = acts[index + 1]?.on
      if (act === 'resumed') return []
      const meant = until === null || until === 'furtherNotice' ? null : (until as CalendarDate)
      // The last one either stands today, and is told by the row itself, or came to its end.
      if (next === undefined) return meant === null ? [] : [{ from: on, until: meant }]
      return [{ from: on, until: meant !== null && meant < next ? meant : next }]
    })
    spans.set(key, ended)
  }
  return spans
}

const currencies = new Map<string, Currency>()
function currencyOf(code: string): Currency {
  const known = currencies.get(code)
  if (known) return known
  const currency = asCurrency(code)
  currencies.set(code, currency)
  return currency
}
