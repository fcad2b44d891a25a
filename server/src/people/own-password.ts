import type { Db } from '../platform/database/db.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { found } from '../platform/http/app-error.ts'
import type { Actor } from '../platform/http/serve.ts'
import type { Caller, SignedIn } from '../platform/sessions/sessions.ts'
import { recordInJournal } from './journal.ts'

export interface OwnPassword {
  /** The one in force: whoever finds an open screen does not know it. */
  readonly current: string
  readonly password: string
}

interface Asking {
  readonly actor: Actor
  readonly caller: Caller
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}

/**
 * Changes one's own password, closes every session of the account and opens a new one here. Throws AppError 422 when
 * the current one is wrong, 429 after too many tries.
 */
export async function changeOwnPassword(
  { sessions }: AppContext,
  { actor, caller, transaction }: Asking,
  { current, password }: OwnPassword,
): Promise<SignedIn> {
  const { user, email } = found(await sessions.current(caller))
  await sessions.confirm(caller, { user, email, password: current })
  await transaction(async (db) => {
    await sessions.changePassword(db, user, password)
    await recordNewPassword(db, { id: actor.person, name: actor.name })
  })
  return sessions.signIn(caller, { email, password })
}

/** In the journal of each organisation the account works in; never the password. */
export const recordNewPassword = (
  db: Db,
  { id, name }: { readonly id: number; readonly name: string },
): Promise<void> => recordInJournal(db, { act: 'person.newPassword', thing: 'person', thingId: id, details: { name } })
