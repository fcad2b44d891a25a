import { describe, expect, it } from 'vitest'
import { claire, testApplication, visitor } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

let now = Date.parse('2026-11-23T08:00:00Z')
const database = await testDatabase()
const app = await testApplication({ database, clock: { now: () => now } })
const { password } = claire
const winner = { email: '' }

const signIn = (visits = visitor(app), typed = password, headers = {}) =>
  visits.send('POST', '/api/v1/session', { email: winner.email, password: typed }, headers)

describe('the first visit', () => {
  it('lets exactly one of five who come at once found the organisation', async () => {
    expect((await visitor(app).get('/api/v1/welcome')).body).toEqual({ open: true, organizationName: null })
    const visitors = [1, 2, 3, 4, 5].map((n) => visitor(app, `10.0.0.${n}`))
    const answers = await Promise.all(
      visitors.map((visits, n) => visits.send('POST', '/api/v1/welcome', { ...claire, email: `Claire${n}@x.example` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ error: { code: 'welcomeIsOver' } })
    const { rows } = await database.owner.query(`
      select (select count(*) from organization) as organizations, (select count(*) from person) as people,
             (select count(*) from legal_entity where siren = '552100554' and name = 'Atelier Vauquelin') as firms,
             (select count(*) from auth."user") as accounts,
             (select string_agg(act || ' ' || thing || ' ' || origin, ', ') from journal) as journal`)
    expect(rows).toEqual([{ organizations: 1, people: 1, firms: 1, accounts: 1, journal: 'created organization web' }])
    expect((await visitor(app).get('/api/v1/welcome')).body).toEqual({ open: false, organizationName: null })

    const winning = visitors[answers.findIndex(({ status }) => status === 200)]
    const session = await winning?.get<{ email: string; person: object; organization: object }>('/api/v1/session')
    expect(session?.body).toMatchObject({
      person: { name: 'Claire Morel', role: 'admin', canSignIn: true },
      organization: { name: 'Atelier Vauquelin', language: 'fr', isDemo: false },
      today: '2026-11-23',
      hasSmtp: false,
      badges: { tasks: 0, reminders: 0, payments: 0 },
      checklist: { invoices: false, scenario: false, sender: false, colleague: false, closed: false },
    })
    winner.email = session?.body.email ?? ''
  })

  it('leaves neither account nor organisation when one of them cannot be made', async () => {
    const other = await testDatabase()
    const failing = await testApplication({
      database: other,
      context: {
        onNewOrganization: async () => {
          throw new Error('the scenarios could not be written')
        },
      },
    })
    expect((await visitor(failing).send('POST', '/api/v1/welcome', claire)).status).toBe(500)
    const { rows } = await other.owner.query(
      'select (select count(*) from auth."user") as accounts, (select count(*) from organization) as organizations',
    )
    expect(rows).toEqual([{ accounts: 0, organizations: 0 }])
    expect((await visitor(failing).get('/api/v1/welcome')).body).toEqual({ open: true, organizationName: null })
  })

  it('asks for a SIREN of nine digits, an e-mail and a long password, and names the field', async () => {
    const short = await visitor(app).send('POST', '/api/v1/welcome', { ...claire, password: 'court', email: 'x' })
    expect(short.status).toBe(400)
    expect(short.body).toEqual({
      error: {
        code: 'invalidRequest',
        message: 'email : indiquez une adresse comme nom@exemple.fr.',
        details: {
          fields: [
            { field: 'email', message: 'indiquez une adresse comme nom@exemple.fr' },
            { field: 'password', message: '10 caractères au moins' },
          ],
        },
      },
    })
    const siren = await visitor(app).send(
      'POST',
      '/api/v1/welcome',
      { ...claire, siren: '12' },
      { 'accept-language': 'en' },
    )
    expect(siren.body).toMatchObject({ error: { code: 'invalidSiren', message: expect.stringContaining('9 digits') } })
  })
})

describe('signing in', () => {
  it('takes the e-mail in any case, and nothing but the right password', async () => {
    const visits = visitor(app)
    expect((await signIn(visits, 'une autre phrase')).body).toMatchObject({ error: { code: 'wrongPassword' } })
    expect((await visits.get('/api/v1/session')).status).toBe(401)
    const upper = { email: winner.email.toUpperCase(), password }
    expect((await visits.send('POST', '/api/v1/session', upper)).body).toEqual({ signedIn: true })
    expect((await visits.get('/api/v1/session')).status).toBe(200)
  })

  it('gives a cookie that scripts cannot read and other sites do not send, for 30 days', async () => {
    const { headers } = await signIn()
    expect(String(headers['set-cookie'])).toMatch(
      /quittance\.session_token=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const secure = await testApplication({ database, environment: { PUBLIC_URL: 'https://quittance.example' } })
    const answer = await signIn(visitor(secure))
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-quittance\.session_token=.+; Secure/)
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  })

  it('waits after five wrong tries, also when all come at once, and says how long', async () => {
    const from = visitor(app, '10.1.0.1')
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn(from, 'une autre phrase')))
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(7)
    const refused = await signIn(from)
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toBe('900')
    expect(refused.body).toMatchObject({
      error: {
        code: 'tooManyTries',
        message: 'Trop d’essais avec un mauvais mot de passe. Réessayez dans 15 minutes.',
        details: { retryAfterSeconds: 900 },
      },
    })

    expect((await signIn(visitor(app, '10.1.0.2'))).status).toBe(200)
    now += 15 * 60_000
    expect((await signIn(from)).status).toBe(200)
  })

  it('begins to count anew after a right password', async () => {
    const from = visitor(app, '10.1.0.3')
    for (const typed of ['faux, faux 1', 'faux, faux 2', 'faux, faux 3', 'faux, faux 4', password, 'faux, faux 5']) {
      await signIn(from, typed)
    }
    expect((await signIn(from)).status).toBe(200)
  })

  it('says the same for a wrong password and for somebody unknown', async () => {
    const unknown = await visitor(app).send('POST', '/api/v1/session', { email: 'nobody@x.example', password })
    expect(unknown).toMatchObject({
      status: 401,
      body: (await signIn(visitor(app, '10.1.0.5'), 'faux, faux')).body as object,
    })
  })
})

