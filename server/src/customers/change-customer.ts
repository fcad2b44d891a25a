import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { describePaymentTerm } from '@quittance/core/invoices/describe-payment-term.ts'
import { parsePaymentTerm } from '@quittance/core/invoices/parse-payment-term.ts'
import { isAmbiguous, withMethod } from '@quittance/core/invoices/payment-terms.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { readSiren } from '@quittance/core/people/siren.ts'
import { changesBetween, recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import type { FactsChanged } from './facts-changed.ts'
import { isAliasCode } from './merging/aliases.ts'
import { foundUnlessMerged } from './merging/found-unless-merged.ts'
import {
  type CustomerFields,
  changeTiesAlone,
  codeIsTaken,
  customerName,
  insertCustomer,
  isAtOrAbove,
  lockCustomer,
  pauseCustomer as pause,
  personExists,
  resumeCustomer as resume,
  scenarioExists,
  updateCustomer,
} from './queries.ts'

type Given = { readonly [F in keyof CustomerFields]?: CustomerFields[F] | undefined }

/** The new customer's id; refuses a code that is taken. Who sees a portfolio only adds to it: the customer is theirs. */
export async function addCustomer(
  db: Db,
  fields: Given & { readonly code: string; readonly name: string },
): Promise<number> {
  const own = db.scope.rights === 'portfolio' && !isSaid(fields.salesRepId) ? { salesRepId: db.scope.person } : {}
  const read = await readFields(db, { ...fields, ...own })
  if (await isAliasCode(db, fields.code)) throw codeTaken(fields.code)
  const id = await insertCustomer(db, { ...read, code: fields.code, name: fields.name })
  if (id === null) throw codeTaken(fields.code)
  await recordInJournal(db, { act: 'created', thing: 'customer', thingId: id, customerId: id, details: { ...read } })
  return id
}

/** Only the fields given change; the journal keeps each old value beside the new one. */
export async function changeCustomer(
  db: Db,
  { id, fields: given, factsChanged }: { id: number; fields: Given; factsChanged: FactsChanged },
): Promise<void> {
  // Two who change at once each see what the other wrote: no ring of parents, no code twice.
  if (given.parentId || given.code !== undefined) await changeTiesAlone(db)
  const before = await foundUnlessMerged(db, id, await lockCustomer(db, id))
  const fields = await readFields(db, given)
  if (fields.code !== undefined && ((await codeIsTaken(db, fields.code, id)) || (await isAliasCode(db, fields.code))))
    throw codeTaken(fields.code)
  if (fields.parentId && (await isAtOrAbove(db, id, fields.parentId))) throw parentInRing()

  const asked = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const changes = changesBetween(before, { ...before, ...asked })
  if (Object.keys(changes).length === 0) return
  await updateCustomer(db, id, fields)
  await recordInJournal(db, { act: 'changed', thing: 'customer', thingId: id, customerId: id, details: changes })
  await factsChanged(db, [id])
}

interface Pause {
  readonly id: number
  readonly until: string
  readonly note: string | null
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/** `until` is the day on which reminders resume, or 'furtherNotice'. */
export async function pauseCustomer(db: Db, { id, until, note, today, factsChanged }: Pause): Promise<void> {
  refusePastDay(until, today)
  const changed = await pause(db, id, { on: today, until: until === 'furtherNotice' ? null : until, note })
  await foundUnlessMerged(db, id, changed === 0 ? null : changed)
  await recordInJournal(db, { act: 'paused', thing: 'customer', thingId: id, customerId: id, details: { until, note } })
  await factsChanged(db, [id])
}

export async function resumeCustomer(
  db: Db,
  { id, factsChanged }: { id: number; factsChanged: FactsChanged },
): Promise<void> {
  found(await customerName(db, id))
  if ((await resume(db, id)) === 0) return
  await recordInJournal(db, { act: 'resumed', thing: 'customer', thingId: id, customerId: id })
  await factsChanged(db, [id])
}

export function refusePastDay(until: string, today: CalendarDate): void {
  if (until === 'furtherNotice' || until > today) return
  throw new AppError('pauseInThePast', 422, {
    fr: 'La fin de la pause est déjà passée : choisissez un jour à venir.',
    en: 'The end of the pause is in the past: choose a day to come.',
  })
}

/** The fields as they are kept; refuses what names nothing of this organisation or cannot be read. */
async function readFields(db: Db, fields: Given): Promise<Given> {
  for (const person of [fields.salesRepId, fields.collectorId]) {
    if (isSaid(person) && !(await personExists(db, person))) throw unknownPerson()
  }
  if (isSaid(fields.parentId) && !(await customerName(db, fields.parentId))) throw unknownParent()
  if (isSaid(fields.scenarioId) && !(await scenarioExists(db, fields.scenarioId))) throw unknownScenario()
  if (isSaid(fields.paymentTerms)) refuseUnsureTerms(fields.paymentTerms)
  return isSaid(fields.siren) ? { ...fields, siren: sirenOf(fields.siren) } : fields
}

const isSaid = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined

function sirenOf(typed: string): string {
  const siren = readSiren(typed)
  if (siren !== undefined) return siren
  throw new AppError('sirenShape', 422, {
    fr: 'Un SIREN compte 9 chiffres, dont le dernier est une clé : celui-ci contient une erreur de frappe. Corrigez-le, ou laissez-le vide (client étranger, particulier).',
    en: 'A SIREN has 9 digits, the last of which is a check digit: this one was mistyped. Correct it, or leave it empty (customer abroad, private individual).',
  })
}

/** Terms from which no due date can be computed would be found out only at the next invoice. */
function refuseUnsureTerms(typed: string): void {
  const read = parsePaymentTerm(typed)
  if (!read.ok) {
    throw new AppError('termsUnknown', 422, {
      fr: `« ${typed} » n’est pas une condition de paiement connue : écrivez par exemple « 30 jours nets », ou laissez vide.`,
      en: `“${typed}” is not a known payment term: write for example “30 days net”, or leave it empty.`,
    })
  }
  if (!isAmbiguous(read.term)) return
  const ways = (language: Language) =>
    (['eomAfter', 'eomThen'] as const).map((method) => describePaymentTerm(withMethod(read.term, method), language))
  throw new AppError('termsAmbiguous', 422, {
    fr: `« ${typed} » se lit de deux façons : écrivez « ${ways('fr').join(' » ou « ')} », comme au contrat.`,
    en: `“${typed}” can be read in two ways: write “${ways('en').join('” or “')}”, as in the contract.`,
  })
}

export const unknownPerson = () =>
  new AppError('unknownPerson', 422, {
    fr: 'Cette personne n’est pas dans l’équipe : ajoutez-la d’abord dans Réglages, Personnes.',
    en: 'This person is not in the team: add the person in Settings, People first.',
  })

const unknownParent = () =>
  new AppError('unknownParent', 422, {
    fr: 'Cette maison mère n’existe pas ou n’est pas dans votre portefeuille : choisissez un autre client.',
    en: 'This parent does not exist or is not in your portfolio: choose another customer.',
  })

const unknownScenario = () =>
  new AppError('unknownScenario', 422, {
    fr: 'Ce scénario n’existe pas : choisissez-en un dans Relances, Scénarios.',
    en: 'This scenario does not exist: choose one in Reminders, Scenarios.',
  })

const codeTaken = (code: string) =>
  new AppError('codeTaken', 409, {
    fr: `Un autre client a déjà le code ${code} : choisissez un autre code.`,
    en: `Another customer already has the code ${code}: choose another one.`,
  })

const parentInRing = () =>
  new AppError('parentInRing', 422, {
    fr: 'Un client ne peut pas dépendre de lui-même : choisissez une autre maison mère.',
    en: 'A customer cannot belong to itself: choose another parent.',
  })
