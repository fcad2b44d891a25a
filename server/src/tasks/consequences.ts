import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addWorkingDays } from '@quittance/core/calendar/working-days.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { type PromisedOf, promisedSums } from '@quittance/core/promises/promised-sums.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { pauseCustomer, pauseOfCustomer } from '../customers/queries.ts'
import { openDispute } from '../disputes/open-dispute.ts'
import { pauseItems, pausesOf, resumeItems } from '../invoices/queries.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { agreePlan } from '../promises/agree-plan.ts'
import { notePromise } from '../promises/note-promise.ts'
import type { Made } from './act-queries.ts'
import { askAgainForMoney, askForCopies, askForPayment } from './child-tasks.ts'
import type { Ending, Outcome } from './outcome.ts'
import { itemsOfTask, type TaskItem, type TaskRecord } from './queries.ts'
import type { TaskRules } from './task-rules.ts'

const waitDays = 30

interface Told extends Ending {
  readonly told: Outcome
  readonly rules: TaskRules
  /** Gathers the customers: one decision for all of them comes after everything an outcome writes. */
  readonly factsChanged: FactsChanged
}

/** What the outcome means for other words; remembered with the task, so that undo takes it back. */
export async function consequences(db: Db, task: TaskRecord, asked: Told): Promise<Made> {
  const customer = task.customer?.id
  if (customer === undefined) return {}
  const { told } = asked
  const items = chosen(await itemsOfTask(db, task.id, asked.today), told.items)
  const about = { customer, items }
  switch (told.outcome) {
    case 'promises':
      return promises(db, about, asked)
    case 'disputes':
      return disputes(db, about, asked)
    case 'saysPaid':
      return saysPaid(db, task, about, asked)
    case 'notFound': {
      const pauses = await pausesOf(db, idsOf(items))
      await resumeItems(db, idsOf(items))
      return { pauses, children: [await askAgainForMoney(db, task, { customer, today: asked.today })] }
    }
    case 'wantsCopy':
      return wantsCopy(db, task, about, asked)
    default:
      return decided(db, about, asked)
  }
}

interface About {
  readonly customer: number
  readonly items: readonly TaskItem[]
}

const idsOf = (items: readonly TaskItem[]): number[] => items.map(({ id }) => id)

/** The items a person named; refused when one of them is not, or no longer, of the task. */
function chosen(items: TaskItem[], named: readonly number[] | undefined): TaskItem[] {
  if (named === undefined) return items
  const some = items.filter(({ id }) => named.includes(id))
  if (some.length === new Set(named).size) return some
  throw notItsItems()
}

/** A due line as a promise about it reads it. */
export const promisedOf = ({ id, amountDue, currency }: TaskItem): PromisedOf => ({
  id,
  left: money(amountDue, asCurrency(currency)),
})

/** One promise a currency. */
async function promises(db: Db, { customer, items }: About, { told, today, factsChanged }: Told): Promise<Made> {
  const { promisedFor, promisedAmount, promisedParts = [], note } = told
  if (!promisedFor) throw missing('promisedFor', 'Donnez la date promise.', 'Give the promised date.')
  const known = new Set(idsOf(items))
  if (promisedParts.some(({ item }) => !known.has(item))) throw notItsItems()
  const sums = promisedSums(items.map(promisedOf), { amount: promisedAmount, parts: promisedParts })
  if (sums.length === 0) throw nothingOwed()
  if (promisedAmount !== undefined && sums.length > 1) {
    throw missing('items', 'Une promesse est en une seule monnaie.', 'A promise is in one currency.')
  }
  const made: number[] = []
  for (const amount of sums) {
    const some = new Set(idsOf(items.filter((item) => item.currency === amount.currency)))
    const parts = promisedParts.filter(({ item }) => some.has(item))
    const asked = { customer, promisedFor, amount, items: [...some], note, parts }
    made.push(await notePromise(db, asked, { today, factsChanged }))
  }
  return { promises: made }
}

