import type { Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { findGaps } from '@quittance/core/reconciliation/accounts/find-gaps.ts'
import { gapSentence } from '@quittance/core/reconciliation/accounts/gap-sentence.ts'
import type { Db } from '../../platform/database/db.ts'
import { found } from '../../platform/http/app-error.ts'
import { type AccountFields, bankAccountOf, bankAccounts, lastBroughtAt, linksOf, matchesByItself } from './queries.ts'

export async function listAccounts(db: Db, language: Language) {
  const rows = []
  for (const account of await bankAccounts(db)) rows.push(await shown(db, account, language))
  return { rows, ...(await matchesByItself(db)) }
}

export const showAccount = async (db: Db, id: number, language: Language) =>
  shown(db, found(await bankAccountOf(db, id)), language)

async function shown(db: Db, { legalEntityId, legalEntityName, ...account }: AccountFields, language: Language) {
  const currency = asCurrency(account.currency)
  const links = await linksOf(db, account.id)
  const last = links.reduce<(typeof links)[number] | undefined>((a, b) => (a && a.to > b.to ? a : b), undefined)
  const { at } = await lastBroughtAt(db, account.id)
  return {
    ...account,
    legalEntity: { id: legalEntityId, name: legalEntityName },
    balance: last?.closing == null ? null : money(last.closing, currency),
    lastStatementOn: last?.to ?? null,
    lastBroughtAt: at,
    gaps: findGaps(links).map((gap) => ({
      from: gap.from,
      to: gap.to,
      missing: money(gap.missing, currency),
      sentence: gapSentence(gap, currency, language),
    })),
  }
}
