import { amountsOfAPerson } from '@quittance/core/dunning/write-reminder/typed-amounts.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { type BuiltMessage, buildMessage } from '../messages/build-message.ts'
import { type ReminderHead, reminderHead } from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { type Draft, draftMessage, keptIn } from '../templates/draft-message.ts'
import { refuseUnreadable } from '../texts/message-texts.ts'
import { isLastEdit, writeText } from './act-queries.ts'
import { tooLate } from './approve-reminders.ts'

interface Written {
  readonly subject: string | null
  readonly body: string | null
  /** When it was last edited, as its author saw it (null: never); left out: whatever there is. */
  readonly seenEdit?: string | null | undefined
}

/** One message in a person's own words; null goes back to the text of its tone. What is owed stays written by variables. */
export async function writeReminder(
  db: Db,
  id: number,
  text: Written,
  { run, language }: { run: RunContext; language: Language },
): Promise<void> {
  refuseUnreadable({ subject: text.subject ?? '', body: text.body ?? '' }, language)
  const head = found(await reminderHead(db, id))
  if (text.seenEdit !== undefined && !(await isLastEdit(db, id, text.seenEdit))) throw editedMeanwhile()
  await refuseEmpty(db, head, text, run)
  if (text.subject !== null || text.body !== null) await refuseAmounts(db, head, text, run)
  const written = await writeText(db, id, text)
  if (!written) throw tooLate()
  await recordInJournal(db, { act: 'reminder.edited', thing: 'reminder', thingId: id, customerId: written.customer })
}

/** A message says something, and an edit changes something: else it would only lose its approval. */
async function refuseEmpty(db: Db, head: ReminderHead, { subject, body }: Written, run: RunContext): Promise<void> {
  const { draft } = draftToEdit(head, await buildMessage(db, head, run))
  // An SMS has no subject to write.
  if ((subject?.trim() === '' && draft.subject !== '') || body?.trim() === '') throw emptyEdit()
  const isSame =
    subject === null && body === null
      ? head.subjectWritten === null && head.bodyWritten === null
      : (subject ?? draft.subject) === draft.subject && (body ?? draft.body) === draft.body
  if (isSame) throw nothingEdited()
}

/** A figure typed by hand would stay when a payment comes in. Those that the text of the house states itself may stand. */
async function refuseAmounts(db: Db, head: ReminderHead, text: Written, run: RunContext): Promise<void> {
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

const emptyEdit = (): AppError =>
  new AppError('templateInvalid', 400, {
    fr: 'L’objet et le texte ne peuvent pas être vides\u00a0: écrivez-les, ou reprenez le modèle.',
    en: 'The subject and the text cannot be empty: write them, or go back to the template.',
  })

const nothingEdited = (): AppError =>
  new AppError('templateInvalid', 400, {
    fr: 'Rien n’a été changé dans ce message\u00a0: modifiez son objet ou son texte.',
    en: 'Nothing was changed in this message: change its subject or its text.',
  })

const editedMeanwhile = (): AppError =>
  new AppError('reminderEditedMeanwhile', 409, {
    fr: 'Ce message a été modifié depuis que vous l’avez ouvert. Votre texte reste à l’écran\u00a0: voyez l’autre avant de garder le vôtre.',
    en: 'This message was edited since you opened it. Your text stays on screen: look at the other before you keep yours.',
  })
