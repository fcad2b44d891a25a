import { addDays, type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import { shortestDeadlineDays } from '@quittance/core/dunning/law/formal-notice.ts'
import type { Tone } from '@quittance/core/dunning/scenario.ts'
import { allowedTone } from '@quittance/core/dunning/write-reminder/allowed-tone.ts'
import { type PreparedMessage, prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { type CallText, callScripts, saidAloud, toneByAge } from '@quittance/core/tasks/call-script.ts'
import type { Db } from '../../platform/database/db.ts'
import type { AskedScript, CallScript } from '../../tasks/task-context.ts'
import { gatherFacts, stepOf } from '../messages/gather-facts.ts'
import { daysRemindedOf, entityRow, writtenTemplate } from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { renderMessage } from '../templates/render-message.ts'
import { brokenInstalmentOf, calledCustomer, listedToSay, textOfCallStep } from './call-queries.ts'

/** What to say in a call, line by line, from today's facts and the texts in force; nothing where nothing is left to pay. */
export async function callScript(db: Db, asked: AskedScript, run: RunContext): Promise<CallScript> {
  const items = await listedToSay(db, asked.items, run.today)
  const [first] = items
  const head = first && (await calledCustomer(db, { ...asked, carrying: first.item }))
  if (!first || !head) return { lines: [], isOwn: false, language: null }
  const asks =
    stepOf({ ...head, step: asked.step?.split('~')[0] ?? null }, run)?.tone ??
    toneByAge(daysBetween(first.dueDate, run.today))
  const tone = allowedTone(toneSaid(asks, asked.isNoticed), head.category)
  const entity = await entityRow(db, head.legalEntity)
  const history = await daysRemindedOf(
    db,
    0,
    items.map(({ item }) => item),
  )
  const about = { ...head, tone, step: null, delayDays: null }
  const given = { items, entity, contact: null, signedBy: head.caller, history, invoicesAttached: false }
  const facts = await gatherFacts(db, about, given, run)
  const instalment = asked.brokenInstalment && (await brokenInstalmentOf(db, head.customer, asked.brokenInstalment))
  const told: ReminderFacts = { ...facts, contact: asked.contact, ...(instalment && { brokenPromise: instalment }) }
  const text = asked.isPaymentMissing ? 'paymentNotFound' : tone
  const own = await ownText(db, { ...head, step: asked.step, text })
  const said = own ?? callScripts[head.language][text]
  return {
    lines: saidLines(said, asToSay(told, run), head.language).lines,
    isOwn: own !== null,
    language: head.language,
  }
}

/** Of a formal notice speaks only who gave one, and then always. */
const toneSaid = (asks: Tone, isNoticed: boolean): Tone =>
  isNoticed ? 'formalNotice' : asks === 'formalNotice' ? 'firm' : asks

/** Facts of a message as facts of a call: a day is asked for in every tone. */
export const asToSay = (facts: ReminderFacts, run: Pick<RunContext, 'today' | 'hours'>): ReminderFacts => ({
  ...facts,
  deadline: dayAskedFor(run),
})

const dayAskedFor = ({ today, hours }: Pick<RunContext, 'today' | 'hours'>): CalendarDate =>
  workingDayFrom(addDays(today, shortestDeadlineDays), hours)

/** A text as it is said: each paragraph a line; tables and bank details are not read aloud. */
export function saidLines(
  body: string,
  facts: ReminderFacts,
  language: Language,
): { readonly lines: string[]; readonly gap: string | null } {
  const { blocks, gap } = renderMessage({ subject: '', body }, spoken(prepareMessage(facts)), language)
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.lines.join(' ').trim()] : []))
  return { lines: lines.filter((line) => line !== ''), gap }
}

const spoken = (prepared: PreparedMessage): PreparedMessage => ({
  ...prepared,
  variables: { ...prepared.variables, contact: { greeting: saidAloud(prepared.variables.contact.greeting) } },
})

/** The step's own words, else those the organisation wrote; null: those of the house. */
async function ownText(
  db: Db,
  about: Parameters<typeof textOfCallStep>[1] & { readonly text: CallText; readonly language: string },
): Promise<string | null> {
  const ofStep = about.text === 'paymentNotFound' ? null : await textOfCallStep(db, about)
  if (ofStep) return ofStep.body
  const inTheirs = await writtenTemplate(db, about.text, about.textLanguage, 'call')
  const written = inTheirs ?? (await writtenTemplate(db, about.text, about.language, 'call'))
  return written?.body ?? null
}
