import { createHash } from 'node:crypto'
import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import { type Classified, classifyMessage } from '@quittance/core/dunning/answers/classify-message.ts'
import { splitReply } from '@quittance/core/dunning/answers/split-reply.ts'
import { threadClues } from '@quittance/core/dunning/answers/thread-clues.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { noteAbsence } from '../../customers/absence.ts'
import { addressAnswers, refuseAddressEverywhere } from '../../customers/refuse-address.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { FetchedMessage } from '../../platform/mail/imap/read-folder.ts'
import { addNeedTasks } from '../../tasks/step-tasks.ts'
import { decideCustomers } from '../run/decide-customers.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { type AnswerFile, insertAnswer, keepBounced, keepSource, wentTo } from './answer-rows.ts'
import { contactAt, type Found, findReported, findSender } from './find-sender.ts'
import type { IncomingMessage } from './parse-message.ts'
import { firmOf, takeBounce } from './take-bounce.ts'
import { complaintReason, writeExchange } from './write-exchange.ts'

/** A message of a mailbox, taken apart. */
export interface Arrived {
  readonly legalEntity: number
  readonly fetched: FetchedMessage
  readonly message: IncomingMessage
}

interface Rules {
  readonly timeZone: string
  readonly language: Language
  readonly softBouncesLimit: number
}

const rulesOf = (db: Db) =>
  db.one<Rules>(sql`
    select time_zone as "timeZone", language, soft_bounces_limit as "softBouncesLimit"
    from organization where organization_id = current_organization()`)

/**
 * One message, written down with all that follows from it in the caller's transaction: told apart, given to its customer,
 * acted upon. The same message a second time, from wherever it comes, changes nothing. Returns its id, null the second time.
 */
export async function takeAnswer(db: Db, arrived: Arrived, nowMs: number): Promise<number | null> {
  const { message, fetched } = arrived
  const rules = await rulesOf(db)
  const receivedOn = dayInZone(fetched.receivedAt.getTime(), rules.timeZone)
  const classified = classifyMessage(message, receivedOn)
  const isReport = classified.class === 'bounce' || classified.class === 'complaint'
  const found = await (isReport ? findReported : findSender)(db, {
    ...threadClues(message),
    addresses: addressesOf(classified, message),
    subject: message.subject,
  })
  const contact = found && (await contactAt(db, found.customer, message.from.address))
  const whose = { found, contact: contact?.id ?? null }
  const answer = await insertAnswer(db, newAnswer(arrived, classified, { ...whose, receivedOn }))
  if (!answer) return null
  await keepSource(db, answer.id, fetched.raw)
  const run = await loadRunContext(db, nowMs)
  await follow(db, { id: answer.id, classified, ...whose, rules, run, message, receivedOn })
  return answer.id
}

/** Whom a message is about: who wrote it, or those it says were not reached. */
function addressesOf(classified: Classified, { from }: IncomingMessage): readonly string[] {
  if (classified.class === 'bounce' || classified.class === 'delayed')
    return classified.recipients.flatMap(({ address }) => (address === null ? [] : [address]))
  if (classified.class === 'complaint' || classified.class === 'delivered') return classified.addresses
  return from.address === '' ? [] : [from.address]
}

interface Whose {
  readonly found: Found | null
  readonly contact: number | null
  readonly receivedOn: CalendarDate
}

function newAnswer({ legalEntity, fetched, message }: Arrived, classified: Classified, whose: Whose) {
  const split =
    classified.class === 'reply' ? splitReply(message.text) : { text: message.text, signature: '', quoted: '' }
  const cut = (text: string) => text.slice(0, mostText)
  return {
    legalEntity,
    uidValidity: fetched.uidValidity,
    uid: fetched.uid,
    contentSha256: contentHash(message, fetched.raw),
    messageId: message.messageId === '' ? null : message.messageId.slice(0, 500),
    class: classified.class,
    fromName: message.from.name.slice(0, 300),
    fromAddress: message.from.address.slice(0, 320),
    subject: message.subject.slice(0, 1000),
    receivedAt: fetched.receivedAt.toISOString(),
    receivedOn: whose.receivedOn,
    body: cut(split.text),
    signature: cut(split.signature),
    quoted: cut(split.quoted),
    html: message.html.slice(0, mostHtml),
    files: message.files.slice(0, 100).map(
      ({ name, type, content }, position): AnswerFile => ({
        position,
        name: name.slice(0, 250),
        type: type.slice(0, 120),
        size: content.byteLength,
      }),
    ),
    returnsOn: classified.class === 'outOfOffice' ? classified.returnsOn : null,
    size: fetched.size,
    isPartial: message.isBroken || fetched.raw.byteLength < fetched.size,
    reminder: whose.found?.reminder ?? null,
    customer: whose.found?.customer ?? null,
    contact: whose.contact,
    foundBy: whose.found?.by ?? null,
  }
}

