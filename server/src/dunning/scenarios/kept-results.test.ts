import { describe, expect, it } from 'vitest'
import { type Db, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aCustomer, aFirm, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { keptResults } from './kept-results.ts'

const database = await testDatabase()

/** Asks as a person of a firm, and says how often it was computed. */
async function aFirmThatAsks() {
  const firm = await aFirm(database)
  const as = <T>(work: (db: Db) => Promise<T>, given: { firm?: TestFirm; person?: number | null } = {}) =>
    transaction(
      database.app,
      {
        organization: (given.firm ?? firm).organization,
        person: given.person === undefined ? firm.claire : given.person,
        rights: 'all',
      },
      work,
    )
  let computed = 0
  const compute = async () => {
    computed += 1
    return { number: computed }
  }
  return { firm, as, compute }
}

describe('a result that took long', () => {
  it('is the same for the same person who asks the same, and another for what differs', async () => {
    const { as, compute } = await aFirmThatAsks()
    const kept = keptResults()
    const ask = (what: string) => as((db) => kept.of(db, [what], compute))
    expect(await ask('a')).toEqual({ number: 1 })
    expect(await ask('a')).toEqual({ number: 1 })
    expect(await ask('b')).toEqual({ number: 2 })
    expect(await ask('a')).toEqual({ number: 1 })
  })

  it('is never given to another person, another organisation, or a program', async () => {
    const { firm, as, compute } = await aFirmThatAsks()
    const other = await aFirm(database, 'Autre')
    const kept = keptResults()
    const ask = (given: { firm?: TestFirm; person?: number | null } = {}) =>
      as((db) => kept.of(db, ['a'], compute), given)
    expect(await ask()).toEqual({ number: 1 })
    expect(await ask({ person: firm.claire + 1000 })).toEqual({ number: 2 })
    // The same number of a person, in another organisation.
    expect(await ask({ firm: other, person: firm.claire })).toEqual({ number: 3 })
    expect(await ask({ person: null })).toEqual({ number: 4 })
    expect(await ask({ person: null })).toEqual({ number: 5 })
    expect(await ask()).toEqual({ number: 1 })
  })

  it('is dropped as soon as a fact of the organisation changes', async () => {
    const { firm, as, compute } = await aFirmThatAsks()
    const other = await aFirm(database, 'Autre')
    const kept = keptResults()
    const ask = () => as((db) => kept.of(db, ['a'], compute))
    const invoice = (on: TestFirm) =>
      on.inTransaction(async (db) => {
        const customer = await aCustomer(db)
        await anInvoice(db, { customer, entity: on.entity, number: 'F-1', due: '2026-11-02', amount: 100 })
      })
    expect(await ask()).toEqual({ number: 1 })
    await invoice(other)
    expect(await ask()).toEqual({ number: 1 })
    await invoice(firm)
    expect(await ask()).toEqual({ number: 2 })
    await firm.inTransaction((db) =>
      db.run(sql`
        insert into journal (organization_id, at, origin, act, thing) values (current_organization(), now(), 'web', 'paused', 'customer')`),
    )
    expect(await ask()).toEqual({ number: 3 })
  })

  it('is kept for two questions of a person at most, and not at all when it failed', async () => {
    const { as, compute } = await aFirmThatAsks()
    const kept = keptResults()
    const ask = (what: string) => as((db) => kept.of(db, [what], compute))
    for (const what of ['a', 'b', 'c']) await ask(what)
    expect(await ask('a')).toEqual({ number: 4 })
    const broken = () => Promise.reject(new Error('broken'))
    await expect(as((db) => kept.of(db, ['d'], broken))).rejects.toThrow('broken')
    expect(await ask('d')).toEqual({ number: 5 })
  })
})
