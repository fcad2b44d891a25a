import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Db, transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { found } from '../platform/http/app-error.ts'
import type { Actor } from '../platform/http/serve.ts'
import {
  membershipsOf,
  type OrganizationName,
  organizationName,
  organizationNow,
  personOf,
  shownPerson,
} from './queries.ts'

/** What the first days still ask for. */
interface Progress {
  readonly hasSmtp: boolean
  readonly checklist: {
    readonly invoices: boolean
    readonly scenario: boolean
    readonly sender: boolean
    readonly colleague: boolean
    readonly closed: boolean
  }
}

async function progressOf(db: Db): Promise<Progress> {
  const row = await db.one<Progress['checklist']>(sql`
    select exists (select from invoice i where i.organization_id = o.organization_id) as invoices,
           coalesce((o.checklist ->> 'scenario')::boolean, false) as scenario,
           exists (select from smtp_settings s where s.organization_id = o.organization_id) as sender,
           (select count(*) > 1 from person p where p.organization_id = o.organization_id and p.is_active) as colleague,
           coalesce((o.checklist ->> 'closed')::boolean, false) as closed
    from organization o
    where o.organization_id = current_organization()`)
  return { hasSmtp: row.sender, checklist: row }
}

/**
 * What this person can clear today: their tasks and those of nobody, messages that wait for an approval (approving these
 * is one task more, as in the list of the day), and lines of the bank to match.
 */
const badgesOf = (db: Db, today: CalendarDate): Promise<{ tasks: number; reminders: number; payments: number }> =>
  db.one(sql`
    select (select count(*) from task t
            where t.organization_id = current_organization() and t.state in ('todo', 'snoozed')
              and (t.assignee_id = current_person() or t.assignee_id is null)
              and coalesce(t.snoozed_until, t.due_on) <= ${today}) + least(waiting.reminders, 1) as tasks,
           waiting.reminders,
           (select count(*) from bank_line b
            where b.organization_id = current_organization() and b.state in ('unmatched', 'suggested')
              and (select sees_bank())) as payments
    from (select count(*) as reminders from reminder r
          where r.organization_id = current_organization() and r.state = 'pendingApproval') waiting`)

const legalEntityNames = (db: Db): Promise<{ id: number; name: string }[]> =>
  db.rows(sql`select id, name from legal_entity where organization_id = current_organization() order by id`)

export interface Frame {
  readonly actor: Actor
  readonly today: CalendarDate
  readonly organizations: readonly OrganizationName[]
}

/** Everything the frame of the screens shows, in one answer. */
export async function sessionAnswer(db: Db, { actor, today, organizations }: Frame) {
  const person = shownPerson(found(await personOf(db, actor.person)))
  return {
    email: person.email,
    person,
    organization: await organizationNow(db),
    organizations: [...organizations],
    legalEntities: await legalEntityNames(db),
    today,
    ...(await progressOf(db)),
    badges: await badgesOf(db, today),
  }
}

/** The organisations of an account. Each is read in its own scope: no query sees two. */
export async function organizationsOf({ database }: AppContext, { user }: Actor): Promise<OrganizationName[]> {
  const names: OrganizationName[] = []
  for (const { organization, person } of await membershipsOf(database.app, user)) {
    const scope = { organization, person, rights: 'all', user } as const
    names.push(await transaction(database.app, scope, organizationName))
  }
  return names
}
