import { readIban } from '@quittance/core/people/iban.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { sirenAsked } from './first-account.ts'
import { changesBetween, recordInJournal } from './journal.ts'
import { changeLegalEntity, type LegalEntityChanges, type LegalEntityRow, legalEntityOf } from './legal-entities.ts'
import { changeOrganization, type OrganizationRow, organizationNow } from './queries.ts'

type OrganizationChanges = Parameters<typeof changeOrganization>[1]

/** Changes the rules of the organisation; the journal keeps what they were. */
export async function changeRules(db: Db, changes: OrganizationChanges): Promise<OrganizationRow> {
  const before = await organizationNow(db)
  refuseRules({ ...before, ...changes } as OrganizationRow)
  await changeOrganization(db, changes)
  const after = await organizationNow(db)
  const details = changesBetween(before, after)
  if (Object.keys(details).length > 0) {
    await recordInJournal(db, { act: 'changed', thing: 'organization', thingId: after.id, details })
  }
  return after
}

function refuseRules({ timeZone, sendingFromMinute, sendingToMinute, departureMinute }: OrganizationRow): void {
  if (!isTimeZone(timeZone)) {
    throw new AppError('unknownTimeZone', 400, {
      fr: `Le fuseau horaire « ${timeZone} » n’existe pas. Écrivez-le comme Europe/Paris.`,
      en: `The time zone “${timeZone}” does not exist. Write it like Europe/Paris.`,
    })
  }
  if (
    sendingFromMinute >= sendingToMinute ||
    departureMinute < sendingFromMinute ||
    departureMinute > sendingToMinute
  ) {
    throw new AppError('sendingHours', 400, {
      fr: 'Les heures d’envoi doivent se suivre : début, puis heure de départ, puis fin. Corrigez-les.',
      en: 'The sending hours must follow one another: start, then departure, then end. Correct them.',
    })
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Changes a firm that invoices; SIREN and IBAN are kept without spaces, and refused when mistyped. */
export async function changeFirm(db: Db, id: number, changes: LegalEntityChanges): Promise<LegalEntityRow> {
  const before = found(await legalEntityOf(db, id))
  await changeLegalEntity(db, id, {
    ...changes,
    ...(typeof changes.siren === 'string' && changes.siren !== before.siren && { siren: sirenAsked(changes.siren) }),
    ...(typeof changes.iban === 'string' && { iban: ibanAsked(changes.iban) }),
  })
  const after = found(await legalEntityOf(db, id))
  const details = changesBetween(before, after)
  if (Object.keys(details).length > 0) {
    await recordInJournal(db, { act: 'changed', thing: 'legal_entity', thingId: id, details })
  }
  return after
}

function ibanAsked(typed: string): string | null {
  if (typed.trim() === '') return null
  const iban = readIban(typed)
  if (iban) return iban
  throw new AppError('invalidIban', 400, {
    fr: 'Cet IBAN contient une erreur de frappe : ses chiffres de contrôle ne correspondent pas. Recopiez-le depuis votre RIB.',
    en: 'This IBAN was mistyped: its check digits do not fit. Copy it again from your bank details.',
  })
}
