import { may } from '@quittance/core/people/may.ts'
import type { Db } from '../platform/database/db.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { type Actor, notYours } from '../platform/http/serve.ts'
import { changesBetween, recordInJournal } from './journal.ts'
import { recordNewPassword } from './own-password.ts'
import {
  addPerson,
  changePerson,
  lockRoles,
  otherAdministrators,
  type PersonRow,
  personOf,
  personToChange,
  type Role,
  shownPerson,
} from './queries.ts'

export interface NewColleague {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly phone?: string | null | undefined
  readonly password?: string | undefined
}

/** A colleague, who can sign in when a password is given. Account and person together, or neither. */
export async function addColleague(
  db: Db,
  { sessions }: AppContext,
  actor: Actor,
  { name, email, role, phone = null, password }: NewColleague,
): Promise<PersonRow> {
  if (role === 'admin' && actor.role !== 'admin') throw notYours()
  const authUser = password === undefined ? null : await sessions.openAccount(db, { name, email, password })
  const person = await addPerson(db, { name, email, role, phone, authUser })
  if (!person) throw alreadyHere()
  const details = { name, email, role, canSignIn: person.canSignIn }
  await recordInJournal(db, { act: 'created', thing: 'person', thingId: person.id, details })
  return person
}

export interface ColleagueChanges {
  readonly name?: string | undefined
  readonly phone?: string | null | undefined
  readonly signature?: string | null | undefined
  readonly role?: Role | undefined
  readonly isActive?: boolean | undefined
  readonly password?: string | undefined
}

/** Changes a colleague, or oneself; the organisation always keeps an administrator who can sign in. */
export async function changeColleague(
  db: Db,
  { sessions }: AppContext,
  actor: Actor,
  { id, password, ...changes }: ColleagueChanges & { readonly id: number },
): Promise<PersonRow> {
  if (changes.role !== undefined || changes.isActive !== undefined) await lockRoles(db)
  const before = found(await personToChange(db, id))
  refuseForeignChange(actor, before, { ...changes, password })
  await keepAnAdministrator(db, before, changes)
  await changePerson(db, id, changes)
  if (password !== undefined) await givePassword(db, { sessions }, before, password)
  const after = found(await personOf(db, id))
  if (password !== undefined) await recordNewPassword(db, after)
  const details = changesBetween(shownPerson(before), shownPerson(after))
  if (Object.keys(details).length > 0) {
    await recordInJournal(db, {
      act: 'changed',
      thing: 'person',
      thingId: id,
      details: { name: after.name, ...details },
    })
  }
  return after
}

/** Own name, phone and signature are everybody's; an administrator is changed by an administrator. */
function refuseForeignChange(actor: Actor, person: PersonRow, { role, isActive, password }: ColleagueChanges): void {
  const asksRight = role !== undefined || isActive !== undefined || password !== undefined
  if (actor.person === person.id && !asksRight) return
  if (!may({ role: actor.role, isActive: true }, 'write', 'people')) throw notYours()
  if ((person.role === 'admin' || role === 'admin') && actor.role !== 'admin') throw notYours()
}

async function keepAnAdministrator(db: Db, before: PersonRow, { role, isActive }: ColleagueChanges): Promise<void> {
  const wasOne = before.role === 'admin' && before.isActive && before.canSignIn
  const staysOne = (role ?? 'admin') === 'admin' && isActive !== false
  if (!wasOne || staysOne || (await otherAdministrators(db, before.id)).length > 0) return
  throw new AppError('lastAdministrator', 409, {
    fr: 'C’est le dernier administrateur : nommez-en un autre, qui peut se connecter, avant de changer celui-ci.',
    en: 'This is the last administrator: name another one, who can sign in, before changing this one.',
  })
}

async function givePassword(
  db: Db,
  { sessions }: Pick<AppContext, 'sessions'>,
  { id, name, email, authUser }: PersonRow,
  password: string,
): Promise<void> {
  if (authUser) return sessions.changePassword(db, authUser, password)
  await changePerson(db, id, { authUser: await sessions.openAccount(db, { name, email, password }) })
}

const alreadyHere = (): AppError =>
  new AppError('personExists', 409, {
    fr: 'Cette adresse est déjà celle d’une personne de l’organisation. Ouvrez sa fiche pour la modifier.',
    en: 'This e-mail already belongs to somebody of the organisation. Open that person to make changes.',
  })
