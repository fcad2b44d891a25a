import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { live } from './live.ts'

const database = await testDatabase()
const life = { seed: 7, from: asDate('2026-09-14'), days: 120, customers: 24 } // over a change of clocks, 11 November and Christmas

/** Longer lives: `node bench/live-years.ts`. */
it('keeps every promise through months of payments, complaints, outages and clocks that jump', {
  timeout: 900_000,
}, async () => {
  const { broken, messages, held } = await live(database, life)
  expect(broken).toEqual([])
  expect({ wroteOften: messages > 40, heldOften: held > 200 }).toEqual({ wroteOften: true, heldOften: true })
})
