import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { defaultScenario, type Preset } from '../../dunning/default-scenarios.ts'
import type { Scenario } from '../../dunning/scenario.ts'
import type { DunningRules, Situation, SituationItem } from '../../dunning/situation.ts'
import { asCurrency, money } from '../../money/money.ts'
import { type DemoCompany, demoCompany } from '../demo-company.ts'
import { dayOf, workedOn } from './demo-day.ts'
import type { DemoCustomer, DemoInvoice } from './shapes.ts'

const euro = asCurrency('EUR')
const presets: readonly Preset[] = ['standard', 'gentle', 'firm', 'publicBody', 'individual']

/** The rules under which the example company works. */
export const demoRules: DunningRules = {
  minimumDaysBetweenContacts: 5,
  tolerance: demoCompany.firm.tolerance,
  alsaceMoselle: false,
}

export interface DemoSituation {
  readonly customer: DemoCustomer
  readonly invoices: readonly DemoInvoice[]
  readonly situation: Situation
}

/** What is left of each invoice, in cents. */
export function amountsLeft(company: DemoCompany = demoCompany): ReadonlyMap<string, number> {
  const left = new Map(company.invoices.map((invoice) => [invoice.number, invoice.total]))
  for (const { invoice, amount } of company.payments) left.set(invoice, (left.get(invoice) ?? 0) - amount)
  return left
}

/** What the decision looks at for each customer of the example company, without a database. */
export function demoSituations(demo: CalendarDate): DemoSituation[] {
  const left = amountsLeft()
  return demoCompany.customers.map((customer, index) => {
    const invoices = demoCompany.invoices.filter((one) => one.customer === customer.key && left.get(one.number) !== 0)
    return { customer, invoices, situation: situationOf(customer, index + 1, invoices, left, demo) }
  })
}

function situationOf(
  customer: DemoCustomer,
  id: number,
  invoices: readonly DemoInvoice[],
  left: ReadonlyMap<string, number>,
  demo: CalendarDate,
): Situation {
  const of = <T extends { readonly customer: string | null }>(all: readonly T[]) =>
    all.filter((one) => one.customer === customer.key)
  const contacts = [
    ...of(demoCompany.reminders).filter((one) => one.failed === undefined && one.channel !== 'decision'),
    ...of(demoCompany.exchanges).filter((one) => one.countsAsContact),
  ].map((one) => workedOn(one.on, demo))
  const task = of(demoCompany.tasks).find((one) => one.step !== undefined)?.step
  return {
    customer: id,
    legalEntity: 1,
    scenario: scenarioOf(customer),
    pausedUntil: null,
    handedOver: false,
    insolvent: false,
    items: invoices.map((invoice) => itemOf(invoice, left.get(invoice.number) ?? 0, demo)),
    sources: [],
    unallocatedCredit: [],
    bankLinePending: of(demoCompany.bankLines).length > 0,
    lastContactOn: contacts.sort().at(-1) ?? null,
    uncertainMessage: false,
    openTask: task ? { step: task.key, item: idOf(task.invoice), dueOn: demo } : null,
    setAsideUntil: null,
    hasUsableEmail: customer.contacts.some((one) => one.receivesReminders && one.refusedOn === null),
    hasPostalAddress: customer.street !== null,
  }
}

/** Stable number of an invoice's due line: its place in the list. */
export const idOf = (number: string): number => demoCompany.invoices.findIndex((one) => one.number === number) + 1

function scenarioOf({ scenario, category }: DemoCustomer): Scenario {
  const preset = scenario ?? (category === 'company' ? 'standard' : category)
  const { steps, name } = defaultScenario(preset)
  return { id: presets.indexOf(preset) + 1, version: 1, name: name.fr, steps }
}

function itemOf(invoice: DemoInvoice, amount: number, demo: CalendarDate): SituationItem {
  const about = <T extends { readonly invoices: readonly string[] }>(all: readonly T[]) =>
    all.filter((one) => one.invoices.includes(invoice.number))
  const promise = about(demoCompany.promises).at(-1)
  const [plan] = about(demoCompany.plans)
  return {
    id: idOf(invoice.number),
    invoiceNumber: invoice.number,
    kind: invoice.kind,
    issueDate: dayOf(invoice.issued, demo),
    dueDate: dayOf(invoice.due, demo),
    amountDue: money(amount, euro),
    disputed: about(demoCompany.disputes).length > 0,
    pausedUntil:
      invoice.pausedOn === undefined
        ? null
        : invoice.pausedUntil == null
          ? 'furtherNotice'
          : dayOf(invoice.pausedUntil, demo),
    promisedFor: promise ? dayOf(promise.promisedFor, demo) : null,
    promiseKept: false,
    plan: plan
      ? {
          instalments: plan.instalments.map((one) => ({ ...one, dueOn: dayOf(one.dueOn, demo) })),
          paid: 0,
          contested: 0,
          graceDays: 2,
        }
      : null,
    automaticMeans: invoice.automatic === true,
    rejectedOn: null,
    missingSince: null,
    taken: takenBy(invoice.number, demo),
  }
}

const takenBy = (invoice: string, demo: CalendarDate): SituationItem['taken'] =>
  demoCompany.reminders
    .filter((one) => one.failed === undefined)
    .flatMap((one) =>
      one.items
        .filter((item) => item.invoice === invoice && item.step !== null)
        .map(({ step, delayDays }) => ({ key: step ?? '', delayDays, on: workedOn(one.on, demo) })),
    )
