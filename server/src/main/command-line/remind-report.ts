import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import type { ScenarioOrigin } from '@quittance/core/dunning/choose-scenario.ts'
import {
  type Decision,
  type ExclusionReason,
  type HoldReason,
  type Rest,
  sentAs,
} from '@quittance/core/dunning/decision.ts'
import { explain } from '@quittance/core/dunning/explain.ts'
import { type Channel, isMessage, type Scenario, type Step, type Tone } from '@quittance/core/dunning/scenario.ts'
import type { SituationItem, Until } from '@quittance/core/dunning/situation.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { type Money, sumByCurrency } from '@quittance/core/money/money.ts'
import type { Decided } from '../../dunning/run/decide-customers.ts'

/** A step as programs read it. */
interface ReportedStep {
  readonly key: string
  /** 1 for the first step after the due date, 2 for the next…; 0 before it. A repeat keeps the level of what it repeats. */
  readonly level: number
  readonly delayDays: number
  readonly channel: Channel
  readonly tone: Tone
}

/**
 * `listed`: in the message or task of today. `excluded`: late, does not count. `waiting`: late and counts, nothing
 * leaves today. `notDue`: its due date has not passed. `credit`: a credit note not used yet.
 */
export interface ReportedItem {
  readonly invoice: string
  readonly kind: SituationItem['kind']
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  /** Zero or less up to the due date. */
  readonly daysLate: number
  readonly amountDue: Money
  /** The highest level it has been through, 0 when none; today's contact not counted. */
  readonly level: number
  /** The highest level whose day has come, whatever it has been through: steps are taken one after the other. */
  readonly levelByAge: number
  readonly state: 'listed' | 'excluded' | 'waiting' | 'notDue' | 'credit'
  readonly because: ExclusionReason | null
  readonly until: Until | null
  /** The step this item takes with today's contact. */
  readonly climbs: string | null
  /** Steps it has been through, in their order. */
  readonly taken: readonly string[]
}

/** The stable shape of `quittance remind --dry-run --json`, one for each customer and legal entity. */
export interface ReportedCustomer {
  readonly customer: { readonly id: number; readonly code: string; readonly name: string }
  readonly legalEntity: { readonly id: number; readonly name: string }
  readonly decision: Decision['kind']
  readonly reason: 'stepDue' | HoldReason | Rest['because']
  readonly sentence: string
  readonly until: Until | null
  readonly needs: 'allocateCredit' | 'correctAddress' | 'resolveUncertain' | null
  readonly scenario: string
  readonly scenarioFrom: ScenarioOrigin['from'] | null
  readonly step: ReportedStep | null
  /** How the step goes out today: an e-mail step goes as a letter where there is no usable address. */
  readonly sentAs: Channel | null
  readonly carrying: { readonly invoice: string; readonly dueDate: CalendarDate; readonly daysLate: number } | null
  readonly next: { readonly on: CalendarDate; readonly step: ReportedStep; readonly invoice: string } | null
  readonly openItems: readonly ReportedItem[]
  readonly late: readonly Money[]
  readonly credits: readonly Money[]
  readonly toPay: readonly Money[]
  /** What the step adds to what is to pay: its fixed sum, its share. */
  readonly fees: readonly Money[]
  /** A person approves before it leaves, and why. */
  readonly toApprove: readonly string[]
}

interface Naming {
  readonly customer: ReportedCustomer['customer']
  readonly legalEntity: ReportedCustomer['legalEntity']
  readonly language: Language
  readonly today: CalendarDate
}

export function reportOf({ situation, decision }: Decided, names: Naming): ReportedCustomer {
  const { customer, legalEntity, language, today } = names
  const items = new Map(situation.items.map((item) => [item.id, item]))
  const invoiceOf = (item: number) => items.get(item)?.invoiceNumber ?? null
  const carrying = decision.kind === 'rest' || decision.carrying === null ? undefined : items.get(decision.carrying)
  const taken = decision.kind === 'take' ? decision : null
  const held = decision.kind === 'hold' ? decision : null
  const step = decision.kind === 'rest' ? null : decision.step
  const scenario = carrying?.scenario ?? situation.scenario
  const next = decision.kind === 'rest' ? decision.next : null
  return {
    customer,
    legalEntity,
    decision: decision.kind,
    reason: decision.because,
    sentence: explain(decision, language, { customerName: customer.name, invoiceOf }),
    until: held?.until ?? null,
    needs: held?.needs ?? null,
    scenario: scenario.name,
    scenarioFrom: carrying?.scenario ? 'invoice' : (situation.scenarioOrigin?.from ?? null),
    step: step && reportedStep(step, scenario),
    sentAs: taken ? sentAs(taken) : null,
    carrying: carrying
      ? { invoice: carrying.invoiceNumber, dueDate: carrying.dueDate, daysLate: daysBetween(carrying.dueDate, today) }
      : null,
    next: next && { on: next.on, step: reportedStep(next.step, scenario), invoice: invoiceOf(next.item) ?? '' },
    openItems: [...situation.items].sort(byDueDate).map((item) => reportedItem(item, { situation, decision }, today)),
    late: decision.late,
    credits: taken?.credits ?? [],
    toPay: taken?.toPay ?? [],
    fees: taken?.fees ?? [],
    toApprove: (taken?.checkFirst ?? []).map((check) => check.because),
  }
}

