import { addDays } from '@quittance/core/calendar/calendar-date.ts'
import { parseMessage } from '../../../dunning/answers/parse-message.ts'
import { takeAnswer } from '../../../dunning/answers/take-answer.ts'
import { bounceOf, lines } from '../../../dunning/answers/testing/messages.ts'
import { sql } from '../../../platform/database/sql.ts'
import { type Arrived, ask, dayOf, happens, type World } from './world.ts'

/** What customers do with the messages they got: most say nothing, some answer, some are away, and some mails come back. */
export async function answerSome(world: World, arrived: readonly Arrived[]): Promise<void> {
  for (const message of arrived) {
    if (message.way === 'sms') continue
    if (happens(world, 5)) await reply(world, message)
    else if (happens(world, 20)) await beAway(world, message)
    else if (happens(world, 60)) await comeBackUndelivered(world, message)
  }
  if (happens(world, 40)) await writeFromNowhere(world)
}

async function reply(world: World, { customer, id }: Arrived): Promise<void> {
  const body =
    'Bonjour,\n\nNous regardons cela avec notre service.\n\nCordialement\n\n> Le 3, Claire Morel a écrit :\n> Bonjour'
  // Now and then from another mailbox of theirs: the thread says whose it is.
  const from = happens(world, 6) ? `direction@${customer.email.split('@')[1]}` : customer.email
  const answer = await comes(world, lines({ ...headOf(world, from), Subject: 'Re: Facture', 'In-Reply-To': id }, body))
  if (answer !== null) customer.unread.push(answer)
}

/** A machine answers: nobody has read anything, and nothing is held back for it. */
async function beAway(world: World, { customer, id }: Arrived): Promise<void> {
  const back = addDays(dayOf(world), 2 + world.chance.below(15))
  const [year, month, day] = back.split('-')
  const head = { ...headOf(world, customer.email), 'In-Reply-To': id, 'Auto-Submitted': 'auto-replied' }
  const text = `Bonjour,\n\nJe suis absente et de retour le ${day}/${month}/${year}.\n`
  await comes(world, lines({ ...head, Subject: 'Absence du bureau' }, text))
}

/** The mail server of the customer took it, and gives it back later: nobody has that address any more. */
async function comeBackUndelivered(world: World, { customer, id, day }: Arrived): Promise<void> {
  const at = new Date(world.clock.at).toUTCString()
  const told = { status: '5.1.1', says: '550 5.1.1 no such user', at, messageId: id }
  // What the customer never read is no contact, and its step is still to come.
  const rung = await rungOf(world, id)
  await comes(world, bounceOf(customer.email, told))
  customer.refusesMail = true
  world.office.unknown.add(customer.email)
  if (customer.contacts.at(-1) === day) customer.contacts.pop()
  if (rung) world.climbed.delete(rung)
}

const rungOf = async (world: World, id: string): Promise<string | null> => {
  const row = await world.inTransaction((db) =>
    db.maybe<{ item: number; step: string }>(sql`
      select carrying_item_id as item, step_key as step from reminder
      where organization_id = current_organization() and message_id = ${id}`),
  )
  return row && `${row.item} ${row.step}`
}

/** Somebody nobody knows: it waits for a person, and holds nobody back. */
const writeFromNowhere = (world: World): Promise<unknown> =>
  comes(world, lines({ ...headOf(world, 'lettre@salon.example'), Subject: 'Salon de printemps' }, 'Venez nombreux.\n'))

function headOf(world: World, from: string): Record<string, string> {
  world.letters += 1
  return {
    From: from,
    To: 'compta@vauquelin.example',
    Date: new Date(world.clock.at).toUTCString(),
    'Message-ID': `<${world.letters}@${from.split('@')[1]}>`,
    'Content-Type': 'text/plain; charset=utf-8',
  }
}

/** By the entry by which mailboxes are read; twice, as when two servers read the same one: the second time changes nothing. */
async function comes(world: World, raw: string): Promise<number | null> {
  const bytes = Buffer.from(raw)
  const uid = world.letters
  const fetched = { uidValidity: 1, uid, receivedAt: new Date(world.clock.at), size: bytes.length, raw: bytes }
  const take = async () => {
    const message = await parseMessage(bytes)
    return world.inTransaction((db) =>
      takeAnswer(db, { legalEntity: world.legalEntity, fetched, message }, world.clock.at),
    )
  }
  const answer = await take()
  const again = await take()
  if (again !== null) world.broken.push(`${dayOf(world)}: answer ${answer} was taken twice, as ${again}`)
  return answer
}

/** Somebody of the firm reads answers, not all of them every day. */
export async function readAnswers(world: World): Promise<void> {
  for (const customer of world.books.customers.values()) {
    for (const answer of [...customer.unread]) {
      if (!happens(world, 3)) continue
      await ask(world, 'PUT', `/api/v1/answers/${answer}/reading`, { isRead: true })
      customer.unread.splice(customer.unread.indexOf(answer), 1)
    }
  }
}
