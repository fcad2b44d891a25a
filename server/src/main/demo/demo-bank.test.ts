import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { transaction } from '../../platform/database/db.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import type { SignedInCall } from '../../platform/http/serve.ts'
import { listAccounts } from '../../reconciliation/accounts/show-accounts.ts'
import { type LinesAsked, listLines } from '../../reconciliation/lines/list-lines.ts'
import { startDemo } from './start-demo.ts'

const database = await testDatabase()
const caller = { actor: { user: 'account-of-claire', language: 'fr', ip: '127.0.0.1' } } as unknown as SignedInCall
const organization = await startDemo({ database, clock: fixedClock('2026-11-23T07:00:00Z') }, caller)
const inDemo = <T>(work: Parameters<typeof transaction<T>>[2]) =>
  transaction(database.app, { organization, person: null, rights: 'all' }, work)
const lines = (view: LinesAsked['view']) =>
  inDemo((db) => listLines(db, { view, limit: 100 }, { today: asDate('2026-11-23'), language: 'fr' }))

describe('the bank of the example company', () => {
  it('twelve lines wait, 64 210,30 €; 23 are matched with what was entered before, nine concern no customer', async () => {
    const { counts, total, upToDateAt } = await lines('toMatch')
    expect([counts, total, upToDateAt]).toEqual([
      { toMatch: 12, matched: 23, notACustomer: 9 },
      [{ amount: 6_421_030, currency: 'EUR' }],
      '2026-11-23T06:42:00Z',
    ])
    expect(new Set((await lines('matched')).rows.map(({ match }) => match?.kind))).toEqual(new Set(['alreadyRecorded']))
  })

  it('matching finds for itself what the first lines pay', async () => {
    const { rows } = await lines('toMatch')
    expect(rows.slice(0, 2).map(({ title, subtitle, confidence }) => [title, subtitle, confidence])).toEqual([
      ['Nordelec Industrie', '2 factures, au centime', 'almostCertain'],
      ['Kerval Logistique', 'F-2026-0948, promis pour le 27/11', 'almostCertain'],
    ])
  })

  it('the account is that of the firm, without a gap', async () => {
    expect((await inDemo((db) => listAccounts(db, 'fr'))).rows).toMatchObject([
      { name: 'Compte courant pro', iban: 'FR1420041010050500013M02606', lastStatementOn: '2026-11-23', gaps: [] },
    ])
  })
})
