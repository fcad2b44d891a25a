import { addDays, type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import { shortestDeadlineDays, usualDeadlineDays } from '@quittance/core/dunning/law/formal-notice.ts'
import { type Scenario, type Step, scenarioFor, type Tone } from '@quittance/core/dunning/scenario.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { brokenPromiseOf } from '../../promises/broken-promise.ts'
import { interestToWrite } from '../law/terms.ts'
import type { RunContext } from '../run/run-context.ts'
import {
  type ContactRow,
  type entityRow,
  type ListedRow,
  openCredits,
  personRow,
  type ReminderHead,
} from './queries.ts'

/** Whom a message or letter is about, and at which step. */
export type MessageAbout = Pick<
  ReminderHead,
  | 'customer'
  | 'customerName'
  | 'category'
  | 'language'
  | 'collector'
  | 'salesRep'
  | 'legalEntity'
  | 'tone'
  | 'step'
  | 'scenario'
  | 'delayDays'
>

/** Days given to pay, moved to a working day. */
const daysGiven: Partial<Record<Tone, number>> = { firm: shortestDeadlineDays, formalNotice: usualDeadlineDays }

export interface Gathered {
  readonly items: readonly ListedRow[]
  readonly entity: Entity
  readonly contact: ContactRow | null
  /** Who signs; left out: the customer's collector. */
  readonly signedBy?: number | null
  /** Days on which earlier messages about these items left. */
  readonly history: readonly CalendarDate[]
  readonly invoicesAttached: boolean
  /** A letter; left out: an e-mail. */
  readonly onPaper?: boolean
}

/** All that the words of a message depend on, read today. */
export async function gatherFacts(
  db: Db,
  head: MessageAbout,
  given: Gathered,
  run: RunContext,
): Promise<ReminderFacts> {
  const { items, entity } = given
  const sender = await personRow(db, given.signedBy ?? head.collector ?? run.people.collector)
  const currencies = [...new Set(items.map((item) => item.currency))]
  const credits = await openCredits(db, head.customer, head.legalEntity, currencies)
  return {
    language: head.language,
    today: run.today,
    customer: { name: head.customerName, category: head.category },
    contact: given.contact,
    legalEntity: sendingEntity(entity),
    sender: { name: sender?.name ?? entity.name, signature: sender?.signature ?? null },
    caller: await callerOf(db, head, run),
    items: items.map((item) => factOf(item, run.today)),
    credits: credits.map((credit) => ({ ...credit, amount: money(credit.amount, asCurrency(credit.currency)) })),
    brokenPromise: await lastBrokenPromise(db, items, run),
    history: [...new Set(given.history)],
    deadline: deadlineOf(head.tone, run),
    ...(await interestToWrite(db, head)),
    stepFee: stepOf(head, run)?.fee ?? null,
    invoicesAttached: given.invoicesAttached,
    onPaper: given.onPaper ?? false,
    portal: null,
  }
}

/** The last promise about these items, where its time is over and less came than was promised. */
async function lastBrokenPromise(
  db: Db,
  items: readonly ListedRow[],
  { today }: RunContext,
): Promise<NonNullable<ReminderFacts['brokenPromise']> | null> {
  const ids = items.map(({ item }) => item)
  const broken = await brokenPromiseOf(db, ids, today)
  return broken && { on: broken.on, amount: money(broken.amount, asCurrency(broken.currency)) }
}

const factOf = (item: ListedRow, today: CalendarDate): ReminderFacts['items'][number] => ({
  invoiceNumber: item.invoiceNumber,
  kind: item.kind,
  issueDate: item.issueDate,
  dueDate: item.dueDate,
  daysLate: daysLate(item.dueDate, today),
  amountDue: money(item.amountDue, asCurrency(item.currency)),
  paid: item.paid.map((one) => ({ on: one.on, amount: money(one.amount, asCurrency(item.currency)) })),
  waived: item.waived,
})

const daysLate = (due: CalendarDate, today: CalendarDate): number => Math.max(0, daysBetween(due, today))

const deadlineOf = (tone: Tone, run: RunContext): CalendarDate | null => {
  const days = daysGiven[tone]
  return days === undefined ? null : workingDayFrom(addDays(run.today, days), run.hours)
}

/** The step of a message as it holds for the category of the customer; undefined: asked for by hand, or its scenario has lost it since. */
export const stepOf = (head: Pick<MessageAbout, 'scenario' | 'category' | 'step'>, run: RunContext): Step | undefined =>
  followed(head, run)?.steps.find((step) => step.key === head.step)

function followed({ scenario: id, category }: Pick<MessageAbout, 'scenario' | 'category'>, run: RunContext) {
  const scenario: Scenario | undefined = id === null ? undefined : run.scenarios.get(id)
  return scenario && scenarioFor(scenario, category)
}

async function callerOf(db: Db, head: MessageAbout, run: RunContext): Promise<string | null> {
  if (head.step === null) return null
  const call = followed(head, run)?.steps.find(
    (step) => step.active && step.channel === 'call' && step.delayDays > (head.delayDays ?? 0),
  )
  if (!call) return null
  const wanted =
    typeof call.assignee === 'object'
      ? call.assignee.person
      : call.assignee === 'director'
        ? run.people.director
        : ((call.assignee === 'salesRep' ? head.salesRep : null) ?? head.collector ?? run.people.collector)
  return (await personRow(db, wanted))?.name ?? null
}

export type Entity = Awaited<ReturnType<typeof entityRow>>
/** The firm as a message names it. */
export const sendingEntity = (entity: Entity): ReminderFacts['legalEntity'] => ({
  name: entity.name,
  legalForm: entity.legalForm,
  capital: entity.capital,
  siren: entity.siren,
  rcs: entity.rcs,
  vatNumber: entity.vatNumber,
  addressLines: [
    entity.addressLine1,
    entity.addressLine2,
    [entity.postcode, entity.city].filter(Boolean).join(' '),
  ].filter((line): line is string => !!line),
  city: entity.city,
  phone: entity.phone,
  email: entity.email,
  iban: entity.iban,
  bic: entity.bic,
})
