import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { openPools } from '../../platform/database/connection.ts'
import { type Db, transaction } from '../../platform/database/db.ts'
import { matchCertainLines } from '../matching/applying/match-certain.ts'
import { bringStatement } from '../statements/bring-statement.ts'

/**
 * A server that loses its power while it brings a statement and applies all that is certain: in its transaction
 * `dieIn`, counted from 1, when that is about to say its statement `statement`, counted from 1.
 * Arguments: owner's address, app's address, organisation, file, dieIn, statement.
 */
const [owner = '', app = '', organization, path = '', dieIn, statement] = process.argv.slice(2)
const database = openPools({ owner, app, auth: owner, jobs: owner })
const scope = { organization: Number(organization), person: null, rights: 'all' } as const
let transactions = 0

/** The same connection, which counts what it is told. */
const dying = (db: Db): Db => {
  let said = 0
  return new Proxy(db, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        said += 1
        if (said === Number(statement)) process.kill(process.pid, 'SIGKILL')
        return value.apply(target, given)
      }
    },
  })
}

const inTransaction = <T>(work: (db: Db) => Promise<T>): Promise<T> => {
  transactions += 1
  const isLast = transactions === Number(dieIn)
  return transaction(database.app, scope, (db) => work(isLast ? dying(db) : db))
}

const matching = { today: asDate('2026-11-23'), factsChanged: async () => undefined, kept: new Map() }
await bringStatement({ path, name: 'releve.xml' }, { transaction: inTransaction, language: 'fr', proposing: matching })
await matchCertainLines(inTransaction, matching)
await database.close()
