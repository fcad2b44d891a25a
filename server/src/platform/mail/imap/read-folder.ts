import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { ImapProblem, type ImapSettings } from './imap-settings.ts'
import { openImap, problemOf } from './open-imap.ts'

/** How far a folder was read. UIDs are only good as long as the folder keeps its validity. */
export interface FolderPlace {
  readonly uidValidity: number | null
  readonly lastUid: number
  /** Messages the server received before then are passed over; null takes all. */
  readonly since: Date | null
}

export interface FetchedMessage {
  readonly uidValidity: number
  readonly uid: number
  readonly receivedAt: Date
  /** Bytes of the whole message; `raw` may be only its beginning. */
  readonly size: number
  readonly raw: Buffer
}

/** A longer message is read in its first part only: its words come before what is attached. */
export const mostMessage = 25 * 1024 * 1024
const partOfHuge = 1024 * 1024
/** Messages asked for by one listing, so that a folder of a million is no list in memory. */
const listed = 2000

/**
 * Every message after that place, oldest first and one at a time, in a folder opened for reading only. `take` writes down
 * how far it came; the next one is fetched when it is done. Returns how many were taken.
 */
export async function readFolder(
  settings: ImapSettings,
  place: FolderPlace,
  take: (message: FetchedMessage) => Promise<void>,
): Promise<number> {
  const client = await openImap(settings)
  try {
    await openFolder(client, settings)
    const uidValidity = validityOf(client)
    let after = place.uidValidity === uidValidity ? place.lastUid : 0
    let taken = 0
    for (;;) {
      const next = await uidsAfter(client, after, place.since)
      for (const uid of next) {
        const message = await fetchMessage(client, uid, uidValidity)
        if (message && isNew(message, place)) {
          await take(message)
          taken += 1
          if (settings.movesTo) await client.messageMove(String(uid), settings.movesTo, { uid: true })
        }
        after = uid
      }
      if (next.length < listed) return taken
    }
  } catch (error) {
    throw problemOf(error)
  } finally {
    client.close()
  }
}

async function openFolder(client: ImapFlow, { folder, movesTo }: ImapSettings): Promise<void> {
  try {
    await client.mailboxOpen(folder, { readOnly: movesTo === null })
  } catch (error) {
    if (!client.usable) throw error
    throw new ImapProblem('noFolder', folder)
  }
}

const validityOf = (client: ImapFlow): number => {
  const { mailbox } = client
  if (!mailbox) throw new ImapProblem('broken', 'no folder')
  return Number(mailbox.uidValidity)
}

/** `5:*` names the last message even when it is older than 5: it is left out again. */
async function uidsAfter(client: ImapFlow, after: number, since: Date | null): Promise<number[]> {
  const found = await client.search({ uid: `${after + 1}:*`, ...(since && { since }) }, { uid: true })
  const uids = (found || []).filter((uid) => uid > after).toSorted((a, b) => a - b)
  return uids.slice(0, listed)
}

const isNew = ({ receivedAt }: FetchedMessage, { since }: FolderPlace): boolean => since === null || receivedAt >= since

async function fetchMessage(client: ImapFlow, uid: number, uidValidity: number): Promise<FetchedMessage | null> {
  const head = await client.fetchOne(String(uid), { uid: true, size: true, internalDate: true }, { uid: true })
  if (!head) return null // taken away by another program meanwhile
  const size = head.size ?? 0
  const maxLength = size > mostMessage ? partOfHuge : mostMessage
  const body = await client.fetchOne(String(uid), { uid: true, source: { start: 0, maxLength } }, { uid: true })
  if (body === false || !body.source) return null
  return { uidValidity, uid, receivedAt: receivedAt(head), size, raw: body.source }
}

function receivedAt({ internalDate }: FetchMessageObject): Date {
  const date = internalDate instanceof Date ? internalDate : new Date(internalDate ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? new Date() : date
}

/** What the folder is: number and validity, for a test of the settings. Throws an `ImapProblem`. */
export async function tryFolder(settings: ImapSettings): Promise<{ readonly messages: number }> {
  const client = await openImap(settings)
  try {
    await openFolder(client, settings)
    if (settings.movesTo && !(await client.list()).some(({ path }) => path === settings.movesTo))
      throw new ImapProblem('noFolder', settings.movesTo)
    return { messages: client.mailbox ? client.mailbox.exists : 0 }
  } catch (error) {
    throw problemOf(error)
  } finally {
    client.close()
  }
}
