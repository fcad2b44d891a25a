import type { Language } from '@quittance/core/money/format-money.ts'
import type pg from 'pg'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

export type Role = 'admin' | 'director' | 'accountant' | 'sales' | 'project' | 'readonly'

export interface Membership {
  readonly organization: number
  readonly person: number
}

/** The organisations of an account in which its person is active, oldest first. Asked across organisations. */
export async function membershipsOf(pool: pg.Pool, user: string): Promise<Membership[]> {
  const { rows } = await pool.query<Membership>(
    'select organization_id as organization, person_id as person from memberships_of($1)',
    [user],
  )
  return rows
}

export interface Member {
  readonly name: string
  readonly role: Role
  readonly language: Language
  readonly timeZone: string
}

/** The person of this scope, with the language and time zone it works in. */
export const memberOf = (db: Db): Promise<Member | null> =>
  db.maybe(sql`
    select p.name, p.role, coalesce(p.language, o.language) as language, o.time_zone as "timeZone"
    from person p
    join organization o on o.organization_id = p.organization_id
    where p.organization_id = current_organization() and p.id = current_person() and p.is_active`)

export interface OrganizationRow {
  readonly id: number
  readonly name: string
  readonly isDemo: boolean
  readonly language: Language
  readonly timeZone: string
  readonly baseCurrency: string
  readonly automaticSending: boolean
  readonly sendingFrozen: boolean
  readonly sendingFromMinute: number
  readonly sendingToMinute: number
  readonly departureMinute: number
  readonly recallMinutes: number
  readonly forewarning: 'off' | 'dayBefore' | 'morning'
  readonly forewarned: 'collector' | 'salesRep' | 'both'
  readonly forewarningMinute: number
  readonly minimumDaysBetweenContacts: number
  readonly toleranceAmount: number
  readonly promiseGraceDays: number
  readonly callTries: number
  readonly callAgainDays: number
  readonly paymentSearchDays: number
  readonly instalmentGraceDays: number
  readonly differenceAmount: number
  readonly alsaceMoselle: boolean
  readonly messagesPerHour: number
}

export const organizationNow = (db: Db): Promise<OrganizationRow> =>
  db.one(sql`
    select organization_id as id, name, is_demo as "isDemo", language, time_zone as "timeZone",
           base_currency as "baseCurrency", automatic_sending as "automaticSending", sending_frozen as "sendingFrozen",
           sending_from_minute as "sendingFromMinute", sending_to_minute as "sendingToMinute",
           departure_minute as "departureMinute", recall_minutes as "recallMinutes", forewarning, forewarned,
           forewarning_minute as "forewarningMinute", minimum_days_between_contacts as "minimumDaysBetweenContacts",
           call_tries as "callTries", call_again_days as "callAgainDays", payment_search_days as "paymentSearchDays",
           promise_grace_days as "promiseGraceDays", instalment_grace_days as "instalmentGraceDays",
           tolerance_amount as "toleranceAmount", difference_amount as "differenceAmount",
           alsace_moselle as "alsaceMoselle", messages_per_hour as "messagesPerHour"
    from organization
    where organization_id = current_organization()`)

const organizationColumns = {
  name: 'name',
  language: 'language',
  timeZone: 'time_zone',
  baseCurrency: 'base_currency',
  automaticSending: 'automatic_sending',
  sendingFrozen: 'sending_frozen',
  sendingFromMinute: 'sending_from_minute',
  sendingToMinute: 'sending_to_minute',
  departureMinute: 'departure_minute',
  recallMinutes: 'recall_minutes',
  forewarning: 'forewarning',
  forewarned: 'forewarned',
  forewarningMinute: 'forewarning_minute',
  minimumDaysBetweenContacts: 'minimum_days_between_contacts',
  toleranceAmount: 'tolerance_amount',
  promiseGraceDays: 'promise_grace_days',
  callTries: 'call_tries',
  callAgainDays: 'call_again_days',
  paymentSearchDays: 'payment_search_days',
  instalmentGraceDays: 'instalment_grace_days',
  differenceAmount: 'difference_amount',
  alsaceMoselle: 'alsace_moselle',
  messagesPerHour: 'messages_per_hour',
  matchesByItself: 'matches_by_itself',
} as const

