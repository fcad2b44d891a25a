import { describe, expect, it } from 'vitest'
import { testDatabase } from '../database/testing/test-database.ts'
import { AppError } from '../http/app-error.ts'
import { countTry, forgiveTry } from './count-tries.ts'

const { auth } = await testDatabase()
const start = Date.parse('2026-11-23T08:00:00Z')
const minutes = (n: number) => start + n * 60_000

/** How many of `n` tries are let through. */
async function allowed(n: number, attempt: (n: number) => { email: string; ip: string }, now = start): Promise<number> {
  let passed = 0
  for (let each = 0; each < n; each += 1) {
    try {
      await countTry(auth, { ...attempt(each), now })
      passed += 1
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 429) throw error
    }
  }
  return passed
}

describe('tries to sign in', () => {
  it('are five for one account from one address, whatever the case of its e-mail, then again after a quarter of an hour', async () => {
    const claire = (n: number) => ({ email: n % 2 ? 'claire@a.example' : 'Claire@A.example', ip: '10.0.0.1' })
    expect(await allowed(9, claire)).toBe(5)
    expect(await allowed(9, claire, minutes(14))).toBe(0)
    expect(await allowed(9, claire, minutes(15))).toBe(5)
  })

  it('are fifty from one address that takes one account after the other', async () => {
    expect(await allowed(60, (n) => ({ email: `${n}@b.example`, ip: '10.0.0.2' }))).toBe(50)
  })

  it('are a hundred a day for one account from addresses without end', async () => {
    const attempt = (n: number) => ({ email: 'claire@c.example', ip: `10.1.0.${n}` })
    expect(await allowed(110, attempt)).toBe(100)
    expect(await allowed(1, () => attempt(200), minutes(24 * 60 - 1))).toBe(0)
    expect(await allowed(1, () => attempt(200), minutes(24 * 60))).toBe(1)
  })

  it('that were right cost nothing, however many people sign in from one office', async () => {
    for (let n = 0; n < 70; n += 1) {
      const attempt = { email: `${n}@d.example`, ip: '10.0.0.4', now: start }
      await countTry(auth, attempt)
      await forgiveTry(auth, attempt)
    }
    const { rows } = await auth.query(`select coalesce(sum(tries), 0)::int as tries from auth.sign_in_try
      where key like '%10.0.0.4' or key like '%@d.example'`)
    expect(rows).toEqual([{ tries: 0 }])
  })

  it('that are forgotten leave no row behind', async () => {
    await countTry(auth, { email: 'last@e.example', ip: '10.0.0.5', now: minutes(3 * 24 * 60) })
    await forgiveTry(auth, { email: 'last@e.example', ip: '10.0.0.5', now: minutes(3 * 24 * 60) })
    const { rows } = await auth.query(`select key from auth.sign_in_try order by key`)
    expect(rows).toEqual([{ key: 'from 10.0.0.5' }, { key: 'last@e.example' }])
  })
})
