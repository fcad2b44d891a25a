import { testApplication, type Visitor, visitor } from '@quittance/server/main/testing/test-application.ts'
import { fixedClock } from '@quittance/server/platform/clock.ts'
import type { Company } from './company.ts'
import type { BenchDatabase } from './database.ts'
import type { Whom } from './list-requests.ts'
import type { Get } from './measure-lists.ts'

const claire = {
  organizationName: 'Bench',
  personName: 'Claire Morel',
  email: 'claire@bench.example',
  password: 'une phrase assez longue',
}

/** The product's own HTTP side on a bench database, with Claire signed in at nine in the morning of `today`. */
export interface Desk {
  readonly company: Company
  readonly get: Get
  whom(): Promise<Whom>
  close(): Promise<unknown>
}

/** Founds Claire's organisation on an empty database; on one that was kept she signs in again. */
export async function openDesk({ database, isKept }: BenchDatabase, today: string): Promise<Desk> {
  const app = await testApplication({ database, clock: fixedClock(`${today}T08:00:00Z`) })
  const visits = visitor(app)
  const entered = isKept
    ? await visits.send('POST', '/api/v1/session', { email: claire.email, password: claire.password })
    : await visits.send('POST', '/api/v1/welcome', claire)
  if (entered.status !== 200) throw new Error(`Claire may not come in: ${JSON.stringify(entered.body)}`)
  const get = asking(visits)
  const { rows } = await database.owner.query<{ id: number }>('select * from quittance.organization_ids() as id')
  const organization = rows[0]?.id ?? 0
  return {
    company: { organization, scope: { organization, person: null, rights: 'all' } },
    get,
    whom: async () => {
      const { rows: people } = await database.owner.query<{ name: string; id: number }>(
        `select name, id from quittance.person where email like 'personne%'`,
      )
      const named = (place: number) => people.find(({ name }) => name === `Personne ${place}`)?.id ?? 0
      return { busy: named(1), new: named(4), busySales: named(5), newSales: named(8) }
    },
    close: () => app.close(),
  }
}

const asking =
  (visits: Visitor): Get =>
  async (url) => {
    const { status, body } = await visits.get(url)
    if (status !== 200) throw new Error(`${url}: ${status} ${JSON.stringify(body)}`)
    return body
  }