export async function changeOrganization(db: Db, changes: Changes<typeof organizationColumns>): Promise<void> {
  const set = assignments(organizationColumns, changes)
  if (set) await db.run(sql`update organization set ${set} where organization_id = current_organization()`)
}

export interface Checklist {
  readonly scenario?: boolean | undefined
  readonly closed?: boolean | undefined
}

export const markChecklist = (db: Db, marks: Checklist): Promise<number> =>
  db.run(sql`
    update organization set checklist = checklist || ${sql.json(marks)}::jsonb
    where organization_id = current_organization()`)

/** The organisations of this account, by the memberships found for it. */
export interface OrganizationName {
  readonly id: number
  readonly name: string
  readonly isDemo: boolean
}

export const organizationName = (db: Db): Promise<OrganizationName> =>
  db.one(sql`
    select organization_id as id, name, is_demo as "isDemo" from organization
    where organization_id = current_organization()`)

export interface PersonRow {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly signature: string | null
  readonly role: Role
  readonly isActive: boolean
  readonly canSignIn: boolean
  readonly authUser: string | null
}

/** Without what only the server needs. */
export function shownPerson({ authUser: _account, ...person }: PersonRow): Omit<PersonRow, 'authUser'> {
  return person
}

const personColumns = sql`
  id, name, email, phone, signature, role, is_active as "isActive", auth_user is not null as "canSignIn",
  auth_user as "authUser"`

export const everybody = (db: Db): Promise<PersonRow[]> =>
  db.rows(sql`
    select ${personColumns} from person
    where organization_id = current_organization()
    order by is_active desc, name, id`)

/** Locked until the end of the transaction, so that two changes of one person come one after the other. */
export const personToChange = (db: Db, id: number): Promise<PersonRow | null> =>
  db.maybe(sql`
    select ${personColumns} from person
    where organization_id = current_organization() and id = ${id}
    for update`)

export const personOf = (db: Db, id: number): Promise<PersonRow | null> =>
  db.maybe(sql`select ${personColumns} from person where organization_id = current_organization() and id = ${id}`)

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly phone: string | null
  readonly authUser: string | null
}

/** null: somebody of the organisation has this e-mail already. */
export const addPerson = (db: Db, { name, email, role, phone, authUser }: NewPerson): Promise<PersonRow | null> =>
  db.maybe(sql`
    insert into person (organization_id, name, email, role, phone, auth_user)
    values (current_organization(), ${name}, ${email}, ${role}, ${phone}, ${authUser})
    on conflict (organization_id, lower(email)) do nothing
    returning ${personColumns}`)

const changeablePerson = {
  name: 'name',
  phone: 'phone',
  signature: 'signature',
  role: 'role',
  isActive: 'is_active',
  authUser: 'auth_user',
} as const

export async function changePerson(db: Db, id: number, changes: Changes<typeof changeablePerson>): Promise<void> {
  const set = assignments(changeablePerson, changes)
  if (set) await db.run(sql`update person set ${set} where organization_id = current_organization() and id = ${id}`)
}

/** One change of roles at a time: two administrators cannot take the role from each other at once. */
export const lockRoles = (db: Db): Promise<number> =>
  db.run(sql`select from organization where organization_id = current_organization() for no key update`)

/** Administrators who can sign in, this one aside. */
export const otherAdministrators = (db: Db, than: number): Promise<{ id: number }[]> =>
  db.rows(sql`
    select id from person
    where organization_id = current_organization() and role = 'admin' and is_active and auth_user is not null
      and id <> ${than}`)

/** Values by field; a field left out stays as it is. */
export type Changes<Columns> = { readonly [Field in keyof Columns]?: string | number | boolean | null | undefined }

/** `column = value, …` for the fields that are given; null when there is none. */
export function assignments<Columns extends Readonly<Record<string, string>>>(
  columns: Columns,
  changes: Changes<Columns>,
): Sql | null {
  const pieces = Object.entries(columns).flatMap(([field, column]) => {
    const value = changes[field]
    return value === undefined ? [] : [sql`${sql.identifier(column)} = ${value}`]
  })
  return pieces.length === 0 ? null : sql.join(pieces, sql`, `)
}

/** Is there anybody at all who may sign in to this installation? Asked across organisations. */
export async function hasAccounts(db: Db): Promise<boolean> {
  const { some } = await db.one<{ some: boolean }>(sql`select has_accounts() as some`)
  return some
}
