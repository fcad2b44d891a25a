import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { StartRefusal } from './start-refusal.ts'

const schema = z.object({
  /** Superuser of the embedded PostgreSQL. */
  superuser: z.string(),
  /** Owner of the database (migrations) on the embedded PostgreSQL. */
  owner: z.string(),
  app: z.string(),
  auth: z.string(),
  jobs: z.string(),
  /** Signs the session cookies and seals the passwords of mail servers. QUITTANCE_SECRET takes its place. */
  session: z.string(),
})

/** Random words this installation made for itself; whoever reads them is the database's master. */
export type Secrets = z.infer<typeof schema>

const word = () => randomBytes(24).toString('base64url')

/** Reads the secrets, making them (mode 0600) the first time. Two programs starting at once get the same ones. */
export function loadSecrets(file: string, given = process.env.QUITTANCE_SECRET): Secrets {
  if (given && given.length < 32) {
    throw new StartRefusal({
      fr: 'QUITTANCE_SECRET : indiquez au moins 32 caractères tirés au hasard (openssl rand -base64 32).',
      en: 'QUITTANCE_SECRET: say at least 32 characters drawn by chance (openssl rand -base64 32).',
    })
  }
  if (!existsSync(file)) make(file)
  try {
    const kept = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return given ? { ...kept, session: given } : kept
  } catch (error) {
    const reason = (error as Error).message
    throw new StartRefusal({
      fr: `${file} est illisible ou abîmé : remettez-le depuis une copie, ou écartez-le avec la base qui est à côté pour repartir de zéro. (${reason})`,
      en: `${file} cannot be read or is damaged: put it back from a copy, or move it away together with the database beside it to begin anew. (${reason})`,
    })
  }
}

function make(file: string): void {
  const made: Secrets = {
    superuser: word(),
    owner: word(),
    app: word(),
    auth: word(),
    jobs: word(),
    session: word(),
  }
  const draft = `${file}.${process.pid}.${word()}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const [folder, reason] = [dirname(file), (error as Error).message]
    throw new StartRefusal({
      fr: `Le dossier ${folder} est interdit en écriture : donnez-en le droit à cet utilisateur, ou indiquez un autre dossier avec QUITTANCE_DATA. (${reason})`,
      en: `The folder ${folder} cannot be written: give this user the right to, or say another one with QUITTANCE_DATA. (${reason})`,
    })
  }
  try {
    linkSync(draft, file) // fails when another start was quicker: then theirs count
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
