import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { live } from './live.ts'

const database = await testDatabase()
const life = { seed: 7, from: asDate('2026-09-14'), days: 110, customers: 20 } // over a change of clocks, 11 November and Christmas

/** Longer lives: `node bench/live-years.ts`. */
it('keeps every promise through months of payments, complaints, outages and clocks that jump', {
  timeout: 900_000,
}, async () => {
  const { broken, messages, texts, answers, versions, held } = await live(database, life)
  expect(broken).toEqual([])
  // A life in which nothing happens proves nothing.
  const happened = [messages > 25, texts > 0, answers > 5, versions > 1, held > 150]
  expect({ messages, texts, answers, versions, held, happened }).toMatchObject({ happened: happened.map(() => true) })
})
