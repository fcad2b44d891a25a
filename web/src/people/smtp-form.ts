import type { LegalEntity, SmtpAsked } from './api.ts'
import { isEmailLike } from './email-like.ts'

export type Security = SmtpAsked['security']

/** The form of a mail server, as typed. */
export interface SmtpForm {
  readonly host: string
  readonly port: string
  readonly security: Security
  readonly username: string
  /** Empty keeps the one that is stored. */
  readonly password: string
  readonly fromName: string
  readonly fromAddress: string
  readonly replyTo: string
}

/** What is stored, else what most providers ask for, with the firm's name and this person's address. */
export function smtpFormOf(
  { smtp, name, email }: Pick<LegalEntity, 'smtp' | 'name' | 'email'>,
  mine: string,
): SmtpForm {
  return {
    host: smtp?.host ?? '',
    port: String(smtp?.port ?? 587),
    security: smtp?.security ?? 'starttls',
    username: smtp?.username ?? '',
    password: '',
    fromName: smtp?.fromName ?? name,
    fromAddress: smtp?.fromAddress ?? email ?? mine,
    replyTo: smtp?.replyTo ?? '',
  }
}

const usualPorts: Readonly<Record<Security, string>> = { tls: '465', starttls: '587', none: '25' }

/** The usual port goes with the security, unless another one was typed. */
export const withSecurity = (form: SmtpForm, security: Security): SmtpForm => ({
  ...form,
  security,
  port: form.port === '' || Object.values(usualPorts).includes(form.port) ? usualPorts[security] : form.port,
})

export type SmtpFormField = 'host' | 'port' | 'fromName' | 'fromAddress' | 'replyTo'

/** The fields that cannot be right. */
export function wrongSmtpFields(form: SmtpForm): readonly SmtpFormField[] {
  const port = Number(form.port)
  const isRight: Readonly<Record<SmtpFormField, boolean>> = {
    host: /^\S+$/.test(form.host.trim()),
    port: Number.isInteger(port) && port >= 1 && port <= 65535,
    fromName: form.fromName.trim() !== '',
    fromAddress: isEmailLike(form.fromAddress),
    replyTo: form.replyTo.trim() === '' || isEmailLike(form.replyTo),
  }
  return (Object.keys(isRight) as SmtpFormField[]).filter((field) => !isRight[field])
}

/** As the server takes it. */
export function smtpAskedBy(form: SmtpForm): SmtpAsked {
  const textOrNull = (text: string): string | null => text.trim() || null
  return {
    host: form.host.trim(),
    port: Number(form.port),
    security: form.security,
    username: textOrNull(form.username),
    ...(form.password !== '' && { password: form.password }),
    fromName: form.fromName.trim(),
    fromAddress: form.fromAddress.trim(),
    replyTo: textOrNull(form.replyTo),
  }
}
