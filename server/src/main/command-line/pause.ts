import { type CalendarDate, minDate } from '@quittance/core/calendar/calendar-date.ts'
import { parseTypedDate } from '@quittance/core/calendar/parse-typed-date.ts'
import { pauseCustomer, resumeCustomer } from '../../customers/change-customer.ts'
import type { FactsChanged } from '../../customers/facts-changed.ts'
import { decideAgain } from '../../dunning/run/daily-run.ts'
import { actOnItems } from '../../invoices/act-on-items.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { type CustomerName, chooseCustomer } from './choose-customer.ts'
import { type Chosen, type Commanded, CommandRefusal, type ExitCode } from './command.ts'
import { chooseOrganization, dayAsked, inOrganization } from './organizations.ts'
import { shown } from './remind.ts'

/** Holds the reminders of a customer, or of one of its invoices, until a day or until `resume`; `--on`: since a day behind us. */
export async function pauseCommand(given: Commanded): Promise<ExitCode> {
  const { asked, terminal } = given
  const organization = await chooseOrganization(given)
  const began = minDate(dayAsked(given, organization), organization.today)
  const until = untilAsked(given, organization)
  const act = { kind: 'pause', until, note: null } as const
  const customer = await inOrganization(
    given,
    organization.id,
  )(async (db) => {
    const one = await chooseCustomer(db, asked.what ?? '', terminal.words)
    const told = { ...toldOf(given, organization), today: began }
    if (asked.invoice !== undefined) await actOnItems(db, await itemsOf(db, one, given), act, told)
    else await pauseCustomer(db, { id: one.id, until, note: null, ...told })
    return one
  })
  return say(given, { organization, customer, until })
}

/** Lifts the pause of a customer, or of one of its invoices; where there is none, changes nothing. */
export async function resumeCommand(given: Commanded): Promise<ExitCode> {
  const { asked, terminal } = given
  const organization = await chooseOrganization(given)
  const customer = await inOrganization(
    given,
    organization.id,
  )(async (db) => {
    const one = await chooseCustomer(db, asked.what ?? '', terminal.words)
    const told = toldOf(given, organization)
    if (asked.invoice !== undefined) await actOnItems(db, await itemsOf(db, one, given), { kind: 'resume' }, told)
    else await resumeCustomer(db, { id: one.id, ...told })
    return one
  })
  return say(given, { organization, customer, until: null })
}

const toldOf = ({ clock }: Commanded, { today }: Chosen): { today: CalendarDate; factsChanged: FactsChanged } => ({
  today,
  factsChanged: (db, customers) => decideAgain(db, customers, clock.now()),
})

function untilAsked({ asked, terminal }: Commanded, { today }: Chosen): CalendarDate | 'furtherNotice' {
  if (asked.until === undefined) return 'furtherNotice'
  const read = parseTypedDate(asked.until, { today })
  if (!read.ok) throw new CommandRefusal(terminal.words.badUntil(asked.until))
  return read.date
}

async function itemsOf(db: Db, { id }: CustomerName, { asked, terminal }: Commanded): Promise<number[]> {
  const number = asked.invoice ?? ''
  const rows = await db.rows<{ id: number }>(sql`
    select o.id from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization() and o.customer_id = ${id} and i.number = ${number.trim()}`)
  if (rows.length === 0) throw new CommandRefusal(terminal.words.unknownInvoice(number))
  return rows.map((row) => row.id)
}

interface Done {
  readonly organization: Chosen
  readonly customer: CustomerName
  /** null: the pause is lifted. */
  readonly until: CalendarDate | 'furtherNotice' | null
}

async function say({ asked, terminal }: Commanded, { organization, customer, until }: Done): Promise<ExitCode> {
  const invoice = asked.invoice?.trim() ?? null
  if (asked.json) {
    const command = until === null ? 'resume' : 'pause'
    const answer = { command, organization: shown(organization), customer, invoice, until }
    await terminal.line(JSON.stringify(answer))
    return 0
  }
  const { words } = terminal
  const about = invoice === null ? customer.name : `${customer.name}, ${invoice}`
  await terminal.line(until === null ? words.resumed(about) : words.paused(about, until))
  return 0
}
