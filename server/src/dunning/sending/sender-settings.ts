import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { patientTimeouts, type SmtpSettings } from '../../platform/mail/smtp-settings.ts'

export interface Sender {
  readonly settings: SmtpSettings
}

/** The mail server of a firm, its password opened; null when it has none. */
export async function senderOf(
  db: Db,
  legalEntity: number,
  unseal: (sealed: string) => string | null,
): Promise<Sender | null> {
  const row = await db.maybe<{
    host: string
    port: number
    security: 'tls' | 'starttls' | 'none'
    username: string | null
    password: string | null
  }>(sql`
    select host, port, security, username, password_sealed as password from smtp_settings
    where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)
  if (!row) return null
  const { host, port, security } = row
  // A password sealed with a lost key is tried as an empty one: the server refuses it and the refusal says to type it again.
  const login = row.username && row.password ? { user: row.username, password: unseal(row.password) ?? '' } : null
  return {
    settings: {
      host,
      port,
      security,
      login,
      allowClearTextPassword: false,
      trustedCertificate: null,
      clientName: null,
      timeouts: patientTimeouts,
    },
  }
}