const byDueDate = (a: SituationItem, b: SituationItem): number =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id - b.id

const reportedStep = ({ key, delayDays, channel, tone, repeatOf }: Step, scenario: Scenario): ReportedStep => ({
  key,
  level: levelOf(repeatOf ?? key, scenario),
  delayDays,
  channel,
  tone,
})

/** The place of a step among the active ones after the due date, from 1; 0 where it is not one of them. */
const levelOf = (key: string, { steps }: Scenario): number =>
  steps.filter((step) => step.active && step.delayDays >= 0).findIndex((step) => step.key === key) + 1

/** How many levels a day after the due date has behind it; repeats are none of their own. */
const levelAt = (days: number, { steps }: Scenario): number =>
  steps.filter((step) => step.active && step.delayDays >= 0 && step.delayDays <= days && step.repeatOf === undefined)
    .length

function reportedItem(item: SituationItem, { situation, decision }: Decided, today: CalendarDate): ReportedItem {
  const listed = decision.kind === 'take' ? decision.items.find((one) => one.item === item.id) : undefined
  const exclusion = decision.excluded.find((one) => one.item === item.id)
  const daysLate = daysBetween(item.dueDate, today)
  return {
    invoice: item.invoiceNumber,
    kind: item.kind,
    issueDate: item.issueDate,
    dueDate: item.dueDate,
    daysLate,
    amountDue: item.amountDue,
    level: levelAt(Math.max(-1, ...item.taken.map((one) => one.delayDays)), item.scenario ?? situation.scenario),
    levelByAge: daysLate > 0 && item.amountDue.amount > 0 ? levelAt(daysLate, item.scenario ?? situation.scenario) : 0,
    state:
      item.amountDue.amount < 0
        ? 'credit'
        : listed
          ? 'listed'
          : exclusion
            ? 'excluded'
            : daysLate > 0
              ? 'waiting'
              : 'notDue',
    because: exclusion?.because ?? null,
    until: exclusion?.until ?? null,
    climbs: listed?.climbs?.key ?? null,
    taken: item.taken.toSorted((a, b) => a.delayDays - b.delayDays).map((one) => one.key),
  }
}

export interface RemindTotals {
  readonly customers: number
  readonly emails: number
  /** Invoices listed in these e-mails. */
  readonly invoices: number
  readonly tasks: number
  readonly held: number
  readonly rest: number
  /** What the e-mails ask for, per currency. */
  readonly toPay: readonly Money[]
  /** What their steps add to it. */
  readonly fees: readonly Money[]
}

export const emptyTotals: RemindTotals = {
  customers: 0,
  emails: 0,
  invoices: 0,
  tasks: 0,
  held: 0,
  rest: 0,
  toPay: [],
  fees: [],
}

export function addToTotals(totals: RemindTotals, report: ReportedCustomer): RemindTotals {
  const isEmail = report.sentAs !== null && isMessage(report.sentAs)
  const listed = report.openItems.filter((one) => one.state === 'listed').length
  return {
    customers: totals.customers + 1,
    emails: totals.emails + (isEmail ? 1 : 0),
    invoices: totals.invoices + (isEmail ? listed : 0),
    tasks: totals.tasks + (report.decision === 'take' && !isEmail ? 1 : 0),
    held: totals.held + (report.decision === 'hold' ? 1 : 0),
    rest: totals.rest + (report.decision === 'rest' ? 1 : 0),
    toPay: isEmail ? sumByCurrency([...totals.toPay, ...report.toPay]) : totals.toPay,
    fees: isEmail ? sumByCurrency([...totals.fees, ...report.fees]) : totals.fees,
  }
}
