import { delimiter, isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Sentence } from './http/app-error.ts'
import { StartRefusal } from './start-refusal.ts'

/** The folder of the program: the one with README and package.json. */
export const programFolder = join(import.meta.dirname, '../../..')

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ }).optional()

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4180),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  QUITTANCE_DATA: z.string().optional(),
  QUITTANCE_WATCH_FOLDERS: z
    .string()
    .transform(watchFoldersIn)
    .refine((folders) => folders.every(({ folder }) => isAbsolute(folder)))
    .default([]),
  DATABASE_URL: postgresUrl,
  DATABASE_APP_URL: postgresUrl,
  DATABASE_AUTH_URL: postgresUrl,
  DATABASE_JOBS_URL: postgresUrl,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
})

const server: Sentence = {
  fr: 'indiquez postgres://utilisateur:mot-de-passe@serveur:port/base',
  en: 'say postgres://user:password@host:port/database',
}

const expected = {
  PORT: { fr: 'indiquez un nombre, par exemple 4180', en: 'say a number, for instance 4180' },
  HOST: {
    fr: 'indiquez l’adresse d’écoute, par exemple 127.0.0.1',
    en: 'say the address to listen on, for instance 127.0.0.1',
  },
  PUBLIC_URL: { fr: 'indiquez l’adresse que les gens tapent, https://…', en: 'say the address people type, https://…' },
  QUITTANCE_DATA: { fr: 'indiquez un dossier', en: 'say a folder' },
  QUITTANCE_WATCH_FOLDERS: {
    fr: `indiquez des chemins complets, séparés par « ${delimiter} », par exemple /srv/exports`,
    en: `say full paths, apart by “${delimiter}”, for instance /srv/exports`,
  },
  DATABASE_URL: server,
  DATABASE_APP_URL: server,
  DATABASE_AUTH_URL: server,
  DATABASE_JOBS_URL: server,
  LOG_LEVEL: { fr: 'indiquez trace, debug, info, warn ou error', en: 'say trace, debug, info, warn or error' },
} as const satisfies Readonly<Record<keyof z.input<typeof schema>, Sentence>>

const wrongVariables = (names: readonly (keyof typeof expected)[]): Sentence => ({
  fr: names.map((name) => `${name} : ${expected[name].fr}.`).join('\n'),
  en: names.map((name) => `${name}: ${expected[name].en}.`).join('\n'),
})

/** A folder under which files may be fetched, by one organisation where its number is said: `/srv/exports`, `3=/srv/exports`. */
export interface WatchFolder {
  readonly organization: number | null
  readonly folder: string
}

function watchFoldersIn(said: string): WatchFolder[] {
  const parts = said.split(delimiter).map((one) => one.trim())
  return parts
    .filter((one) => one !== '')
    .map((one) => {
      const [, number, folder] = /^(\d+)=(.*)$/.exec(one) ?? []
      return { organization: number ? Number(number) : null, folder: folder ?? one }
    })
}

/** What the operator said, checked. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Address in e-mails and cookies, without a slash at its end. */
  readonly publicUrl: string
  /** Absolute. Secrets and logs, and the embedded database when there is no databaseUrls. */
  readonly dataFolder: string
  /** Under which folders of this machine files may be fetched, beside the inbox of the data folder. */
  readonly watchFolders: readonly WatchFolder[]
  /** undefined: the embedded PostgreSQL. */
  readonly databaseUrls: { owner: string; app?: string; auth?: string; jobs?: string } | undefined
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error'
}

/** `http://…`, with the brackets an IPv6 address needs. */
export const addressAt = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Reads the environment once; an empty variable counts as not said. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { success, data, error } = schema.safeParse(said)
  if (!success) {
    throw new StartRefusal(wrongVariables(error.issues.map((issue) => issue.path.join('.') as keyof typeof expected)))
  }
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: (data.PUBLIC_URL ?? addressAt(data.HOST, data.PORT)).replace(/\/$/, ''),
    dataFolder: data.QUITTANCE_DATA ? resolve(data.QUITTANCE_DATA) : join(programFolder, 'data'),
    watchFolders: data.QUITTANCE_WATCH_FOLDERS,
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