async function disputes(db: Db, { customer, items }: About, { told, today, factsChanged }: Told): Promise<Made> {
  const { dispute, note } = told
  if (!dispute) throw missing('dispute', 'Dites ce que le client conteste.', 'Say what the customer contests.')
  const [only] = items
  if (!only) throw nothingOwed()
  const { reason, category, owner, deadline, part } = dispute
  if (part !== null && items.length > 1) {
    throw missing('items', 'Une part contestée porte sur une seule facture.', 'A contested part is of one invoice.')
  }
  const asked = { customer, items: idsOf(items), reason, note, owner, category, deadline }
  const parts = part === null ? {} : { parts: [{ item: only.id, amount: part }] }
  return { dispute: await openDispute(db, { ...asked, ...parts }, { today, factsChanged }) }
}

async function saysPaid(db: Db, task: TaskRecord, { customer, items }: About, asked: Told): Promise<Made> {
  if (items.length === 0) return {}
  const { today, rules, told, language } = asked
  const pauses = await pausesOf(db, idsOf(items))
  await pauseItems(db, idsOf(items), {
    on: today,
    until: addWorkingDays(today, rules.paymentSearchDays, rules),
    note: language === 'fr' ? 'Le client dit avoir payé' : 'The customer says it is paid',
  })
  const child = await askForPayment(db, task, { customer, items: idsOf(items), note: told.note, today, rules })
  return { pauses, children: [child] }
}

async function wantsCopy(db: Db, task: TaskRecord, { customer, items }: About, asked: Told): Promise<Made> {
  const { context, today, language } = asked
  if (items.length === 0) throw nothingOwed()
  const about = { customer, items: idsOf(items) }
  const { missing: none } = await (await context.callDesk(db)).copyFacts(db, about)
  const copies = await context.prepareCopy(db, about)
  if (none.length === 0) return { copies }
  const numbers = none.join(', ')
  const name = task.customer?.name ?? ''
  const title =
    language === 'fr'
      ? `Envoyer la copie de ${numbers} à ${name} (PDF absent)`
      : `Send the copy of ${numbers} to ${name} (no PDF)`
  return { copies, children: [await askForCopies(db, task, { customer, title, today })] }
}

async function decided(
  db: Db,
  { customer, items }: About,
  { told, today, context, factsChanged }: Told,
): Promise<Made> {
  const about = { customer, items: idsOf(items), note: told.note, on: today }
  switch (told.decision) {
    case 'handOver': {
      if (!told.handover)
        throw missing('handover', 'Dites à qui le dossier est confié.', 'Say to whom it is handed over.')
      return { handover: await context.handOver(db, { ...about, ...told.handover }) }
    }
    case 'writeOff': {
      const reason = told.writeOffReason
      if (!reason) throw missing('writeOffReason', 'Dites pourquoi.', 'Say why.')
      return { writeOffs: await context.writeOff(db, { ...about, reason }) }
    }
    case 'plan': {
      const { plan, note } = told
      if (!plan) throw missing('plan', 'Donnez les dates de l’échéancier.', 'Give the dates of the payment plan.')
      return { plan: await agreePlan(db, { customer, ...plan, note }, { today, factsChanged }) }
    }
    case 'wait': {
      const customerPause = await pauseOfCustomer(db, customer)
      await pauseCustomer(db, customer, { on: today, until: waitUntil(today), note: told.note })
      return { customerPause }
    }
    default:
      return {}
  }
}

/** Calendar days a decision to wait leaves the customer alone. */
export const waitUntil = (today: CalendarDate): CalendarDate => addDays(today, waitDays)

const missing = (field: string, fr: string, en: string): AppError =>
  new AppError('missingField', 400, { fr, en }, { field })

const notItsItems = (): AppError =>
  new AppError('notItsItems', 409, {
    fr: 'Une de ces factures est payée, ou n’est pas de cette action\u00a0: rechargez la page.',
    en: 'One of these invoices is paid, or is not of this task: reload the page.',
  })

const nothingOwed = (): AppError =>
  new AppError('nothingOwed', 409, {
    fr: 'Il ne reste rien à payer sur ces factures\u00a0: rechargez la page.',
    en: 'Nothing is left to pay on these invoices: reload the page.',
  })
