import type { ImapSettings } from '../../platform/mail/imap/imap-settings.ts'
import { problemOf } from '../../platform/mail/imap/open-imap.ts'
import { type FetchedMessage, readFolder } from '../../platform/mail/imap/read-folder.ts'
import { places } from '../../platform/places.ts'
import type { InTransaction } from '../run/daily-run.ts'
import { lockPlace, mailboxesOn, movePlace, noteReading, type StoredMailbox } from './mailbox-rows.ts'
import { parseMessage } from './parse-message.ts'
import { takeAnswer } from './take-answer.ts'

export interface ReadingTools {
  readonly inTransaction: InTransaction
  readonly nowMs: () => number
  readonly unseal: (sealed: string) => string | null
  /** Told after each message is written down, so that a test can stop the program there. */
  readonly at?: (uid: number) => void | Promise<void>
}

/**
 * Reads what came into the mailboxes of an organisation since the last time. Each message and how far the reading came
 * are written in one transaction: stopped anywhere, nothing is lost and nothing is taken twice. Returns how many came.
 */
export async function readMailboxes(tools: ReadingTools): Promise<number> {
  let taken = 0
  const readOne = async (mailbox: StoredMailbox) => {
    const problem = await read(tools, mailbox, () => {
      taken += 1
    })
    const at = new Date(tools.nowMs()).toISOString()
    await tools.inTransaction((db) => noteReading(db, mailbox.legalEntity, { at, problem }))
  }
  // At once: a server that hangs does not hold up the mailboxes beside it.
  const at = places(mostAtOnce)
  const readings = (await tools.inTransaction(mailboxesOn)).map((mailbox) => at(() => readOne(mailbox)))
  const broken = (await Promise.allSettled(readings)).find((reading) => reading.status === 'rejected')
  if (broken) throw broken.reason
  return taken
}

/** Mailboxes of one organisation read together: each may hold a message of 25 MB. */
const mostAtOnce = 4

/** What kept it from being read, as `failure: what was said`; null when all was. */
async function read(tools: ReadingTools, mailbox: StoredMailbox, onTaken: () => void): Promise<string | null> {
  const place = {
    uidValidity: mailbox.uidValidity,
    lastUid: mailbox.lastUid,
    since: mailbox.since === null ? null : new Date(mailbox.since),
  }
  try {
    await readFolder(imapSettingsOf(mailbox, tools.unseal), place, async (fetched) => {
      if (await take(tools, mailbox.legalEntity, fetched)) onTaken()
      await tools.at?.(fetched.uid)
    })
    return null
  } catch (error) {
    const { failure, reply } = problemOf(error)
    return `${failure}: ${reply}`.slice(0, 500)
  }
}

/** As the reader of mailboxes takes them, the password opened. */
function imapSettingsOf(mailbox: StoredMailbox, unseal: (sealed: string) => string | null): ImapSettings {
  const { host, port, security, username, passwordSealed, folder, movesTo } = mailbox
  // A password sealed with a lost key is tried as an empty one: the server refuses it, and that is what is shown.
  const password = passwordSealed === null ? '' : (unseal(passwordSealed) ?? '')
  return { host, port, security, user: username, password, folder, movesTo }
}

async function take(tools: ReadingTools, legalEntity: number, fetched: FetchedMessage): Promise<boolean> {
  const message = await parseMessage(fetched.raw)
  return tools.inTransaction(async (db) => {
    const place = await lockPlace(db, legalEntity)
    if (!place) return false // switched off, or forgotten, meanwhile
    const isTaken = place.uidValidity === fetched.uidValidity && fetched.uid <= place.lastUid
    if (isTaken) return false // another server was faster
    const answer = await takeAnswer(db, { legalEntity, fetched, message }, tools.nowMs())
    await movePlace(db, legalEntity, fetched)
    return answer !== null
  })
}
