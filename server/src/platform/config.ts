import { join, resolve } from 'node:path'
import { z } from 'zod'
import { StartRefusal } from './start-refusal.ts'

/** The folder of the program: the one with README and package.json. */
export const programFolder = join(import.meta.dirname, '../../..')

const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'say postgres://user:password@host:port/database' })
  .optional()

const schema = z.object({
  PORT: z.coerce.number({ error: 'say a number, for instance 4180' }).int().min(0).max(65535).default(4180),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'say the address people type, https://…' }).optional(),
  QUITTANCE_DATA: z.string().optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_APP_URL: postgresUrl,
  DATABASE_AUTH_URL: postgresUrl,
  DATABASE_JOBS_URL: postgresUrl,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
})

/** What the operator said, checked. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Address in e-mails and cookies, without a slash at its end. */
  readonly publicUrl: string
  /** Absolute. Secrets and logs, and the embedded database when there is no databaseUrls. */
  readonly dataFolder: string
  /** undefined: the embedded PostgreSQL. */
  readonly databaseUrls: { owner: string; app?: string; auth?: string; jobs?: string } | undefined
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error'
}

/** Reads the environment once; an empty variable counts as not said. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { success, data, error } = schema.safeParse(said)
  if (!success) {
    throw new StartRefusal(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`).join('\n'))
  }
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: (data.PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`).replace(/\/$/, ''),
    dataFolder: data.QUITTANCE_DATA ? resolve(data.QUITTANCE_DATA) : join(programFolder, 'data'),
    databaseUrls: data.DATABASE_URL
      ? {
          owner: data.DATABASE_URL,
          ...(data.DATABASE_APP_URL && { app: data.DATABASE_APP_URL }),
          ...(data.DATABASE_AUTH_URL && { auth: data.DATABASE_AUTH_URL }),
          ...(data.DATABASE_JOBS_URL && { jobs: data.DATABASE_JOBS_URL }),
        }
      : undefined,
    logLevel: data.LOG_LEVEL,
  }
}
