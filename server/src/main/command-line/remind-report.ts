import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import type { Decision, ExclusionReason, HoldReason, Rest } from '@quittance/core/dunning/decision.ts'
import { explain } from '@quittance/core/dunning/explain.ts'
import type { Channel, Step, Tone } from '@quittance/core/dunning/scenario.ts'
import type { SituationItem, Until } from '@quittance/core/dunning/situation.ts'
import { type Money, sumByCurrency } from '@quittance/core/money/money.ts'
import type { Decided } from '../../dunning/run/decide-customers.ts'

/** A step as programs read it. */
interface ReportedStep {
  readonly key: string
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
  readonly step: ReportedStep | null
  /** How the step goes out today: an e-mail step goes as a letter where there is no usable address. */
  readonly sentAs: Channel | null
  readonly carrying: { readonly invoice: string; readonly dueDate: CalendarDate; readonly daysLate: number } | null
  readonly next: { readonly on: CalendarDate; readonly step: ReportedStep; readonly invoice: string } | null
  readonly openItems: readonly ReportedItem[]
  readonly late: readonly Money[]
  readonly credits: readonly Money[]
  readonly toPay: readonly Money[]
}

interface Naming {
  readonly customer: ReportedCustomer['customer']
  readonly legalEntity: ReportedCustomer['legalEntity']
  readonly language: 'fr' | 'en'
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
  const next = decision.kind === 'rest' ? decision.next : null
  return {
    customer,
    legalEntity,
    decision: decision.kind,
    reason: decision.because,
    sentence: explain(decision, language, { customerName: customer.name, invoiceOf }),
    until: held?.until ?? null,
    needs: held?.needs ?? null,
    scenario: situation.scenario.name,
    step: step && reportedStep(step),
    sentAs: taken ? (taken.insteadOfEmail ?? taken.step.channel) : null,
    carrying: carrying
      ? { invoice: carrying.invoiceNumber, dueDate: carrying.dueDate, daysLate: daysBetween(carrying.dueDate, today) }
      : null,
    next: next && { on: next.on, step: reportedStep(next.step), invoice: invoiceOf(next.item) ?? '' },
    openItems: [...situation.items].sort(byDueDate).map((item) => reportedItem(item, decision, today)),
    late: decision.late,
    credits: taken?.credits ?? [],
    toPay: taken?.toPay ?? [],
  }
}

const byDueDate = (a: SituationItem, b: SituationItem): number =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id - b.id

const reportedStep = ({ key, delayDays, channel, tone }: Step): ReportedStep => ({ key, delayDays, channel, tone })

function reportedItem(item: SituationItem, decision: Decision, today: CalendarDate): ReportedItem {
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
}

export const emptyTotals: RemindTotals = {
  customers: 0,
  emails: 0,
  invoices: 0,
  tasks: 0,
  held: 0,
  rest: 0,
  toPay: [],
}

export function addToTotals(totals: RemindTotals, report: ReportedCustomer): RemindTotals {
  const isEmail = report.sentAs === 'email'
  const listed = report.openItems.filter((one) => one.state === 'listed').length
  return {
    customers: totals.customers + 1,
    emails: totals.emails + (isEmail ? 1 : 0),
    invoices: totals.invoices + (isEmail ? listed : 0),
    tasks: totals.tasks + (report.decision === 'take' && !isEmail ? 1 : 0),
    held: totals.held + (report.decision === 'hold' ? 1 : 0),
    rest: totals.rest + (report.decision === 'rest' ? 1 : 0),
    toPay: isEmail ? sumByCurrency([...totals.toPay, ...report.toPay]) : totals.toPay,
  }
}
