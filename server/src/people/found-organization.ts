import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { addLegalEntity, changeLegalEntity } from './legal-entities.ts'
import { addPerson, changeOrganization, type NewPerson } from './queries.ts'

export interface NewOrganization {
  readonly name: string
  readonly isDemo: boolean
  readonly language: Language
  readonly siren: string | null
  /** Its first person, from here on the author of what this transaction writes. */
  readonly person: NewPerson
  /** Default scenarios and the like, in the new organisation's scope. */
  onNewOrganization(db: Db, language: Language): Promise<void>
}

export interface Founded {
  readonly organization: number
  readonly person: number
  readonly legalEntity: number
}

/** An organisation with one person and one legal entity of its name. The transaction works in it from then on. */
export async function foundOrganization(db: Db, asked: NewOrganization): Promise<Founded> {
  const { organization } = await db.one<{ organization: number }>(
    sql`select found_organization(${asked.name}, ${asked.isDemo}) as organization`,
  )
  await db.run(sql`select set_config('app.organization', ${String(organization)}, true)`)
  await changeOrganization(db, { language: asked.language })
  const person = await addPerson(db, asked.person)
  if (!person) throw new Error('A new organisation cannot know this person already.')
  await db.run(sql`select set_config('app.person', ${String(person.id)}, true)`)
  const { id: legalEntity } = await addLegalEntity(db, asked.name)
  if (asked.siren) await changeLegalEntity(db, legalEntity, { siren: asked.siren })
  await asked.onNewOrganization(db, asked.language)
  return { organization, person: person.id, legalEntity }
}