const mostText = 200_000
const mostHtml = 1_000_000

/** What was written, without the lines that each server on the way adds. */
function contentHash(message: IncomingMessage, raw: Buffer): Buffer {
  const written = ['message-id', 'date', 'from', 'to', 'subject', 'in-reply-to'].map(
    (name) => message.headers.find((one) => one.name === name)?.value ?? '',
  )
  const lines = raw.indexOf('\r\n\r\n')
  const body = lines === -1 ? raw.subarray(Math.max(0, raw.indexOf('\n\n'))) : raw.subarray(lines)
  return createHash('sha256').update(written.join('\n')).update(body).digest()
}

interface Taken extends Whose {
  readonly id: number
  readonly classified: Classified
  readonly rules: Rules
  readonly run: RunContext
  readonly message: IncomingMessage
}

async function follow(db: Db, taken: Taken): Promise<void> {
  const { id, classified, found, contact, rules, run } = taken
  const customer = found?.customer ?? null
  await recordInJournal(db, {
    act: 'answer.received',
    thing: 'answer',
    thingId: id,
    ...(customer !== null && { customerId: customer }),
    details: { class: classified.class },
  })
  if (classified.class === 'bounce') {
    await takeBounce(
      db,
      {
        answer: id,
        customer,
        reminder: found?.reminder ?? null,
        recipients: classified.recipients,
        softBouncesLimit: rules.softBouncesLimit,
      },
      run,
    )
  }
  if (classified.class === 'complaint') await takeComplaint(db, taken)
  if (classified.class === 'reply') await addressAnswers(db, taken.message.from.address)
  if (classified.class === 'outOfOffice' && contact !== null && classified.returnsOn !== null)
    await noteAbsence(db, contact, classified.returnsOn)
  if (customer === null) return
  await writeExchange(db, { answer: id, customer, language: rules.language })
  if (classified.class === 'reply') await decideCustomers(db, [customer], run)
}

/** Whoever complained hears no more of us, for whichever customer the address stands. */
async function takeComplaint(db: Db, { id, classified, found, rules, run }: Taken): Promise<void> {
  if (classified.class !== 'complaint' || !classified.asksToStop) return
  const reason = complaintReason(rules.language)
  const named = [...new Set(classified.addresses.map((one) => one.toLowerCase()))]
  const complained = found?.reminder == null ? [] : complainedAmong(named, await wentTo(db, found.reminder))
  const told = [...new Set([...named, ...complained])].map(
    (address) => ({ address, fate: 'complained', reason: 'complaint' }) as const,
  )
  await keepBounced(
    db,
    id,
    told.map((one) => ({ ...one, status: null, diagnostic: reason })),
  )
  const touched = new Set<number>()
  for (const address of complained) {
    for (const row of await refuseAddressEverywhere(db, address, { on: run.today, reason })) touched.add(row.customer)
  }
  await decideCustomers(db, [...touched], run)
  for (const customer of touched) {
    const legalEntity = await firmOf(db, customer)
    if (legalEntity === null) continue
    const need = { customer, legalEntity, kind: 'correctAddress', assignee: run.people.collector } as const
    await addNeedTasks(db, [need], run.today)
  }
}

/**
 * Of those a complaint names, those the message went to; the only one it went to when it names none of them (providers leave
 * the address out, or tell that of a mailbox it was forwarded to).
 */
function complainedAmong(named: readonly string[], reached: readonly string[]): readonly string[] {
  const known = named.filter((address) => reached.includes(address))
  return known.length === 0 && reached.length === 1 ? reached : known
}
