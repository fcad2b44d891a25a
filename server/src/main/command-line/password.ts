import { recordNewPassword } from '../../people/own-password.ts'
import { membershipsOf, personOf } from '../../people/queries.ts'
import { type Scope, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { forgetTries } from '../../platform/sessions/count-tries.ts'
import { openSessions } from '../../platform/sessions/open-sessions.ts'
import { type Commanded, CommandRefusal, type ExitCode } from './command.ts'
import { everyOrganization } from './organizations.ts'
import { shown } from './remind.ts'

interface Account {
  readonly id: string
  readonly email: string
  readonly sessions: number
}

/** A new password for somebody who has lost theirs: who may run the program on this machine may give one. */
export async function passwordCommand(given: Commanded): Promise<ExitCode> {
  const { terminal, asked, database } = given
  const { words } = terminal
  const account = await accountOf(given, asked.what?.trim() ?? '')
  const password = await terminal.askSecret()
  if (password.length < 10 || password.length > 200) throw new CommandRefusal(words.passwordLength)
  const organizations = await givePassword(given, account, password)
  await forgetTries(database.auth, account.email)
  const { email, sessions: closedSessions } = account
  if (asked.json) await terminal.line(JSON.stringify({ command: 'password', email, organizations, closedSessions }))
  else await terminal.line(words.passwordChanged(email, closedSessions))
  if (organizations.length === 0) terminal.remark(words.accessClosed(email))
  return organizations.length === 0 ? 1 : 0
}

async function accountOf({ database, terminal }: Commanded, email: string): Promise<Account> {
  const { rows } = await database.auth.query<Account>(
    `select id, email, (select count(*)::int from session s where s."userId" = u.id) as sessions
     from "user" u order by email`,
  )
  const account = rows.find((one) => one.email === email.toLowerCase())
  if (account) return account
  const known = rows.map((one) => `  ${one.email}`).join('\n') || '  —'
  throw new CommandRefusal(`${terminal.words.noAccount(email)}\n${known}`)
}

/** Changes it and closes every session; in the journal of each organisation the person is active in. */
async function givePassword(given: Commanded, { id }: Account, password: string) {
  const { database, secrets, clock, config } = given
  const { publicUrl } = config
  const sessions = openSessions({ pool: database.auth, secret: secrets.session, publicUrl, clock })
  const memberships = await membershipsOf(database.app, id)
  const scope: Scope = { organization: null, person: null, rights: 'all', origin: 'commandLine' }
  await transaction(database.app, scope, async (db) => {
    await sessions.changePassword(db, id, password)
    for (const { organization, person } of memberships) {
      await db.run(sql`select set_config('app.organization', ${String(organization)}, true)`)
      await recordNewPassword(db, { id: person, name: (await personOf(db, person))?.name ?? '' })
    }
  })
  const names = await everyOrganization(given)
  return names.filter((one) => memberships.some(({ organization }) => organization === one.id)).map(shown)
}
