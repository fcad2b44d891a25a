import { asDate } from '../../calendar/calendar-date.ts'
import { asCurrency, money } from '../../money/money.ts'
import { defaultScenario } from '../default-scenarios.ts'
import type { Scenario, Step } from '../scenario.ts'
import type { DunningRules, Situation, SituationItem } from '../situation.ts'

export const aScenario = (steps: readonly Step[] = defaultScenario('standard').steps): Scenario => ({
  id: 1,
  version: 1,
  name: 'Standard',
  steps,
})

/** The rules of a new organisation, without tolerance: five days between two contacts. */
export const theRules: DunningRules = { minimumDaysBetweenContacts: 5, tolerance: 0, alsaceMoselle: false }

interface ItemWords extends Partial<Omit<SituationItem, 'dueDate' | 'amountDue' | 'promisedFor'>> {
  readonly due?: string
  /** Smallest units. */
  readonly amount?: number
  readonly currency?: string
  readonly promisedFor?: string
  /** The one date of a payment plan over the whole amount, of which nothing came. */
  readonly plannedFor?: string
}

/** 100.00 EUR due on 31 January 2026, with nothing against it. */
export function anOpenItem(words: ItemWords = {}): SituationItem {
  const { due = '2026-01-31', amount = 10_000, currency = 'EUR', promisedFor, plannedFor, ...rest } = words
  const id = rest.id ?? 1
  return {
    id,
    invoiceNumber: `F-${id}`,
    kind: amount < 0 ? 'creditNote' : 'invoice',
    issueDate: asDate('2026-01-01'),
    disputed: false,
    pausedUntil: null,
    promiseKept: false,
    plan:
      plannedFor === undefined
        ? null
        : { instalments: [{ dueOn: asDate(plannedFor), amount }], paid: 0, contested: 0, graceDays: 2 },
    automaticMeans: false,
    rejectedOn: null,
    missingSince: null,
    taken: [],
    ...rest,
    dueDate: asDate(due),
    amountDue: money(amount, asCurrency(currency)),
    promisedFor: promisedFor === undefined ? null : asDate(promisedFor),
  }
}

/** A customer with an e-mail and an address, on the standard scenario, never contacted, with one open item. */
export const aSituation = (words: Partial<Situation> = {}): Situation => ({
  customer: 1,
  legalEntity: 1,
  scenario: aScenario(),
  pausedUntil: null,
  handedOver: false,
  insolvent: false,
  items: [anOpenItem()],
  sources: [],
  unallocatedCredit: [],
  bankLinePending: false,
  lastContactOn: null,
  uncertainMessage: false,
  openTask: null,
  setAsideUntil: null,
  hasUsableEmail: true,
  hasPostalAddress: true,
  ...words,
})
