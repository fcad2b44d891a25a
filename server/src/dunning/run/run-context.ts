import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import type { ScenarioChoices } from '@quittance/core/dunning/choose-scenario.ts'
import type { Scenario } from '@quittance/core/dunning/scenario.ts'
import type { DunningRules, SourceFacts } from '@quittance/core/dunning/situation.ts'
import { hundredthsOf } from '@quittance/core/money/limit.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { departureAfter, type SendingHours } from '../departure.ts'
import { loadChoices } from '../scenarios/choices.ts'
import { loadScenarios } from '../scenarios/queries.ts'
import { sourcesOnWatch } from './sources-on-watch.ts'

/** What a run knows of the organisation before it looks at any customer. */
export interface RunContext {
  readonly today: CalendarDate
  /** Milliseconds since 1970, by the clock of the installation. */
  readonly nowMs: number
  readonly rules: DunningRules
  /** As they are in force on that day. */
  readonly scenarios: ReadonlyMap<number, Scenario>
  /** Who follows which. */
  readonly choices: ScenarioChoices
  readonly baseCurrency: string
  /** Where invoices come from, and how old that is. */
  readonly sources: ReadonlyMap<number, SourceFacts>
  readonly hours: SendingHours
  /** Messages leave without waiting for approval: the organisation switched it on, and can send. */
  readonly automatic: boolean
  /** Nothing leaves at all. */
  readonly isFrozen: boolean
  /** ISO instant at which what becomes ready now leaves. */
  readonly leavesAt: string
  /** As `leavesAt`, for a step that has an hour of its own (minutes after midnight), or a scenario that goes on every day. */
  readonly leavesAtMinute: (departureMinute: number | null, everyDay?: boolean) => string
  /** Right part of Message-IDs, by legal entity. */
  readonly mailDomains: ReadonlyMap<number, string>
  readonly entitiesWithSmtp: ReadonlySet<number>
  /** Who gets a task when the customer names nobody. */
  readonly people: { readonly director: number | null; readonly collector: number | null }
}

interface OrganizationRow {
  timeZone: string
  automaticSending: boolean
  sendingFrozen: boolean
  fromMinute: number
  toMinute: number
  departureMinute: number
  recallMinutes: number
  minimumDaysBetweenContacts: number
  currency: string
  tolerance: number
  alsaceMoselle: boolean
}

const organizationRules = (db: Db): Promise<OrganizationRow> =>
  db.one<OrganizationRow>(sql`
    select time_zone as "timeZone", automatic_sending as "automaticSending", sending_frozen as "sendingFrozen",
      sending_from_minute as "fromMinute", sending_to_minute as "toMinute", departure_minute as "departureMinute", recall_minutes as "recallMinutes",
      minimum_days_between_contacts as "minimumDaysBetweenContacts", tolerance_amount as tolerance, base_currency as currency, alsace_moselle as "alsaceMoselle"
    from organization where organization_id = current_organization()`)

const sendersOf = (db: Db) =>
  db.rows<{ entity: number; address: string | null; smtp: string | null }>(sql`
    select e.id as entity, e.email as address, s.from_address as smtp
    from legal_entity e
    left join smtp_settings s on s.organization_id = e.organization_id and s.legal_entity_id = e.id
    where e.organization_id = current_organization()`)

const firstWithRole = (db: Db, roles: readonly string[]) =>
  db.maybe<{ id: number }>(sql`
    select id from person
    where organization_id = current_organization() and is_active and role = any(${roles})
    order by array_position(${roles}::text[], role), id limit 1`)

/** `on` decides as on that day (a rehearsal, or a clock given); absent, the day of the clock in the organisation's zone. */
export async function loadRunContext(db: Db, nowMs: number, on?: CalendarDate): Promise<RunContext> {
  const organization = await organizationRules(db)
  const senders = await sendersOf(db)
  const hours: SendingHours = { ...organization }
  const today = on ?? dayInZone(nowMs, organization.timeZone)
  const departure = (own: SendingHours) => new Date(departureAfter(nowMs, own)).toISOString()
  return {
    today,
    nowMs,
    rules: {
      ...organization,
      tolerance: hundredthsOf(money(organization.tolerance, asCurrency(organization.currency))),
    },
    scenarios: await loadScenarios(db, today),
    choices: await loadChoices(db),
    baseCurrency: organization.currency,
    sources: await sourcesOnWatch(db),
    hours,
    automatic: organization.automaticSending && !organization.sendingFrozen,
    isFrozen: organization.sendingFrozen,
    leavesAt: departure(hours),
    leavesAtMinute: (departureMinute, everyDay = false) =>
      departure({ ...hours, everyDay, ...(departureMinute !== null && { departureMinute }) }),
    mailDomains: new Map(senders.map((row) => [row.entity, domainOf(row.smtp ?? row.address)])),
    entitiesWithSmtp: new Set(senders.filter((row) => row.smtp !== null).map((row) => row.entity)),
    people: {
      director: (await firstWithRole(db, ['director', 'admin', 'accountant']))?.id ?? null,
      collector: (await firstWithRole(db, ['accountant', 'admin', 'director']))?.id ?? null,
    },
  }
}

/** Without an address of its own yet, a firm's test messages carry a domain that can never exist (RFC 2606). */
const domainOf = (address: string | null): string => address?.split('@')[1]?.toLowerCase() || 'quittance.invalid'
