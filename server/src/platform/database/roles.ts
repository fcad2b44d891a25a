import pg from 'pg'
import type { Secrets } from '../secrets.ts'
import { StartRefusal } from '../start-refusal.ts'
import type { CompleteUrls, DatabaseUrls } from './connection.ts'

interface Roles {
  readonly given: DatabaseUrls
  readonly secrets: Secrets
}

const roles = ['app', 'auth', 'jobs'] as const
type Role = (typeof roles)[number]

/**
 * The three roles the program works as, and the schemas. Roles belong to the whole server, where another program
 * may be doing the same at this moment: what it was quicker at is looked at again.
 */
export async function ensureRoles(owner: pg.Client, urls: CompleteUrls, { given, secrets }: Roles): Promise<void> {
  for (const role of roles) {
    if (!given[role]) await again(() => ensureRole(owner, role, urls[role], secrets))
  }
  await again(() => ensureMaintenance(owner))
  await refuseMaster(urls.app)
  await ensureSchemas(owner)
}

async function ensureRole(owner: pg.Client, role: Role, url: string, secrets: Secrets): Promise<void> {
  const name = `quittance_${role}`
  try {
    if (await loginFailure(url)) await setPassword(owner, name, secrets[role])
    if (role !== 'app') await joinRole(owner, name)
  } catch (error) {
    throw refusalOf(error, name)
  }
  const still = await loginFailure(url)
  if (still) {
    throw new StartRefusal({
      fr: `Le rôle ${name} ne peut pas se connecter à la base. (${still.message})`,
      en: `The role ${name} cannot sign in to the database. (${still.message})`,
    })
  }
}

function refusalOf(error: unknown, name: string): unknown {
  if ((error as pg.DatabaseError).code !== '42501') return error
  return new StartRefusal({
    fr: `L’utilisateur de la base ne peut pas gérer le rôle ${name}. Donnez-lui ce droit (alter role … createrole), ou créez quittance_app, quittance_auth, quittance_jobs (login, aucun autre droit) et quittance_maintenance (sans login), rendez le propriétaire de la base membre des trois derniers, et indiquez DATABASE_APP_URL, DATABASE_AUTH_URL et DATABASE_JOBS_URL.`,
    en: `The database user may not manage the role ${name}. Either give it the right to (alter role … createrole), or create quittance_app, quittance_auth, quittance_jobs (login, no other right) and quittance_maintenance (no login), make the owner of the database a member of the last three, and say DATABASE_APP_URL, DATABASE_AUTH_URL and DATABASE_JOBS_URL.`,
  })
}

async function setPassword(owner: pg.Client, name: string, word: string): Promise<void> {
  const password = pg.escapeLiteral(word)
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name])
  await owner.query(
    rowCount ? `alter role ${name} password ${password}` : `create role ${name} login password ${password}`,
  )
}

/** The owner reads schema auth (backup) and prepares schema jobs: it is a member of both roles. */
async function joinRole(owner: pg.Client, name: string): Promise<void> {
  const { rows } = await owner.query<{ member: boolean }>(`select pg_has_role(current_user, $1, 'usage') as member`, [
    name,
  ])
  if (!rows[0]?.member) await owner.query(`grant ${name} to current_user`)
}

async function loginFailure(url: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error as Error
  } finally {
    await client.end().catch(() => undefined) // a connection that never opened has nothing to close
  }
}

// XX000: "tuple concurrently updated"; the others: the role appeared between our look and our act.
const raced = new Set(['XX000', '42710', '23505'])

async function again(act: () => Promise<void>, tries = 5): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (tries === 0 || !raced.has((error as pg.DatabaseError).code ?? '')) throw error
    await again(act, tries - 1)
  }
}

/**
 * Row-level security is forced on the owner too; through this role, which nobody signs in as and which the policies
 * let see everything, backup, restore and migrations reach every row.
 */
async function ensureMaintenance(owner: pg.Client): Promise<void> {
  try {
    const { rowCount } = await owner.query(`select from pg_roles where rolname = 'quittance_maintenance'`)
    if (!rowCount) await owner.query('create role quittance_maintenance nologin')
    await joinRole(owner, 'quittance_maintenance')
  } catch (error) {
    throw refusalOf(error, 'quittance_maintenance')
  }
}

/** Row-level security is only worth something when the program cannot step over it. */
async function refuseMaster(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ role: string; master: boolean; member: boolean }>(`
      select current_user as role,
             rolsuper or rolbypassrls or exists (
               select from pg_class where relowner = pg_roles.oid and relnamespace = to_regnamespace('quittance')
             ) as master,
             pg_has_role(current_user, 'quittance_app', 'usage') as member
      from pg_roles where rolname = current_user`)
    const [app] = rows
    if (app?.master) {
      throw new StartRefusal({
        fr: `L’utilisateur de la base ${app.role} peut passer outre la sécurité par ligne : donnez à DATABASE_APP_URL un utilisateur qui n’est ni superutilisateur ni propriétaire des tables.`,
        en: `The database user ${app.role} may step over row-level security: give DATABASE_APP_URL a user that is neither superuser nor owner of the tables.`,
      })
    }
    if (!app?.member) {
      throw new StartRefusal({
        fr: `L’utilisateur de la base ${app?.role} doit être membre du rôle quittance_app.`,
        en: `The database user ${app?.role} must be a member of the role quittance_app.`,
      })
    }
  } finally {
    await client.end()
  }
}

async function ensureSchemas(owner: pg.ClientBase): Promise<void> {
  const { rowCount } = await owner.query(
    `select from pg_namespace where nspname in ('quittance', 'platform', 'auth', 'jobs')`,
  )
  if (rowCount === 4) return
  await owner.query(`
    begin;
    select pg_advisory_xact_lock(hashtext('quittance schemas'));
    create schema if not exists platform;
    create schema if not exists quittance;
    create schema if not exists auth authorization quittance_auth;
    create schema if not exists jobs authorization quittance_jobs;
    grant usage on schema quittance to quittance_app;
    grant usage on schema jobs to quittance_app;
    alter default privileges for role quittance_jobs in schema jobs
      grant select, insert, update, delete on tables to quittance_app;
    commit`)
}

/** Empties the database of all it was made of, accounts included; only for one that holds nothing. */
export async function remakeSchemas(owner: pg.ClientBase): Promise<void> {
  await owner.query('drop schema quittance, auth cascade; delete from platform.migration')
  await ensureSchemas(owner)
}
