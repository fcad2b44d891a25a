import { describe, expect, it } from 'vitest'
import { claire, founder, testApplication, type Visitor, visitor } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../platform/mail/testing/start-test-smtp.ts'

const database = await testDatabase()
let demo = 0
const app = await testApplication({
  database,
  context: { demo: { start: async () => demo, remove: async () => undefined } },
})
const boss = await founder(app)

type Person = { id: number; name: string; role: string; canSignIn: boolean; signature: string | null }
type Refused = { error: { code: string; message: string } }
let serial = 0

/** A colleague who has signed in. */
async function colleague(role: string): Promise<{ visits: Visitor; person: Person; email: string }> {
  serial += 1
  const email = `${role}${serial}@vauquelin.example`
  const body = { name: `Karim ${serial}`, email, role, password: claire.password }
  const { body: person } = await boss.send<Person>('POST', '/api/v1/people', body)
  const visits = visitor(app, `10.0.1.${serial}`)
  await visits.send('POST', '/api/v1/session', { email, password: claire.password })
  return { visits, person, email }
}

const change = (id: number, body: object, visits = boss) =>
  visits.send<Person & Refused>('PATCH', `/api/v1/people/${id}`, body)
const codeOf = ({ status, body }: { status: number; body: Partial<Refused> }) => [status, body.error?.code]

describe('colleagues', () => {
  it('sign in with the password an administrator gave them, once an e-mail each', async () => {
    const { visits, person, email } = await colleague('sales')
    expect(person).toMatchObject({ role: 'sales', canSignIn: true, isActive: true })
    expect((await visits.get('/api/v1/session')).body).toMatchObject({
      email,
      organization: { name: claire.organizationName },
    })
    const again = { name: 'Other', email: email.toUpperCase(), role: 'sales' }
    expect(codeOf(await boss.send('POST', '/api/v1/people', again))).toEqual([409, 'personExists'])
    const taken = { ...again, password: claire.password }
    expect(codeOf(await boss.send('POST', '/api/v1/people', taken))).toEqual([409, 'emailTaken'])
  })

  it('without a password are only names, until they are given one', async () => {
    const body = { name: 'Sophie', email: 'sophie@vauquelin.example', role: 'director' }
    const { body: sophie } = await boss.send<Person>('POST', '/api/v1/people', body)
    expect(sophie.canSignIn).toBe(false)
    expect((await change(sophie.id, { password: claire.password })).body).toMatchObject({ canSignIn: true })
    const visits = visitor(app, '10.0.2.1')
    expect(
      (await visits.send('POST', '/api/v1/session', { email: body.email, password: claire.password })).status,
    ).toBe(200)
  })

  it('lose their sessions with a new password, and their access when they leave', async () => {
    const { visits, person, email } = await colleague('accountant')
    const signIn = (password: string) => visits.send<Refused>('POST', '/api/v1/session', { email, password })
    expect((await change(person.id, { password: 'une toute autre phrase' })).status).toBe(200)
    expect((await visits.get('/api/v1/session')).status).toBe(401)
    expect((await signIn(claire.password)).status).toBe(401)
    expect((await signIn('une toute autre phrase')).status).toBe(200)

    expect((await change(person.id, { isActive: false })).body).toMatchObject({ isActive: false })
    expect((await visits.get('/api/v1/session')).status).toBe(401)
    expect(codeOf(await signIn('une toute autre phrase'))).toEqual([403, 'accessClosed'])
    await change(person.id, { isActive: true })
    expect((await visits.get('/api/v1/session')).status).toBe(401)
    expect((await signIn('une toute autre phrase')).status).toBe(200)
  })

  it('always keep one administrator who can sign in', async () => {
    const { body: me } = await boss.get<{ person: Person }>('/api/v1/session')
    expect(codeOf(await change(me.person.id, { role: 'sales' }))).toEqual([409, 'lastAdministrator'])
    expect(codeOf(await change(me.person.id, { isActive: false }))).toEqual([409, 'lastAdministrator'])
    const { person, visits } = await colleague('admin')
    const both = await Promise.all([
      change(me.person.id, { role: 'sales' }, visits),
      change(person.id, { role: 'sales' }, boss),
    ])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    const still = both[0]?.status === 200 ? visits : boss
    await change(me.person.id, { role: 'admin' }, still)
    await change(person.id, { role: 'admin' }, still)
  })

  it('change their own name and signature, and nothing else of theirs or of others', async () => {
    const { visits, person } = await colleague('readonly')
    const { person: other } = await colleague('sales')
    expect((await change(person.id, { signature: 'Karim\n01 02' }, visits)).body).toMatchObject({
      signature: 'Karim\n01 02',
    })
    expect(codeOf(await change(person.id, { role: 'admin' }, visits))).toEqual([403, 'notYours'])
    expect(codeOf(await change(person.id, { password: claire.password }, visits))).toEqual([403, 'notYours'])
    expect(codeOf(await change(other.id, { name: 'X' }, visits))).toEqual([403, 'notYours'])
  })

  it('do not become administrators by a director’s hand', async () => {
    const { visits, person } = await colleague('director')
    expect(codeOf(await change(person.id, { role: 'admin' }, visits))).toEqual([403, 'notYours'])
    const { body: me } = await boss.get<{ person: Person }>('/api/v1/session')
    expect(codeOf(await change(me.person.id, { password: claire.password }, visits))).toEqual([403, 'notYours'])
    const admin = { name: 'X', email: 'x@vauquelin.example', role: 'admin', password: claire.password }
    expect(codeOf(await visits.send('POST', '/api/v1/people', admin))).toEqual([403, 'notYours'])
    expect((await visits.send('POST', '/api/v1/people', { ...admin, role: 'sales' })).status).toBe(200)
  })
})

