import type { Mailbox, MailboxAsked } from './api.ts'

/** The form of a mailbox, as typed. */
export interface MailboxForm {
  readonly isOn: boolean
  readonly host: string
  readonly port: string
  readonly security: Mailbox['security']
  readonly username: string
  /** Empty keeps the one that is stored. */
  readonly password: string
  readonly folder: string
  readonly movesTo: string
}

export const mailboxFormOf = (mailbox: Mailbox | null): MailboxForm => ({
  isOn: mailbox?.isOn ?? false,
  host: mailbox?.host ?? '',
  port: String(mailbox?.port ?? 993),
  security: mailbox?.security ?? 'tls',
  username: mailbox?.username ?? '',
  password: '',
  folder: mailbox?.folder ?? 'INBOX',
  movesTo: mailbox?.movesTo ?? '',
})

const usualPorts: Readonly<Record<Mailbox['security'], string>> = { tls: '993', starttls: '143', none: '143' }

/** The usual port goes with the security, unless another one was typed. */
export const withMailboxSecurity = (form: MailboxForm, security: Mailbox['security']): MailboxForm => ({
  ...form,
  security,
  port: form.port === '' || Object.values(usualPorts).includes(form.port) ? usualPorts[security] : form.port,
})

export type MailboxField = 'host' | 'port' | 'username' | 'folder'

/** The fields that cannot be right. */
export function wrongMailboxFields(form: MailboxForm): readonly MailboxField[] {
  const port = Number(form.port)
  const isRight: Readonly<Record<MailboxField, boolean>> = {
    host: /^\S+$/.test(form.host.trim()),
    port: Number.isInteger(port) && port >= 1 && port <= 65535,
    username: form.username.trim() !== '',
    folder: form.folder.trim() !== '',
  }
  return (Object.keys(isRight) as MailboxField[]).filter((field) => !isRight[field])
}

/** As the server takes it. */
export const mailboxAskedBy = (form: MailboxForm): MailboxAsked => ({
  isOn: form.isOn,
  host: form.host.trim(),
  port: Number(form.port),
  security: form.security,
  username: form.username.trim(),
  ...(form.password !== '' && { password: form.password }),
  folder: form.folder.trim(),
  movesTo: form.movesTo.trim() || null,
})
