import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { as, openDatabase } from './connection.ts'
import { testDatabase } from './testing/test-database.ts'

const { secrets } = inject('testServer')
const database = await testDatabase()

async function refusal(url: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(statement).then(
      () => 'allowed',
      (error: Error) => error.message,
    )
  } finally {
    await client.end()
  }
}

describe('the roles the program works as', () => {
  const app = as(database.ownerUrl, 'quittance_app', secrets.app)
  const auth = as(database.ownerUrl, 'quittance_auth', secrets.auth)
  const jobs = as(database.ownerUrl, 'quittance_jobs', secrets.jobs)

  it('keep business, accounts and jobs apart', async () => {
    expect(await refusal(app, 'create table quittance.mine ()')).toContain('permission denied for schema quittance')
    expect(await refusal(app, 'create table jobs.mine ()')).toContain('permission denied for schema jobs')
    expect(await refusal(app, 'select * from auth."user"')).toContain('permission denied for schema auth')
    expect(await refusal(auth, 'select * from quittance.organization')).toContain(
      'permission denied for schema quittance',
    )
    expect(await refusal(jobs, 'select * from quittance.organization')).toContain(
      'permission denied for schema quittance',
    )
    expect(await refusal(app, 'set role quittance_maintenance')).toContain('permission denied')
  })

  it('let a job be queued within the transaction of the change', async () => {
    expect(await refusal(jobs, 'create table jobs.queue (id bigint)')).toBe('allowed')
    expect(await refusal(app, 'insert into jobs.queue values (1)')).toBe('allowed')
  })

  it('are opened again and again, also by several programs at once', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ owner: database.ownerUrl }, secrets)))
    expect((await opened[0]?.app.query('select current_user::text as role'))?.rows).toEqual([{ role: 'quittance_app' }])
    await Promise.all(opened.map((each) => each.close()))
  })

  it('may not be ones that step over row-level security', async () => {
    await expect(openDatabase({ owner: database.ownerUrl, app: database.ownerUrl }, secrets)).rejects.toThrow(
      'may step over row-level security',
    )
  })

  it('are asked of the operator when the owner may not make them', async () => {
    const strangers = { ...secrets, app: 'another', auth: 'another', jobs: 'another' }
    // Signed in as a role without rights, as on a server where somebody else makes the roles.
    await expect(openDatabase({ owner: jobs }, strangers)).rejects.toThrow('DATABASE_APP_URL')
  })

  it('say where the server is when it does not answer', async () => {
    const nowhere = 'postgres://somebody@127.0.0.1:1/quittance'
    await expect(openDatabase({ owner: nowhere }, secrets)).rejects.toThrow(
      'The database quittance at 127.0.0.1:1 does not let somebody in',
    )
  })
})
