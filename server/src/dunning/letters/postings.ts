import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found } from '../../platform/http/app-error.ts'

/** What the post gave back for the letter of a task. */
export interface Posting {
  readonly task: number
  /** As printed on the receipt; null for a letter that was not registered. */
  readonly registeredNumber: string | null
  readonly postedOn: CalendarDate
  /** The proof of deposit, scanned. */
  readonly proofName: string | null
  /** The letter itself, kept as it was posted. */
  readonly letterName: string | null
}

/** Null while nothing was noted. */
export const postingOf = (db: Db, task: number): Promise<Posting | null> =>
  db.maybe<Posting>(sql`
    select task_id as task, registered_number as "registeredNumber", posted_on as "postedOn", proof_name as "proofName",
      letter_name as "letterName"
    from letter_posting where organization_id = current_organization() and task_id = ${task}`)

const letterTaskOf = (db: Db, task: number) =>
  db.maybe<{ customer: number }>(sql`
    select customer_id as customer from task
    where organization_id = current_organization() and id = ${task} and kind = 'letter' and customer_id is not null`)

interface Told {
  readonly registeredNumber: string | null
  readonly postedOn: CalendarDate
}

/**
 * Notes that a letter was posted, and keeps the letter as it is that day; told again it corrects number and day and
 * keeps what was posted.
 */
export async function recordPosting(
  db: Db,
  task: number,
  told: Told,
  given: { readonly today: CalendarDate; readonly letter: { readonly name: string; readonly pdf: Buffer } | null },
): Promise<void> {
  const { customer } = found(await letterTaskOf(db, task))
  if (told.postedOn > given.today) throw inTheFuture()
  await db.run(sql`
    insert into letter_posting (organization_id, task_id, registered_number, posted_on, letter_name, letter, recorded_by)
    values (current_organization(), ${task}, ${told.registeredNumber}, ${told.postedOn}, ${given.letter?.name ?? null}, ${given.letter?.pdf ?? null},
      current_person())
    on conflict (organization_id, task_id) do update
      set registered_number = excluded.registered_number, posted_on = excluded.posted_on, recorded_by = excluded.recorded_by, recorded_at = now()`)
  const details = { registeredNumber: told.registeredNumber, postedOn: told.postedOn }
  await recordInJournal(db, { act: 'letter.posted', thing: 'task', thingId: task, customerId: customer, details })
}

/** Undo: what the post gave back is forgotten, its proof with it. */
export async function removePosting(db: Db, task: number): Promise<void> {
  const { customer } = found(await letterTaskOf(db, task))
  const gone = await db.run(
    sql`delete from letter_posting where organization_id = current_organization() and task_id = ${task}`,
  )
  if (gone > 0)
    await recordInJournal(db, { act: 'letter.postingRemoved', thing: 'task', thingId: task, customerId: customer })
}

export interface ProofFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Buffer
}

/** Keeps the proof of deposit of a letter that was said to be posted. */
export async function keepProof(db: Db, task: number, file: ProofFile): Promise<void> {
  const { customer } = found(await letterTaskOf(db, task))
  const kept = await db.run(sql`
    update letter_posting set proof_name = ${file.name}, proof_type = ${file.mediaType}, proof = ${file.content}
    where organization_id = current_organization() and task_id = ${task}`)
  if (kept === 0) throw notPosted()
  const details = { name: file.name }
  await recordInJournal(db, { act: 'letter.proofKept', thing: 'task', thingId: task, customerId: customer, details })
}

/** The proof of deposit; null while none is there. */
export const proofOf = (db: Db, task: number): Promise<ProofFile | null> =>
  db.maybe<ProofFile>(sql`
    select proof_name as name, proof_type as "mediaType", proof as content from letter_posting
    where organization_id = current_organization() and task_id = ${task} and proof is not null`)

/** The letter as it was posted. */
export const postedLetterOf = (db: Db, task: number): Promise<{ name: string; pdf: Buffer } | null> =>
  db.maybe(sql`
    select letter_name as name, letter as pdf from letter_posting
    where organization_id = current_organization() and task_id = ${task} and letter is not null`)

const inTheFuture = (): AppError =>
  new AppError('dateInTheFuture', 400, {
    fr: 'Ce jour n’est pas encore arrivé : indiquez le jour du dépôt.',
    en: 'That day has not come yet: give the day of the deposit.',
  })

const notPosted = (): AppError =>
  new AppError('notPosted', 409, {
    fr: 'Ce courrier n’est pas noté comme posté : indiquez d’abord le jour du dépôt.',
    en: 'This letter is not noted as posted: give the day of the deposit first.',
  })
