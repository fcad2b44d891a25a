import { nameKey } from '@quittance/core/imports/customer-name.ts'
import type { JournalAct } from '@quittance/core/people/journal-acts.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { customerName } from '../queries.ts'

interface Looked {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly siren: string | null
  readonly vatNumber: string | null
}

type By = 'siren' | 'vatNumber' | 'name'

interface Pair {
  readonly by: By
  readonly customers: Pick<Looked, 'id' | 'code' | 'name' | 'siren'>[]
}

/** Pairs shown at once: who merges them sees the next ones. */
const mostShown = 20

/** Names are compared up to that many customers; beyond, SIREN and VAT numbers only. */
const mostNamed = 50_000

/** Pairs that look like one customer and of whom nobody has said that they are not, the surest first. */
export async function doublesIn(db: Db): Promise<{ pairs: Pair[]; count: number }> {
  const said = new Set(
    (
      await db.rows<{ pair: string }>(sql`
        select customer_id || '/' || other_id as pair from not_double where organization_id = current_organization()`)
    ).map(({ pair }) => pair),
  )
  const groups = [
    ...(await sameNumbers(db, 'siren')),
    ...(await sameNumbers(db, 'vatNumber')),
    ...(await sameNames(db)),
  ]
  const pairs = new Map<string, Pair>()
  for (const { by, customers } of groups) {
    const [first, ...others] = customers
    for (const other of others) {
      const key = `${first?.id}/${other.id}`
      if (!first || said.has(key) || pairs.has(key)) continue
      pairs.set(key, { by, customers: [first, other].map(({ id, code, name, siren }) => ({ id, code, name, siren })) })
    }
  }
  return { pairs: [...pairs.values()].slice(0, mostShown), count: pairs.size }
}

interface Group {
  readonly by: By
  /** In the order of their ids. */
  readonly customers: readonly Looked[]
}

async function sameNumbers(db: Db, by: 'siren' | 'vatNumber'): Promise<Group[]> {
  const number = by === 'siren' ? sql`c.siren` : sql`upper(regexp_replace(c.vat_number, '[^0-9A-Za-z]', '', 'g'))`
  const rows = await db.rows<{ customers: Looked[] }>(sql`
    select json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'siren', c.siren) order by c.id) as customers
    from customer c
    where c.organization_id = current_organization() and ${number} <> ''
    group by ${number} having count(*) between 2 and 50
    order by min(c.id)`)
  return rows.map(({ customers }) => ({ by, customers }))
}

/** Two that have different SIRENs are two firms of one name. */
async function sameNames(db: Db): Promise<Group[]> {
  const byName = new Map<string, Looked[]>()
  let looked = 0
  const all = sql`
    select id, code, name, siren, vat_number as "vatNumber" from customer
    where organization_id = current_organization() order by id limit ${mostNamed + 1}`
  for await (const batch of db.stream<Looked>(all, 5000)) {
    looked += batch.length
    for (const customer of batch) {
      const key = nameKey(customer.name)
      const some = byName.get(key)
      if (some) some.push(customer)
      else byName.set(key, [customer])
    }
  }
  if (looked > mostNamed) return []
  byName.delete('')
  return [...byName.values()]
    .map(([first, ...others]) => [first, ...others.filter((other) => !areTwoFirms(first, other))])
    .map((group) => group.filter((one) => one !== undefined))
    .filter((group) => group.length > 1)
    .map((customers) => ({ by: 'name', customers }))
}

const areTwoFirms = (a: Looked | undefined, b: Looked): boolean =>
  Boolean(a?.siren && b.siren && a.siren !== b.siren) ||
  Boolean(a?.vatNumber && b.vatNumber && a.vatNumber !== b.vatNumber)

interface Two {
  readonly first: number
  readonly second: number
}

export async function sayNotDouble(db: Db, { first, second }: Two): Promise<void> {
  const said = await db.run(sql`
    insert into not_double (organization_id, customer_id, other_id, said_by)
    values (current_organization(), ${first}, ${second}, current_person()) on conflict do nothing`)
  if (said > 0) await journal(db, 'saidNotDouble', { first, second })
}

export async function takeNotDoubleBack(db: Db, { first, second }: Two): Promise<void> {
  const taken = await db.run(sql`
    delete from not_double
    where organization_id = current_organization() and customer_id = ${first} and other_id = ${second}`)
  if (taken > 0) await journal(db, 'saidMayBeDouble', { first, second })
}

async function journal(db: Db, act: JournalAct, { first, second }: Two): Promise<void> {
  for (const [customerId, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const details = { other, otherName: (await customerName(db, other))?.name }
    await recordInJournal(db, { act, thing: 'customer', thingId: customerId, customerId, details })
  }
}
