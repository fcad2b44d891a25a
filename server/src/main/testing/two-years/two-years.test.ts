import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { live } from './live.ts'

const database = await testDatabase()
const life = { seed: 7, from: asDate('2026-09-14'), days: 70, customers: 30 } // over a change of clocks and 11 November

/** Longer lives: `node bench/live-years.ts`. */
it('keeps every promise through weeks of payments, complaints, outages and clocks that jump', {
  timeout: 900_000,
}, async () => {
  const { broken, messages, texts, answers, versions, held } = await live(database, life)
  expect(broken).toEqual([])
  // A life in which nothing happens proves nothing.
  const happened = [messages > 20, texts > 0, answers > 5, versions > 0, held > 150]
  expect({ messages, texts, answers, versions, held, happened }).toMatchObject({ happened: happened.map(() => true) })
})
