import { describe, expect, it } from 'vitest'
import { everybodys } from '../platform/database/testing/catalogue.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { contract } from './contract.ts'
import { claire, founder, testApplication, type Visitor, visitor } from './testing/test-application.ts'
import { bodyFor, type JsonShape, sampleOf, sentSchema } from './testing/two-organizations.ts'
import { ownRows, seedTwoPortfolios } from './testing/two-portfolios.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const owner = await founder(app)
const { body: session } = await owner.get<{ organization: { id: number } }>('/api/v1/session')
const organization = session.organization.id
const { castel, delmas, numbers } = await seedTwoPortfolios(database.owner, organization)

/** Karim sells to Delmas, and to nobody else. */
const karim = visitor(app)
const credentials = { email: 'k.haddad@a.example', password: claire.password }
const { body: person } = await owner.send<{ id: number }>('POST', '/api/v1/people', {
  name: 'Karim H.',
  role: 'sales',
  ...credentials,
})
await owner.send('PATCH', `/api/v1/customers/${delmas}`, { salesRepId: person.id })
await karim.send('POST', '/api/v1/session', credentials)

/** Names, numbers and sentences that stand in Castel’s rows only. */
const words = [
  ...[
    'ZEPH-77',
    'Zéphyrin',
    'F-2026-118',
    'morel@',
    'Rappel promis',
    'Virement demain',
    'Livraison en retard',
    'Geste commercial',
  ],
  ...['Recouv 44', 'Vu avec l’atelier', 'Appel du lundi', 'Toujours en retard', '"amount":120000'],
]
const told = (answer: unknown): string[] => {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
  return words.filter((word) => text?.toLowerCase().includes(word.toLowerCase()))
}

const walked = Object.values(contract)
  .flatMap((word) => Object.values(word) as Endpoint[])
  .filter(({ method, url, keys, access }) => keys !== 'only' && access !== 'public' && app.hasRoute({ method, url }))
  .map((each) => [`${each.method} ${each.url}`, each] as const)
const readers = walked.filter(([, { method }]) => method === 'GET')
const writers = walked.filter(([name, { method }]) => method !== 'GET' && !name.includes('/session'))
const addressOf = (url: string, id: number) => url.replace(':id', String(id)).replace(/:\w+/g, String(castel))

/** The address of a list bare, and with each value that each of its filters may have. */
function addressesOf({ url, query }: Endpoint, id: number): string[] {
  const address = addressOf(url, id)
  if (!query) return [address]
  const { properties = {}, required = [] } = sentSchema(query)
  const always = required.map((name): [string, string] => [name, String(sampleOf(properties[name] ?? {}))])
  const withFilter = (name: string, value: string) =>
    `${address}?${new URLSearchParams([...always.filter(([other]) => other !== name), [name, value]])}`
  return [
    always.length > 0 ? `${address}?${new URLSearchParams(always)}` : address,
    ...Object.entries(properties).flatMap(([name, shape]) => valuesOf(shape).map((value) => withFilter(name, value))),
  ]
}

function valuesOf(shape: JsonShape): string[] {
  if (shape.enum) return shape.enum.map(String)
  if (shape.anyOf) return shape.anyOf.flatMap(valuesOf)
  if (shape.type === 'integer' || shape.type === 'number') return [String(castel)]
  return shape.type === 'string' && !shape.format ? ['zephyrin', 'F-2026-118', String(castel)] : []
}

async function answersTo(who: Visitor, addresses: readonly string[]): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>()
  for (const address of addresses) answers.set(address, (await who.get(address)).body)
  return answers
}

const isHers = new RegExp(`\\b(${numbers.join('|')})\\b`)
const { rows: tables } = await database.owner.query<{ table: string }>(
  `select tablename as table from pg_tables where schemaname = 'quittance' order by 1`,
)
const kept = tables.map(({ table }) => table).filter((table) => !(table in everybodys))
async function hers(): Promise<string> {
  const rows: string[] = []
  for (const table of kept) {
    for (const row of await ownRows(database.owner, organization, table, ofTheHouseToo))
      if (isHers.test(row)) rows.push(`${table}: ${row}`)
  }
  return rows.join('\n')
}

/** Columns that name what is not one customer’s: a scenario has the same number. */
const ofTheHouseToo = ['scenario_id', 'legal_entity_id', 'thing_id', 'details', 'detail', 'fingerprint']
/** What concerns no customer, and is not a rep’s alone to leave as it is: rules and texts of the house. */
const ofTheHouse =
  /demo|scenario|message-|template|saved-views|organization|people|legal-entities|daily-run|task-recurrences$|customers$|limit/

describe('the portfolio of another rep', () => {
  it('is told to those who see everything', async () => {
    const found = new Set<string>()
    for (const [, endpoint] of readers) {
      for (const [, answer] of await answersTo(owner, addressesOf(endpoint, castel)))
        for (const word of told(answer)) found.add(word)
    }
    expect([...found].toSorted()).toEqual(words.toSorted())
  })

  it.each(readers)('is in no answer: %s', async (_, endpoint) => {
    const addresses = [castel, delmas].flatMap((id) => addressesOf(endpoint, id))
    for (const [address, answer] of await answersTo(karim, addresses)) expect(told(answer), address).toEqual([])
  })

  it.each(writers)('is not changed, and nothing is told of it: %s', async (name, endpoint) => {
    const before = await hers()
    const body = endpoint.body ? (bodyFor(endpoint.body) as object) : undefined
    for (const id of [castel, delmas]) {
      const { status, body: answer } = await karim.send(endpoint.method as 'POST', addressOf(endpoint.url, id), body)
      expect(told(answer)).toEqual([])
      expect(status, JSON.stringify(answer)).toBeLessThan(500)
      if (id === castel && endpoint.url.includes(':id') && !ofTheHouse.test(name))
        expect(status).toBeGreaterThanOrEqual(400)
    }
    // What the house does on that day it does for every customer, whoever asks for it.
    if (endpoint.url !== '/api/v1/daily-run') expect(await hers()).toBe(before)
  })

  it('counts for nothing: every list, total and badge is the same without it', async () => {
    const lists = readers.flatMap(([, endpoint]) => addressesOf(endpoint, delmas))
    const beside = await answersTo(karim, lists)
    await removeHers()
    const alone = await answersTo(karim, lists)
    for (const address of lists) expect(alone.get(address), address).toEqual(beside.get(address))
  })
})

/** Everything of Castel, in whatever order the keys allow. */
async function removeHers(): Promise<void> {
  for (let left = [...kept]; left.length > 0; ) {
    const refused: string[] = []
    for (const table of left) {
      await database.owner
        .query(
          `delete from quittance.${table} t where organization_id = $1 and (to_jsonb(t) - $2::text[])::text ~ $3`,
          [organization, ofTheHouseToo, `\\m(${numbers.join('|')})\\M`],
        )
        .catch(() => refused.push(table))
    }
    if (refused.length === left.length) throw new Error(`These keep what is hers: ${refused.join(', ')}`)
    left = refused
  }
}
