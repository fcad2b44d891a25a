import type { Language } from '@quittance/core/money/format-money.ts'
import { accountName } from '@quittance/core/reconciliation/accounts/account-name.ts'
import { frenchIban } from '@quittance/core/reconciliation/accounts/french-iban.ts'
import type { AccountWritten, BankStatement } from '@quittance/core/reconciliation/statements/statement.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError } from '../../platform/http/app-error.ts'
import {
  type AccountSeen,
  accountsOfCurrency,
  addAccount,
  bankAccountOf,
  completeAccount,
  lastAccountWithoutStatement,
  ownerOfIban,
} from './queries.ts'

export interface Recognising {
  readonly language: Language
  /** Chosen by somebody for files that name none. */
  readonly account: number | null
  /** A program sends statements of this firm alone; null: of any. */
  readonly firm?: number | null
}

/**
 * The account a statement is of: by its IBAN (that of a French account follows from its parts), else by what the bank calls
 * it; one that nobody knows yet is made, for the firm whose IBAN it is, else the first. A file that names no account at all
 * is of the account somebody chose, else of the only one. Throws AppError 422 where that is not clear, 409 where no firm is there
 * to own it, 403 where it is of another firm than the one that sends.
 */
export async function recogniseAccount(db: Db, statement: BankStatement, recognising: Recognising): Promise<number> {
  const account = await accountOf(db, statement, recognising)
  const { firm = null } = recognising
  if (firm !== null && (await bankAccountOf(db, account))?.legalEntityId !== firm) throw ofAnotherFirm()
  return account
}

async function accountOf(
  db: Db,
  statement: BankStatement,
  { language, account: chosen }: Recognising,
): Promise<number> {
  const { account, currency } = statement
  const ibans = ibansOf(account)
  const written = plainNumber(account.text)
  const known = await accountsOfCurrency(db, currency)
  if (written === '' && ibans.length === 0) return chosenOrOnly(db, known, { currency, language, chosen })
  const found =
    known.find((one) => one.iban !== null && ibans.includes(one.iban)) ??
    only(known.filter((one) => isOfNumber(one, { ibans, written }))) ??
    (await lastAccountWithoutStatement(db, { ibans, written }))
  const [iban = null] = ibans
  if (!found) return make(db, { iban, written: written || null, currency, language })
  await completeAccount(db, found.id, { iban, written: written || null, currency })
  return found.id
}

/** Written as a French account it may be one of Monaco, whose bank codes look the same. */
function ibansOf({ iban, bank, branch, number }: AccountWritten): string[] {
  if (iban !== null) return [iban]
  if (bank === null || branch === null || number === null) return []
  const parts = { bank, branch, number }
  return [frenchIban(parts), frenchIban(parts, 'MC')].filter((one) => one !== null)
}

/** Without blanks and signs, in capitals: « 25040066/0123456789 » is what it is however it is cut. */
export const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

/** The account number within a French IBAN: what formats without bank and branch give. */
const numberIn = (iban: string): string => (/^(?:FR|MC)/.test(iban) ? iban.slice(14, 25) : iban)

function isOfNumber(one: AccountSeen, { ibans, written }: { ibans: readonly string[]; written: string }): boolean {
  if (one.iban !== null && ibans.length > 0) return false
  if (one.iban !== null) return one.written === written || one.iban === written || numberIn(one.iban) === written
  return one.written !== null && (one.written === written || ibans.some((iban) => numberIn(iban) === one.written))
}

/** Two that answer to one number are none: a wrong account is worse than one more. */
const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined)

interface Made {
  readonly iban: string | null
  readonly written: string | null
  readonly currency: string
  readonly language: Language
}

async function make(db: Db, { language, ...account }: Made): Promise<number> {
  const owner = await ownerOfIban(db, account.iban)
  if (!owner) throw noLegalEntity()
  const name = accountName({ iban: account.iban, text: account.written ?? '' }, language)
  const { id } = await addAccount(db, { ...account, legalEntity: owner.id, name })
  return id
}

async function chosenOrOnly(
  db: Db,
  known: readonly AccountSeen[],
  { currency, language, chosen }: Pick<Made, 'currency' | 'language'> & { readonly chosen: number | null },
): Promise<number> {
  const active = chosen === null ? known.filter((one) => one.isActive) : known.filter(({ id }) => id === chosen)
  const [first, second] = active
  if (second || (chosen !== null && !first)) throw whichAccount(currency)
  return first?.id ?? make(db, { iban: null, written: null, currency, language })
}

const whichAccount = (currency: string): AppError =>
  new AppError('whichAccount', 422, {
    fr: `Ce fichier, en ${currency}, ne dit pas de quel compte il est. Choisissez un compte dans cette devise, puis déposez-le de nouveau.`,
    en: `This file, in ${currency}, does not say which account it is of. Choose an account in this currency, then drop it again.`,
  })

const ofAnotherFirm = (): AppError =>
  new AppError('accountOfAnotherFirm', 403, {
    fr: 'Ce relevé est d’un compte d’une autre de vos sociétés que celle de cette clé d’API : envoyez-le avec la clé de cette société.',
    en: 'This statement is of an account of another of your firms than the one this API key is for: send it with the key of that firm.',
  })

export const noLegalEntity = (): AppError =>
  new AppError('noLegalEntity', 409, {
    fr: 'Aucune société n’émet encore de factures : ajoutez-la dans Réglages, Entreprise.',
    en: 'No firm invoices yet: add it in Settings, Company.',
  })
