import type { Language } from '@quittance/core/money/format-money.ts'
import { readSiren } from '@quittance/core/people/siren.ts'
import { type Db, transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { AppError } from '../platform/http/app-error.ts'
import type { Caller, SignedIn } from '../platform/sessions/sessions.ts'
import { adoptOrganization, claimExamples, waitingOrganization } from './adopt-organization.ts'
import { foundOrganization } from './found-organization.ts'
import { recordInJournal } from './journal.ts'
import { hasAccounts } from './queries.ts'

export interface FirstAccount {
  readonly organizationName: string
  readonly siren: string | null
  readonly personName: string
  readonly email: string
  readonly password: string
  readonly language: Language
}

/**
 * The first visit: account, person and organisation together or none of them. Of two at once, one wins. What the
 * command line brought in before is theirs: there is never a second organisation beside it.
 */
export async function createFirstAccount(context: AppContext, caller: Caller, asked: FirstAccount): Promise<SignedIn> {
  const { sessions, database } = context
  const siren = sirenAsked(asked.siren)
  const nobody = { organization: null, person: null, rights: 'none', origin: 'web', ip: caller.ip } as const
  const organization = await transaction(database.app, nobody, async (db) => {
    await db.run(sql`select pg_advisory_xact_lock(hashtext('quittance first account'))`)
    if (await hasAccounts(db)) throw welcomeIsOver()
    const { personName: name, email, password } = asked
    const authUser = await sessions.openAccount(db, { name, email, password })
    await claimExamples(db, context, authUser)
    const first: First = {
      name: asked.organizationName,
      language: asked.language,
      siren,
      person: { name, email, role: 'admin', phone: null, authUser },
    }
    const waiting = await waitingOrganization(context)
    if (!waiting) return found(db, context, first)
    await adoptOrganization(db, waiting, first)
    return waiting.id
  })
  const signedIn = await sessions.signIn(caller, asked)
  await sessions.rememberOrganization(signedIn.user, organization)
  return signedIn
}

type First = Parameters<typeof adoptOrganization>[2]

async function found(db: Db, { onNewOrganization }: AppContext, first: First): Promise<number> {
  const { organization } = await foundOrganization(db, { ...first, isDemo: false, onNewOrganization })
  const details = { name: first.name }
  await recordInJournal(db, { act: 'created', thing: 'organization', thingId: organization, details })
  return organization
}

/** Nothing typed, or nine digits with their key. */
export function sirenAsked(typed: string | null): string | null {
  if (!typed?.trim()) return null
  const siren = readSiren(typed)
  if (siren) return siren
  throw new AppError('invalidSiren', 400, {
    fr: 'Un SIREN compte 9 chiffres, dont le dernier est une clé : celui-ci contient une erreur de frappe. Corrigez-le, ou laissez-le vide pour l’instant.',
    en: 'A SIREN has 9 digits, the last of which is a check digit: this one was mistyped. Correct it, or leave it empty for now.',
  })
}

const welcomeIsOver = (): AppError =>
  new AppError('welcomeIsOver', 409, {
    fr: 'Cette installation a déjà son premier compte. Connectez-vous, ou demandez à un administrateur de vous ajouter.',
    en: 'This installation has its first account already. Sign in, or ask an administrator to add you.',
  })
