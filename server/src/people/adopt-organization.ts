import type { Language } from '@quittance/core/money/format-money.ts'
import { type Db, transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { changesBetween, recordInJournal } from './journal.ts'
import { changeLegalEntity, legalEntities } from './legal-entities.ts'
import { addPerson, changeOrganization, type NewPerson, type OrganizationName, organizationName } from './queries.ts'

const inOrganization = (db: Db, organization: number | null): Promise<number> =>
  db.run(sql`select set_config('app.organization', ${String(organization ?? '')}, true)`)

/**
 * The organisation the command line founded before anybody had an account; null when there is none. Asked while
 * nobody can sign in: whatever is there belongs to whoever comes first.
 */
export async function waitingOrganization({
  database,
}: Pick<AppContext, 'database'>): Promise<OrganizationName | null> {
  for (const id of await allOrganizations(database.app)) {
    const scope = { organization: id, person: null, rights: 'none' } as const
    const organization = await transaction(database.app, scope, organizationName)
    if (!organization.isDemo) return organization
  }
  return null
}

/** The example companies made for nobody: this account becomes their first administrator. */
export async function claimExamples(
  db: Db,
  { database }: Pick<AppContext, 'database'>,
  account: string,
): Promise<void> {
  for (const id of await allOrganizations(database.app)) {
    await inOrganization(db, id)
    await claimExample(db, account)
  }
  await inOrganization(db, null)
}

const claimExample = (db: Db, account: string): Promise<number> =>
  db.run(sql`
    update person p set auth_user = ${account}
    from organization o
    where p.organization_id = current_organization() and o.organization_id = p.organization_id and o.is_demo
      and p.id = (select min(a.id) from person a where a.organization_id = p.organization_id and a.role = 'admin')
      and not exists (select from person s where s.organization_id = p.organization_id and s.auth_user is not null)`)

const allOrganizations = async (pool: AppContext['database']['app']): Promise<number[]> => {
  const { rows } = await pool.query<{ id: number }>('select organization_ids() as id')
  return rows.map(({ id }) => id)
}

export interface Adopted {
  readonly name: string
  readonly siren: string | null
  readonly language: Language
  readonly person: NewPerson
}

/** Gives a waiting organisation its first person, and the name that person says. The transaction works in it from then on. */
export async function adoptOrganization(db: Db, waiting: OrganizationName, asked: Adopted): Promise<void> {
  await inOrganization(db, waiting.id)
  const person = await addPerson(db, asked.person)
  if (!person) throw new Error('An organisation that nobody has signed in to cannot know this person already.')
  await db.run(sql`select set_config('app.person', ${String(person.id)}, true)`)
  await changeOrganization(db, { name: asked.name, language: asked.language })
  // The firm was founded under the same name: a correction is meant for both.
  const [firm] = await legalEntities(db)
  if (firm) {
    await changeLegalEntity(db, firm.id, {
      ...(firm.name === waiting.name && { name: asked.name }),
      ...(asked.siren && { siren: asked.siren }),
    })
  }
  await recordInJournal(db, {
    act: 'created',
    thing: 'person',
    thingId: person.id,
    details: { name: person.name, email: person.email, role: person.role },
  })
  const renamed = changesBetween({ name: waiting.name }, { name: asked.name })
  if (Object.keys(renamed).length > 0) {
    await recordInJournal(db, { act: 'changed', thing: 'organization', thingId: waiting.id, details: renamed })
  }
}
