import { readSiren } from '@quittance/core/people/siren.ts'
import { transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { AppError } from '../platform/http/app-error.ts'
import type { Caller, SignedIn } from '../platform/sessions/sessions.ts'
import { foundOrganization } from './found-organization.ts'
import { recordInJournal } from './journal.ts'
import { hasAccounts } from './queries.ts'

export interface FirstAccount {
  readonly organizationName: string
  readonly siren: string | null
  readonly personName: string
  readonly email: string
  readonly password: string
  readonly language: 'fr' | 'en'
}

/** The first visit: account, person and organisation together or none of them. Of two at once, one wins. */
export async function createFirstAccount(context: AppContext, caller: Caller, asked: FirstAccount): Promise<SignedIn> {
  const { sessions, database } = context
  const siren = sirenAsked(asked.siren)
  const nobody = { organization: null, person: null, rights: 'none', origin: 'web', ip: caller.ip } as const
  await transaction(database.app, nobody, async (db) => {
    await db.run(sql`select pg_advisory_xact_lock(hashtext('quittance first account'))`)
    if (await hasAccounts(db)) throw welcomeIsOver()
    const { personName: name, email, password } = asked
    const authUser = await sessions.openAccount(db, { name, email, password })
    const founded = await foundOrganization(db, {
      name: asked.organizationName,
      isDemo: false,
      language: asked.language,
      siren,
      person: { name, email, role: 'admin', phone: null, authUser },
      onNewOrganization: context.onNewOrganization,
    })
    await recordInJournal(db, {
      act: 'created',
      thing: 'organization',
      thingId: founded.organization,
      details: { name: asked.organizationName },
    })
  })
  return sessions.signIn(caller, asked)
}

/** Nothing typed, or nine digits. */
export function sirenAsked(typed: string | null): string | null {
  if (!typed?.trim()) return null
  const siren = readSiren(typed)
  if (siren) return siren
  throw new AppError('invalidSiren', 400, {
    fr: 'Le SIREN compte 9 chiffres. Corrigez-le, ou laissez-le vide pour l’instant.',
    en: 'A SIREN has 9 digits. Correct it, or leave it empty for now.',
  })
}

const welcomeIsOver = (): AppError =>
  new AppError('welcomeIsOver', 409, {
    fr: 'Cette installation a déjà son premier compte. Connectez-vous, ou demandez à un administrateur de vous ajouter.',
    en: 'This installation has its first account already. Sign in, or ask an administrator to add you.',
  })