describe('sessions', () => {
  it('are listed with where they are, and closed one by one', async () => {
    const [here, there] = [visitor(app, '10.2.0.1'), visitor(app, '10.2.0.2')]
    await signIn(here, password, { 'user-agent': 'Firefox' })
    await signIn(there, password, { 'user-agent': 'Safari' })
    type Line = { id: string; current: boolean; ip: string; agent: string }
    const { body } = await here.get<Line[]>('/api/v1/sessions')
    expect(body.find(({ current }) => current)).toMatchObject({ ip: '10.2.0.1', agent: 'Firefox' })
    const other = body.find(({ ip }) => ip === '10.2.0.2')
    expect(other).toMatchObject({ current: false, agent: 'Safari' })

    expect((await here.send('DELETE', `/api/v1/sessions/${other?.id}`)).status).toBe(204)
    expect((await there.get('/api/v1/session')).status).toBe(401)
    expect((await here.get('/api/v1/session')).status).toBe(200)
    expect((await here.send('DELETE', `/api/v1/sessions/${other?.id}`)).status).toBe(404)
  })

  it('end with signing out: the cookie kept aside is worth nothing', async () => {
    const visits = visitor(app)
    const kept = String((await signIn(visits)).headers['set-cookie']).split(';')[0] ?? ''
    expect((await visits.send('DELETE', '/api/v1/session')).status).toBe(204)
    expect((await visits.get('/api/v1/session')).status).toBe(401)
    expect((await visitor(app).get('/api/v1/session', { cookie: kept })).status).toBe(401)
    expect((await visits.send('DELETE', '/api/v1/session')).status).toBe(204)
  })

  it('are worth nothing when one letter of the cookie changed', async () => {
    const kept = decodeURIComponent(String((await signIn()).headers['set-cookie']).split(';')[0] ?? '')
    const forged = kept.replace(/.{6}$/, 'AAAAA=')
    expect((await visitor(app).get('/api/v1/session', { cookie: encodeURI(kept) })).status).toBe(200)
    expect((await visitor(app).get('/api/v1/session', { cookie: encodeURI(forged) })).status).toBe(401)
  })
})
