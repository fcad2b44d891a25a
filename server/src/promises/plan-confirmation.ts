import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { type Confirmation, confirmPlan } from '@quittance/core/promises/plan-confirmation.ts'
import { whoPaysFirst } from '../customers/contact-order.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'

export interface PreparedConfirmation extends Confirmation {
  readonly to: readonly { readonly name: string; readonly email: string }[]
  readonly confirmedOn: CalendarDate | null
}

/** The text that confirms a plan to the customer, and to whom a person may send it. */
export async function prepareConfirmation(db: Db, plan: number): Promise<PreparedConfirmation> {
  const { contacts, confirmedOn, currency, ...facts } = found(await confirmationFacts(db, plan))
  const unit = asCurrency(currency)
  const [first] = contacts
  const confirmation = confirmPlan({
    // Beyond French, what is not translated is written in English.
    language: facts.language === 'fr' ? 'fr' : 'en',
    addressee: first ? greetingName(first, facts.language) : null,
    agreedOn: facts.agreedOn,
    invoices: facts.invoices.map(({ amountDue, ...one }) => ({ ...one, amountDue: money(amountDue, unit) })),
    instalments: facts.instalments.map(({ dueOn, amount }) => ({ dueOn, amount: money(amount, unit) })),
    accounts: facts.accounts.map(({ firm, iban }) => ({ firm, iban: iban.replace(/(.{4})(?=.)/g, '$1 ') })),
    signature: facts.signature ?? [facts.sender, facts.firm].filter((line) => line !== null).join('\n'),
  })
  const to = contacts.flatMap((one) => (one.email ? [{ name: nameOf(one), email: one.email }] : []))
  return { ...confirmation, to, confirmedOn }
}

interface ContactRow {
  readonly civility: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly email: string | null
}

const nameOf = ({ firstName, lastName }: ContactRow): string => [firstName, lastName].filter(Boolean).join(' ')

const civilities: Readonly<Record<string, string>> = { Mme: 'Madame', 'M.': 'Monsieur' }

function greetingName(contact: ContactRow, language: string): string | null {
  const { civility, lastName } = contact
  if (lastName === null) return null
  if (language === 'fr') return civility === null ? null : `${civilities[civility] ?? civility} ${lastName}`
  return nameOf(contact)
}

interface Facts {
  readonly language: string
  readonly agreedOn: CalendarDate
  readonly confirmedOn: CalendarDate | null
  readonly currency: string
  readonly invoices: readonly { readonly number: string; readonly dueDate: CalendarDate; readonly amountDue: number }[]
  readonly instalments: readonly { readonly dueOn: CalendarDate; readonly amount: number }[]
  readonly contacts: readonly ContactRow[]
  readonly accounts: readonly { readonly firm: string; readonly iban: string }[]
  readonly firm: string
  readonly sender: string | null
  readonly signature: string | null
}

const confirmationFacts = (db: Db, plan: number): Promise<Facts | null> =>
  db.maybe(sql`
    select c.language, p.agreed_on as "agreedOn", p.confirmed_on as "confirmedOn", n.currency, n.instalments, l.invoices,
      l.accounts, e.name as firm, s.name as sender, s.signature,
      (select coalesce(json_agg(json_build_object('civility', k.civility, 'firstName', k.first_name, 'lastName', k.last_name,
          'email', case when k.email_refused_on is null then k.email end)
          order by ${whoPaysFirst(sql`k.role`)}, k.id), '[]')
        from contact k
        where k.organization_id = p.organization_id and k.customer_id = p.customer_id and k.receives_reminders) as contacts
    from payment_plan p
    join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
    cross join lateral (
      select min(o.currency) as currency, json_agg(json_build_object('dueOn', o.due_on, 'amount', o.amount) order by o.due_on) as instalments
      from payment_plan_instalment o where o.organization_id = p.organization_id and o.payment_plan_id = p.id) n
    cross join lateral (
      select min(i.legal_entity_id) as entity, json_agg(json_build_object('number', i.number, 'dueDate', i.due_date,
        'amountDue', m.amount_due) order by i.due_date, i.id) as invoices, (
          select coalesce(json_agg(json_build_object('firm', f.name, 'iban', f.iban) order by f.id), '[]') from legal_entity f
          where f.organization_id = p.organization_id and f.iban is not null and f.id = any(array_agg(i.legal_entity_id))) as accounts
      from payment_plan_item m
      join open_item i on i.organization_id = m.organization_id and i.id = m.open_item_id
      where m.organization_id = p.organization_id and m.payment_plan_id = p.id) l
    join legal_entity e on e.organization_id = p.organization_id and e.id = l.entity
    left join person s on s.organization_id = p.organization_id and s.id = coalesce(c.collector_id, p.agreed_by)
    where p.organization_id = current_organization() and p.id = ${plan} and n.instalments is not null`)
