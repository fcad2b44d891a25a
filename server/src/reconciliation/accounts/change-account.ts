import { readIban } from '@quittance/core/people/iban.ts'
import { changesBetween, recordInJournal } from '../../people/journal.ts'
import { legalEntityOf } from '../../people/legal-entities.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { waitForTurn } from '../statements/queries.ts'
import {
  type AccountChange,
  addAccount,
  bankAccountOf,
  changeAccount,
  giveOpenLines,
  otherAccountOf,
  ownerOfIban,
} from './queries.ts'
import { noLegalEntity, plainNumber } from './recognise-account.ts'

export interface AccountNamed {
  readonly legalEntityId?: number | undefined
  readonly name: string
  readonly iban: string | null
  readonly written: string | null
  readonly currency: string
}

/** Names an account before its first statement comes. Answers its id. */
export async function nameAccount(db: Db, named: AccountNamed): Promise<number> {
  await waitForTurn(db)
  const { name, currency, legalEntityId } = named
  const iban = readEntered(named.iban)
  const written = (named.written && plainNumber(named.written)) || null
  const owner =
    legalEntityId === undefined ? await ownerOfIban(db, iban) : found(await legalEntityOf(db, legalEntityId))
  if (!owner) throw noLegalEntity()
  const other = await otherAccountOf(db, { iban, written, currency, except: 0 })
  if (other) throw accountIsThere(other.name)
  const { id } = await addAccount(db, { legalEntity: owner.id, name, iban, written, currency })
  await recordInJournal(db, { act: 'created', thing: 'bankAccount', thingId: id, details: { name, iban, currency } })
  return id
}

export type AccountWish = { readonly [Field in keyof AccountChange]?: AccountChange[Field] | undefined }

/** Given to another firm, its lines not settled yet go there too. */
export async function editAccount(db: Db, id: number, wish: AccountWish): Promise<void> {
  await waitForTurn(db)
  const { name, legalEntityId, iban, isActive, currency } = found(await bankAccountOf(db, id))
  const before: AccountChange = { name, legalEntityId, iban, isActive }
  const after: AccountChange = {
    name: wish.name ?? name,
    legalEntityId: wish.legalEntityId ?? legalEntityId,
    iban: wish.iban === undefined ? iban : readEntered(wish.iban),
    isActive: wish.isActive ?? isActive,
  }
  const changes = changesBetween(before, after)
  if (Object.keys(changes).length === 0) return
  found(await legalEntityOf(db, after.legalEntityId))
  const other = await otherAccountOf(db, { iban: after.iban, written: null, currency, except: id })
  if (other) throw accountIsThere(other.name)
  await changeAccount(db, id, after)
  if (after.legalEntityId !== legalEntityId) await giveOpenLines(db, id, after.legalEntityId)
  await recordInJournal(db, { act: 'changed', thing: 'bankAccount', thingId: id, details: changes })
}

function readEntered(text: string | null): string | null {
  if (text === null) return null
  const iban = readIban(text)
  if (!iban) throw wrongIban()
  return iban
}

const wrongIban = (): AppError =>
  new AppError('wrongIban', 422, {
    fr: 'Cet IBAN contient une erreur : ses chiffres de contrôle ne correspondent pas. Recopiez-le depuis votre relevé d’identité bancaire.',
    en: 'This IBAN holds a mistake: its check digits do not agree. Copy it again from your bank details.',
  })

const accountIsThere = (name: string): AppError =>
  new AppError('accountIsThere', 409, {
    fr: `Ce compte existe déjà sous le nom « ${name} » : renommez celui-là.`,
    en: `This account is there already, as “${name}”: rename that one.`,
  })
