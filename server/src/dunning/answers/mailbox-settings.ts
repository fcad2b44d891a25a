import type { Language } from '@quittance/core/money/format-money.ts'
import { recordInJournal } from '../../people/journal.ts'
import { legalEntityOf } from '../../people/legal-entities.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { ImapProblem, type ImapSettings } from '../../platform/mail/imap/imap-settings.ts'
import { tryFolder } from '../../platform/mail/imap/read-folder.ts'
import type { Seal } from '../../platform/sealing.ts'
import { explainImap } from './explain-imap.ts'
import { forgetMailbox, type StoredMailbox, storedMailbox, storeMailbox } from './mailbox-rows.ts'

export interface MailboxAsked {
  readonly isOn: boolean
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  /** undefined: the one that is stored. */
  readonly password?: string | undefined
  readonly folder: string
  readonly movesTo: string | null
}

/** The mailbox as it is shown: never its password. */
export async function shownMailbox(db: Db, legalEntity: number, language: Language) {
  found(await legalEntityOf(db, legalEntity))
  const stored = await storedMailbox(db, legalEntity)
  if (!stored) return { mailbox: null }
  const { isOn, host, port, security, username, folder, movesTo, testedAt, since, readAt, problem, problemSince } =
    stored
  const hasPassword = stored.passwordSealed !== null
  const sentence = problem === null ? null : explainImap(problemIn(problem), language)
  const settings = { isOn, host, port, security, username, hasPassword, folder, movesTo }
  return { mailbox: { ...settings, testedAt, since, readAt, problem: sentence, problemSince } }
}

const problemIn = (text: string): ImapProblem => {
  const [failure = 'broken', ...reply] = text.split(': ')
  return new ImapProblem(failure as ImapProblem['failure'], reply.join(': '))
}

/** Keeps the mailbox of a firm; its password is sealed first. */
export async function setMailbox(
  db: Db,
  seal: Seal,
  { legalEntity, asked, now }: { legalEntity: number; asked: MailboxAsked; now: Date },
): Promise<void> {
  found(await legalEntityOf(db, legalEntity))
  const stored = await storedMailbox(db, legalEntity)
  const password = passwordFor(asked, stored, seal)
  const testedAt = stored && sameBox(asked, stored) && asked.password === undefined ? stored.testedAt : null
  const passwordSealed = seal.close(password)
  await storeMailbox(db, legalEntity, { ...asked, passwordSealed, testedAt }, now.toISOString())
  const { isOn, host, port, security, username, folder, movesTo } = asked
  const details = { isOn, host, port, security, username, folder, movesTo }
  await recordInJournal(db, { act: 'changed', thing: 'mailbox', thingId: legalEntity, details })
}

/** Nothing more is read; what came stays. */
export async function removeMailbox(db: Db, legalEntity: number): Promise<void> {
  found(await legalEntityOf(db, legalEntity))
  if ((await forgetMailbox(db, legalEntity)) === 0) return
  await recordInJournal(db, { act: 'removed', thing: 'mailbox', thingId: legalEntity })
}

/** The settings as they would be used, for `tryMailbox`. */
export async function mailboxToTry(
  db: Db,
  seal: Seal,
  legalEntity: number,
  asked: MailboxAsked,
): Promise<ImapSettings> {
  found(await legalEntityOf(db, legalEntity))
  const password = passwordFor(asked, await storedMailbox(db, legalEntity), seal)
  const { host, port, security, username, folder, movesTo } = asked
  return { host, port, security, user: username, password, folder, movesTo }
}

/** Connects, signs in and opens the folder for reading, outside any transaction. */
export async function tryMailbox(
  settings: ImapSettings,
  language: Language,
): Promise<{ readonly ok: boolean; readonly messages: number | null; readonly sentence: string }> {
  try {
    const { messages } = await tryFolder(settings)
    return { ok: true, messages, sentence: works(settings.folder, messages, language) }
  } catch (error) {
    const problem = error instanceof ImapProblem ? error : new ImapProblem('broken', String(error))
    return { ok: false, messages: null, sentence: explainImap(problem, language) }
  }
}

const works = (folder: string, messages: number, language: Language): string =>
  language === 'fr'
    ? `Connexion réussie : le dossier ${folder} contient ${messages} message${messages > 1 ? 's' : ''}.`
    : `Connected: the folder ${folder} holds ${messages} message${messages === 1 ? '' : 's'}.`

type Box = Pick<MailboxAsked, 'host' | 'port' | 'security' | 'username'>

/** The same server and user: a stored password goes nowhere else. */
export const sameBox = (asked: Box, stored: Box): boolean =>
  asked.host === stored.host &&
  asked.port === stored.port &&
  asked.security === stored.security &&
  asked.username === stored.username

/** A stored password only ever goes to the server and user it was given for. */
function passwordFor(asked: MailboxAsked, stored: StoredMailbox | null, seal: Seal): string {
  if (asked.password !== undefined) return asked.password
  if (!stored?.passwordSealed || !sameBox(asked, stored)) throw passwordNeeded()
  const password = seal.open(stored.passwordSealed)
  if (password === null) throw passwordNeeded()
  return password
}

const passwordNeeded = (): AppError =>
  new AppError('passwordNeeded', 400, {
    fr: 'Saisissez le mot de passe de la boîte : il n’est pas encore enregistré pour ce serveur et cet identifiant.',
    en: 'Type the password of the mailbox: none is stored yet for this server and user name.',
  })
