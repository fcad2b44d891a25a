import { describe, expect, it } from 'vitest'
import { claire, founder, testApplication, visitor } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const boss = await founder(app)

const karim = { email: 'karim@vauquelin.example', password: claire.password }
await boss.send('POST', '/api/v1/people', { name: 'Karim', role: 'readonly', ...karim })

const signIn = async (password: string, from: string) => {
  const visits = visitor(app, from)
  const { status } = await visits.send('POST', '/api/v1/session', { email: karim.email, password })
  return { visits, status }
}

describe('one’s own password', () => {
  it('is changed by anybody who knows the one in force, and closes the sessions elsewhere', async () => {
    const [here, there] = [await signIn(karim.password, '10.3.0.1'), await signIn(karim.password, '10.3.0.2')]
    const change = (current: string, password: string) =>
      here.visits.send('PUT', '/api/v1/session/password', { current, password })

    expect(await change('ce n’est pas lui', 'une toute autre phrase')).toMatchObject({
      status: 422,
      body: { error: { code: 'wrongCurrentPassword' } },
    })
    expect((await change(karim.password, 'court')).status).toBe(400)
    expect((await there.visits.get('/api/v1/session')).status).toBe(200)

    expect((await change(karim.password, 'une toute autre phrase')).status).toBe(204)
    expect((await here.visits.get('/api/v1/session')).status).toBe(200)
    expect((await there.visits.get('/api/v1/session')).status).toBe(401)
    expect((await signIn(karim.password, '10.3.0.3')).status).toBe(401)
    expect((await signIn('une toute autre phrase', '10.3.0.4')).status).toBe(200)

    const { rows } = await database.owner.query(
      `select act, details, ip::text from journal where act like 'person.%' order by id`,
    )
    expect(rows).toEqual([{ act: 'person.newPassword', details: { name: 'Karim' }, ip: '10.3.0.1/32' }])
  })

  it('is not guessed from an open screen: after five wrong tries one waits', async () => {
    const { visits } = await signIn('une toute autre phrase', '10.3.0.5')
    const guess = () =>
      visits.send('PUT', '/api/v1/session/password', { current: 'faux, faux', password: 'y'.repeat(12) })
    const tries: number[] = []
    for (let n = 0; n < 6; n++) tries.push((await guess()).status)
    expect(tries).toEqual([422, 422, 422, 422, 422, 429])
  })
})

describe('somebody of two organisations', () => {
  it('comes back to the one they left, on whatever machine they sign in', async () => {
    const { rows } = await database.owner.query<{ id: number }>(`
      with made as (select found_organization('Exemple', true) as id)
      insert into person (organization_id, name, email, role, auth_user)
      select made.id, 'Claire', 'claire@x.example', 'admin', p.auth_user
      from made, person p where p.email = '${claire.email}' returning organization_id as id`)
    const example = rows[0]?.id
    const where = async (visits = boss) =>
      (await visits.get<{ organization: { id: number } }>('/api/v1/session')).body.organization.id
    expect(await where()).not.toBe(example)
    await boss.send('PUT', '/api/v1/session/organization', { organizationId: example })

    const elsewhere = visitor(app, '10.3.0.6')
    await elsewhere.send('POST', '/api/v1/session', { email: claire.email, password: claire.password })
    expect(await where(elsewhere)).toBe(example)

    await database.owner.query('update person set is_active = false where organization_id = $1', [example])
    expect(await where(elsewhere)).not.toBe(example)
  })
})