describe('settings', () => {
  it('are changed by administrators and directors, and only the fields given', async () => {
    const { visits: sales } = await colleague('sales')
    const changes = { departureMinute: 615, automaticSending: true }
    expect(codeOf(await sales.send('PATCH', '/api/v1/organization', changes))).toEqual([403, 'notYours'])
    const { body } = await boss.send('PATCH', '/api/v1/organization', changes)
    expect(body).toMatchObject({ ...changes, sendingFromMinute: 510, name: claire.organizationName })
    const { body: lines } =
      await boss.get<{ act: string; thing: string; person: string; details: object }[]>('/api/v1/journal')
    expect(lines[0]).toMatchObject({
      person: claire.personName,
      origin: 'web',
      act: 'changed',
      thing: 'organization',
      details: { departureMinute: { from: 600, to: 615 }, automaticSending: { from: false, to: true } },
    })
  })

  it('refuse hours that do not follow one another, and a time zone that does not exist', async () => {
    const ask = (body: object) => boss.send<Refused>('PATCH', '/api/v1/organization', body).then(codeOf)
    expect(await ask({ sendingFromMinute: 1100 })).toEqual([400, 'sendingHours'])
    expect(await ask({ departureMinute: 300 })).toEqual([400, 'sendingHours'])
    expect(await ask({ timeZone: 'Europe/Lyon' })).toEqual([400, 'unknownTimeZone'])
  })

  it('say which day it is in the organisation’s own time zone', async () => {
    const late = await testApplication({ database, clock: { now: () => Date.parse('2026-11-23T23:30:00Z') } })
    const visits = visitor(late, '10.0.3.1')
    await visits.send('POST', '/api/v1/session', claire)
    const today = async () => (await visits.get('/api/v1/session')).body.today
    expect(await today()).toBe('2026-11-24')
    await visits.send('PATCH', '/api/v1/organization', { timeZone: 'America/Guadeloupe' })
    expect(await today()).toBe('2026-11-23')
    await visits.send('PATCH', '/api/v1/organization', { timeZone: 'Europe/Paris' })
  })

  it('keep SIREN and IBAN without spaces, and refuse a mistyped one', async () => {
    const { body: firms } = await boss.get<{ id: number; siren: string }[]>('/api/v1/legal-entities')
    const [firm] = firms
    expect(firm?.siren).toBe('552100554')
    const ask = (body: object) => boss.send<Refused>('PATCH', `/api/v1/legal-entities/${firm?.id}`, body)
    expect((await ask({ iban: 'FR76 3000 6000 0112 3456 7890 189' })).body).toMatchObject({
      iban: 'FR7630006000011234567890189',
    })
    expect(codeOf(await ask({ iban: 'FR76 3000 6000 0112 3456 7890 188' }))).toEqual([400, 'invalidIban'])
    expect(codeOf(await ask({ siren: '12345' }))).toEqual([400, 'invalidSiren'])
    expect(codeOf(await ask({ siren: '552 100 545' }))).toEqual([400, 'invalidSiren'])
    expect((await ask({ lateInterestRate: 1215, iban: '' })).body).toMatchObject({ lateInterestRate: 1215, iban: null })
  })

  it('tick the list of the first days', async () => {
    expect((await boss.send('PATCH', '/api/v1/organization/checklist', { scenario: true })).status).toBe(204)
    expect((await boss.get('/api/v1/session')).body).toMatchObject({
      checklist: { scenario: true, closed: false, colleague: true, sender: false },
    })
  })
})

