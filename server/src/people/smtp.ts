import { randomUUID } from 'node:crypto'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import type { SmtpSettings } from '../platform/mail/smtp-settings.ts'
import { testSmtp } from '../platform/mail/test-smtp.ts'
import type { Seal } from '../platform/sealing.ts'
import { recordInJournal } from './journal.ts'
import { forgetSmtp, legalEntityOf, type StoredSmtp, smtpWorked, storedSmtp, storeSmtp } from './legal-entities.ts'

export interface SmtpAsked {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string | null
  /** undefined: the one that is stored. */
  readonly password?: string | undefined
  readonly fromName: string
  readonly fromAddress: string
  readonly replyTo: string | null
}

/** Keeps the mail server of a firm; its password is sealed first. */
export async function setSmtp(db: Db, seal: Seal, legalEntity: number, asked: SmtpAsked): Promise<void> {
  found(await legalEntityOf(db, legalEntity))
  const stored = await storedSmtp(db, legalEntity)
  const password = passwordFor(asked, stored, seal)
  const testedAt = stored && sameServer(asked, stored) && asked.password === undefined ? stored.testedAt : null
  const passwordSealed = password === null ? null : seal.close(password)
  await storeSmtp(db, legalEntity, { ...asked, passwordSealed, testedAt })
  const { host, port, security, username, fromAddress } = asked
  await recordInJournal(db, {
    act: 'changed',
    thing: 'smtp_settings',
    thingId: legalEntity,
    details: { host, port, security, username, fromAddress },
  })
}

/** Messages land in the test outbox again. */
export async function removeSmtp(db: Db, legalEntity: number): Promise<void> {
  found(await legalEntityOf(db, legalEntity))
  if ((await forgetSmtp(db, legalEntity)) === 0) return
  await recordInJournal(db, { act: 'removed', thing: 'smtp_settings', thingId: legalEntity })
}

/** The settings as they would be used, for `trySmtp`; the stored password is taken when none is given. */
export async function settingsToTry(db: Db, seal: Seal, legalEntity: number, asked: SmtpAsked): Promise<SmtpSettings> {
  found(await legalEntityOf(db, legalEntity))
  const password = passwordFor(asked, await storedSmtp(db, legalEntity), seal)
  const { host, port, security, username } = asked
  return {
    host,
    port,
    security,
    login: username && password !== null ? { user: username, password } : null,
    allowClearTextPassword: false,
    trustedCertificate: null,
    clientName: null,
    timeouts: { connectMs: 10_000, silenceMs: 20_000, dialogueMs: 40_000 },
  }
}

export interface TestMessage {
  readonly asked: SmtpAsked
  readonly sendTo: string
  readonly at: Date
  readonly language: Language
}

export interface TestAnswer {
  readonly ok: boolean
  readonly steps: { step: 'connect' | 'secure' | 'authenticate' | 'send'; ok: boolean; sentence: string }[]
}

/** Connects, signs in and sends, outside any transaction: a slow server must not hold one open. */
export async function trySmtp(
  settings: SmtpSettings,
  { asked, sendTo, at, language }: TestMessage,
): Promise<TestAnswer> {
  const { works, steps } = await testSmtp(settings, {
    sender: { name: asked.fromName, address: asked.fromAddress },
    recipient: { name: null, address: sendTo },
    messageId: `<test.${randomUUID()}@${asked.fromAddress.split('@').at(-1)}>`,
    sentAt: at,
    language,
  })
  return { ok: works, steps: steps.map(({ step, done, words }) => ({ step: names[step], ok: done, sentence: words })) }
}

const names = { connect: 'connect', encrypt: 'secure', signIn: 'authenticate', send: 'send' } as const

/** Notes that the stored settings work, when they are the ones that were tried. */
export async function noteSuccess(db: Db, seal: Seal, tried: { legalEntity: number; asked: SmtpAsked; at: Date }) {
  const stored = await storedSmtp(db, tried.legalEntity)
  if (!stored || !sameServer(tried.asked, stored)) return
  const { password } = tried.asked
  if (password !== undefined && (stored.passwordSealed === null || seal.open(stored.passwordSealed) !== password))
    return
  await smtpWorked(db, tried.legalEntity, tried.at.toISOString())
}

const sameServer = (asked: SmtpAsked, stored: StoredSmtp): boolean =>
  asked.host === stored.host &&
  asked.port === stored.port &&
  asked.security === stored.security &&
  asked.username === stored.username

/** A stored password only ever goes to the server and user it was given for. */
function passwordFor(asked: SmtpAsked, stored: StoredSmtp | null, seal: Seal): string | null {
  if (asked.username === null || asked.username === '') return null
  if (asked.password !== undefined) return asked.password
  if (!stored?.passwordSealed || !sameServer(asked, stored)) throw passwordNeeded()
  const password = seal.open(stored.passwordSealed)
  if (password === null) throw passwordLost()
  return password
}

const passwordNeeded = (): AppError =>
  new AppError('passwordNeeded', 400, {
    fr: 'Le serveur ou l’identifiant a changé : saisissez aussi le mot de passe.',
    en: 'The server or the user name has changed: type the password too.',
  })

const passwordLost = (): AppError =>
  new AppError('passwordNeeded', 400, {
    fr: 'Le mot de passe enregistré ne peut plus être lu (la clé de l’installation a changé) : saisissez-le de nouveau.',
    en: 'The stored password can no longer be read (the key of the installation has changed): type it again.',
  })
