import { addDays, type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import type { LateInterestRule } from '@quittance/core/dunning/late-interest.ts'
import { lateInterestRates } from '@quittance/core/dunning/late-interest-rates.ts'
import type { Tone } from '@quittance/core/dunning/scenario.ts'
import { explainMissing } from '@quittance/core/dunning/write-reminder/claimed-extras.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import type { MessageTemplate } from '@quittance/core/dunning/write-reminder/message-template.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import type { RunContext } from '../run/run-context.ts'
import { renderMessage } from '../templates/render-message.ts'
import {
  type ContactRow,
  earlierMessages,
  entityRow,
  type FrozenRecipients,
  type ListedRow,
  listedIn,
  openCredits,
  personRow,
  type ReminderHead,
  reachableContacts,
  writtenTemplate,
} from './queries.ts'

/** A message as it would leave now. */
export interface BuiltMessage extends FrozenRecipients {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: 'fr' | 'en'
  readonly items: readonly ListedRow[]
  readonly attachments: readonly { readonly name: string; readonly invoiceId: number }[]
  readonly missing: readonly string[]
  readonly earlier: readonly string[]
}

/** Attachments above this are left out, all of them: half of the invoices would be worse than none. */
const attachmentLimit = 5 * 1024 * 1024
/** Days given to pay, moved to a working day; never under eight (a shorter one cannot be kept). */
const daysGiven: Partial<Record<Tone, number>> = { firm: 8, formalNotice: 15 }

/** Writes the message of a reminder from today's facts about what it lists. Nothing is stored. */
export async function buildMessage(db: Db, head: ReminderHead, run: RunContext): Promise<BuiltMessage> {
  const items = await listedIn(db, head.id)
  const entity = await entityRow(db, head.legalEntity)
  const contacts = await reachableContacts(db, head.customer)
  const { to, cc } = chooseRecipients(contacts, head.tone)
  const earlier = await earlierMessages(
    db,
    head.id,
    items.map((item) => item.item),
  )
  const sender = await personRow(db, head.collector ?? run.people.collector)
  const attachments = attachable(items)
  const facts: ReminderFacts = {
    language: head.language,
    today: run.today,
    customer: { name: head.customerName, category: head.category },
    contact: to[0] ?? null,
    legalEntity: sendingEntity(entity),
    sender: { name: sender?.name ?? entity.name, signature: sender?.signature ?? null },
    caller: await callerOf(db, head, run),
    items: items.map((item) => factOf(item, run.today)),
    credits: (
      await openCredits(db, head.customer, head.legalEntity, [...new Set(items.map((item) => item.currency))])
    ).map((credit) => ({ ...credit, amount: money(credit.amount, asCurrency(credit.currency)) })),
    history: [...new Set(earlier.map((one) => one.on))],
    deadline: deadlineOf(head.tone, run),
    lateInterest: interestRule(head, entity.lateInterestRate),
    rates: lateInterestRates,
    invoicesAttached: attachments.length === new Set(items.map((item) => item.invoice)).size,
    portal: null,
  }
  const prepared = prepareMessage(facts)
  const rendered = renderMessage(await templateOf(db, head), prepared, head.language)
  return {
    from: {
      name: entity.fromName ?? entity.name,
      address: entity.fromAddress ?? entity.email ?? 'facturation@quittance.invalid',
    },
    replyTo: entity.replyTo,
    to: to.map(recipient),
    cc: cc.map(recipient),
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    language: head.language,
    items,
    attachments,
    missing: prepared.missing.map((missing) => explainMissing(missing, head.language)),
    earlier: earlier.map((one) => one.messageId),
  }
}

/** The text of the organisation for this tone and language, else that of the house; what a person wrote for this one first. */
async function templateOf(db: Db, head: ReminderHead): Promise<MessageTemplate> {
  const template = (await writtenTemplate(db, head.tone, head.language)) ?? defaultMessages[head.language][head.tone]
  return { subject: head.subjectWritten ?? template.subject, body: head.bodyWritten ?? template.body }
}

/**
 * Those who pay first, else where invoices go, else anybody reachable; from the firm tone on, those named for
 * escalation are in copy.
 */
export function chooseRecipients(contacts: readonly ContactRow[], tone: Tone): { to: ContactRow[]; cc: ContactRow[] } {
  const role = contacts.find((contact) => contact.role !== 'escalation')?.role ?? contacts[0]?.role
  const to = contacts.filter((contact) => contact.role === role)
  const escalates = tone === 'firm' || tone === 'formalNotice'
  return {
    to,
    cc: escalates ? contacts.filter((contact) => contact.role === 'escalation' && !to.includes(contact)) : [],
  }
}

const recipient = (contact: ContactRow) => ({
  contact: contact.id,
  name: [contact.firstName, contact.lastName].filter(Boolean).join(' ') || null,
  address: contact.email,
})

const factOf = (item: ListedRow, today: CalendarDate): ReminderFacts['items'][number] => ({
  invoiceNumber: item.invoiceNumber,
  kind: item.kind,
  issueDate: item.issueDate,
  dueDate: item.dueDate,
  daysLate: daysLate(item.dueDate, today),
  amountDue: money(item.amountDue, asCurrency(item.currency)),
  paid: item.paid.map((one) => ({ on: one.on, amount: money(one.amount, asCurrency(item.currency)) })),
})

const daysLate = (due: CalendarDate, today: CalendarDate): number => Math.max(0, daysBetween(due, today))

const deadlineOf = (tone: Tone, run: RunContext): CalendarDate | null => {
  const days = daysGiven[tone]
  return days === undefined ? null : workingDayFrom(addDays(run.today, days), run.hours)
}

/** Public bodies have the rate of the law; a firm's own rate is a choice, and without it nothing is reckoned. */
function interestRule(head: ReminderHead, rate: number | null): LateInterestRule | null {
  if (head.category === 'publicBody') return { kind: 'publicBuyer' }
  return rate === null ? null : { kind: 'contract', rate }
}

async function callerOf(db: Db, head: ReminderHead, run: RunContext): Promise<string | null> {
  const scenario = [...run.scenarios.values()].find((one) => one.steps.some((step) => step.key === head.step))
  const call = scenario?.steps.find(
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

function attachable(items: readonly ListedRow[]): { name: string; invoiceId: number }[] {
  const files = new Map(
    items.flatMap((item) =>
      item.fileName === null ? [] : [[item.invoice, { name: item.fileName, size: item.fileSize ?? 0 }] as const],
    ),
  )
  const size = [...files.values()].reduce((sum, file) => sum + file.size, 0)
  return size > attachmentLimit ? [] : [...files].map(([invoiceId, { name }]) => ({ name, invoiceId }))
}

type Entity = Awaited<ReturnType<typeof entityRow>>
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
