import { describe, expect, it } from 'vitest'
import { claire, testApplication, visitor } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

const database = await testDatabase()
const app = await testApplication({ database })

/** As the command line leaves it: an example first, then a firm with an invoice's customer, nobody who signs in. */
const { rows } = await database.owner.query<{ id: number; example: number }>(`
  with example as (select found_organization('Exemple', true) as id), own as (select found_organization('Vauquelin', false) as id)
  select own.id, example.id as example from example, own`)
const made = rows[0] ?? { id: 0, example: 0 }
await database.owner.query(`
  insert into person (organization_id, name, email, role) values (${made.example}, 'Claire', 'c@x.example', 'admin');
  insert into legal_entity (organization_id, name) values (${made.id}, 'Vauquelin');
  insert into customer (organization_id, code, name) values (${made.id}, 'CASTEL', 'Castel')`)

describe('an organisation founded on the command line', () => {
  it('is offered to the first visit by its name', async () => {
    expect((await visitor(app).get('/api/v1/welcome')).body).toEqual({ open: true, organizationName: 'Vauquelin' })
  })

  it('is taken over by the first account, with the name it says; there is no second one', async () => {
    const visits = visitor(app)
    expect((await visits.send('POST', '/api/v1/welcome', claire)).status).toBe(200)
    const { body } = await visits.get<{ organization: object; legalEntities: object[]; organizations: object[] }>(
      '/api/v1/session',
    )
    expect(body).toMatchObject({
      person: { name: claire.personName, role: 'admin', canSignIn: true },
      organization: { id: made.id, name: 'Atelier Vauquelin', isDemo: false },
      legalEntities: [{ name: 'Atelier Vauquelin' }],
    })
    expect(body.organizations).toHaveLength(2)
    expect(body.organizations).toContainEqual({ id: made.example, name: 'Exemple', isDemo: true })
    expect((await visits.get<{ rows: object[] }>('/api/v1/customers?view=all')).body.rows).toMatchObject([
      { name: 'Castel' },
    ])
    const { rows: left } = await database.owner.query(`
      select (select count(*) from organization) as organizations, (select siren from legal_entity) as siren,
        (select string_agg(act || ' ' || thing, ', ' order by id) from journal) as journal`)
    expect(left).toEqual([{ organizations: 2, siren: '552100554', journal: 'created person, changed organization' }])
    expect((await visitor(app).get('/api/v1/welcome')).body).toEqual({ open: false, organizationName: null })
  })
})
