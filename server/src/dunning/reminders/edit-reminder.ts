import { amountsOfAPerson } from '@quittance/core/dunning/write-reminder/typed-amounts.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { type BuiltMessage, buildMessage } from '../messages/build-message.ts'
import { type ReminderHead, reminderHead } from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { type Draft, draftMessage, keptIn } from '../templates/draft-message.ts'
import { refuseUnreadable } from '../texts/message-texts.ts'
import { writeText } from './act-queries.ts'
import { tooLate } from './approve-reminders.ts'

interface Written {
  readonly subject: string | null
  readonly body: string | null
}

/** One message in a person's own words; null goes back to the text of its tone. What is owed stays written by variables. */
export async function writeReminder(
  db: Db,
  id: number,
  text: Written,
  { run, language }: { run: RunContext; language: 'fr' | 'en' },
): Promise<void> {
  refuseUnreadable({ subject: text.subject ?? '', body: text.body ?? '' }, language)
  if (text.subject !== null || text.body !== null) await refuseAmounts(db, id, text, run)
  const written = await writeText(db, id, text)
  if (!written) throw tooLate()
  await recordInJournal(db, { act: 'reminder.edited', thing: 'reminder', thingId: id, customerId: written.customer })
}

/** A figure typed by hand would stay when a payment comes in. Those that the text of the house states itself may stand. */
async function refuseAmounts(db: Db, id: number, text: Written, run: RunContext): Promise<void> {
  const head = found(await reminderHead(db, id))
  const { source } = await buildMessage(db, { ...head, subjectWritten: null, bodyWritten: null }, run)
  const house = draftMessage(source.template, source.prepared, head.language)
  const [amount] = amountsOfAPerson(`${text.subject ?? ''}\n${text.body ?? ''}`, `${house.subject}\n${house.body}`)
  if (amount === undefined) return
  const named = keptIn(house, source.prepared).find(({ name }) => name.endsWith('mountDue'))?.name ?? 'total.amountDue'
  throw new AppError('templateInvalid', 400, {
    fr: `Un montant est tapé à la main (${amount})\u00a0: il resterait si un règlement arrivait. Écrivez {{ ${named} }}, il sera juste au départ.`,
    en: `An amount is typed by hand (${amount}): it would stay if a payment came in. Write {{ ${named} }} and it will be right at departure.`,
  })
}

/** The message as a person may rewrite it, and what the variables it keeps say today. */
export function draftToEdit(
  head: ReminderHead,
  { source }: Pick<BuiltMessage, 'source'>,
): {
  readonly draft: Draft
  readonly kept: { name: string; value: string }[]
} {
  const made = draftMessage(source.template, source.prepared, head.language)
  const draft = { subject: head.subjectWritten ?? made.subject, body: head.bodyWritten ?? made.body }
  return { draft, kept: keptIn(draft, source.prepared) }
}