describe('the mail server', () => {
  it('is tried for real, kept sealed, and its password goes nowhere else', async () => {
    const smtp = await startTestSmtp({ login: { user: 'claire', password: 'mot secret' } })
    const { body: firms } = await boss.get<{ id: number }[]>('/api/v1/legal-entities')
    const url = `/api/v1/legal-entities/${firms[0]?.id}/smtp`
    const { visits: accountant } = await colleague('accountant')
    const settings = {
      host: '127.0.0.1',
      port: smtp.port,
      security: 'none',
      username: 'claire',
      fromName: 'Atelier Vauquelin',
      fromAddress: 'compta@vauquelin.example',
      replyTo: null,
    }
    const attempt = (body: object) =>
      accountant.send<{ ok: boolean; steps: object[] } & Refused>('POST', `${url}/test`, {
        sendTo: 'me@x.example',
        ...body,
      })
    try {
      expect(codeOf(await attempt(settings))).toEqual([400, 'passwordNeeded'])
      expect((await attempt({ ...settings, password: 'faux' })).body).toMatchObject({
        ok: false,
        steps: [
          { step: 'connect', ok: true },
          { step: 'authenticate', ok: false },
        ],
      })
      const stored = await accountant.send('PUT', url, { ...settings, password: 'mot secret' })
      expect(stored.body).toMatchObject({ smtp: { host: '127.0.0.1', hasPassword: true, testedAt: null } })
      const { rows } = await database.owner.query('select password_sealed as sealed from smtp_settings')
      expect(rows[0].sealed).toMatch(/^v1\./)
      expect(rows[0].sealed).not.toContain('secret')

      const worked = await attempt(settings)
      expect(worked.body).toMatchObject({ ok: true })
      expect(smtp.received).toHaveLength(1)
      expect(smtp.received[0]).toMatchObject({ to: ['me@x.example'], signedInAs: 'claire' })
      const { body } = await boss.get<{ smtp: object }[]>('/api/v1/legal-entities')
      expect(body[0]?.smtp).toMatchObject({ testedAt: expect.stringContaining('2026-11-23') })

      const elsewhere = { ...settings, host: 'localhost' }
      expect(codeOf(await attempt(elsewhere))).toEqual([400, 'passwordNeeded'])
      expect(codeOf(await boss.send<Refused>('PUT', url, elsewhere))).toEqual([400, 'passwordNeeded'])
      expect((await boss.get('/api/v1/session')).body).toMatchObject({ hasSmtp: true })
      expect((await accountant.send('DELETE', url)).status).toBe(204)
      expect((await boss.get('/api/v1/session')).body).toMatchObject({ hasSmtp: false })
      const { rows: journal } = await database.owner.query(
        `select details::text from journal where thing = 'smtp_settings'`,
      )
      expect(JSON.stringify(journal)).not.toContain('secret')
    } finally {
      await smtp.stop()
    }
  })
})

describe('a second organisation of the same account', () => {
  it('is worked in alone, and left again', async () => {
    const { rows } = await database.owner.query<{ id: number }>(`
      with made as (select found_organization('Exemple', true) as id)
      insert into person (organization_id, name, email, role, auth_user)
      select made.id, 'Claire', 'claire@x.example', 'admin', p.auth_user
      from made, person p where p.email = '${claire.email}' returning organization_id as id`)
    demo = rows[0]?.id ?? 0
    const here = async () => (await boss.get<{ organization: { id: number; isDemo: boolean } }>('/api/v1/session')).body
    const own = (await here()).organization.id
    expect((await here()).organization.isDemo).toBe(false)

    expect((await boss.send('POST', '/api/v1/demo')).body).toEqual({ organizationId: demo })
    expect(await here()).toMatchObject({
      organization: { id: demo, name: 'Exemple', isDemo: true },
      organizations: [
        { id: own, isDemo: false },
        { id: demo, isDemo: true },
      ],
    })
    expect((await boss.get<Person[]>('/api/v1/people')).body).toHaveLength(1)

    expect((await boss.send('PUT', '/api/v1/session/organization', { organizationId: own })).status).toBe(204)
    expect((await here()).organization.id).toBe(own)
    const { visits } = await colleague('sales')
    expect((await visits.send('PUT', '/api/v1/session/organization', { organizationId: demo })).status).toBe(404)
  })
})
