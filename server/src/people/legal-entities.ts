import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { assignments, type Changes } from './queries.ts'

export interface LegalEntityRow {
  readonly id: number
  readonly name: string
  readonly legalForm: string | null
  readonly capital: string | null
  readonly siren: string | null
  readonly rcs: string | null
  readonly vatNumber: string | null
  readonly addressLine1: string | null
  readonly addressLine2: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string
  readonly phone: string | null
  readonly email: string | null
  readonly iban: string | null
  readonly bic: string | null
  readonly defaultTerms: string | null
  readonly lateInterestRate: number | null
  readonly followsLegalRate: boolean
  readonly rateReading: 'segmented' | 'fixedAtStart'
  readonly rateConfirmedFor: string | null
  readonly smtp: ShownSmtp | null
}

interface ShownSmtp {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string | null
  readonly hasPassword: boolean
  readonly fromName: string
  readonly fromAddress: string
  readonly replyTo: string | null
  readonly testedAt: string | null
}

const shown = sql`
  select e.id, e.name, e.legal_form as "legalForm", e.capital, e.siren, e.rcs, e.vat_number as "vatNumber",
         e.address_line1 as "addressLine1", e.address_line2 as "addressLine2", e.postcode, e.city, e.country, e.phone,
         e.email, e.iban, e.bic, e.default_terms as "defaultTerms", e.late_interest_rate as "lateInterestRate",
         e.follows_legal_rate as "followsLegalRate", e.rate_reading as "rateReading", e.rate_confirmed_for as "rateConfirmedFor",
         case when s.host is not null then json_build_object(
           'host', s.host, 'port', s.port, 'security', s.security, 'username', s.username,
           'hasPassword', s.password_sealed is not null, 'fromName', s.from_name, 'fromAddress', s.from_address,
           'replyTo', s.reply_to, 'testedAt', s.tested_at) end as smtp
  from legal_entity e
  left join smtp_settings s on s.organization_id = e.organization_id and s.legal_entity_id = e.id
  where e.organization_id = current_organization()`

export const legalEntities = (db: Db): Promise<LegalEntityRow[]> => db.rows(sql`${shown} order by e.id`)

export const legalEntityOf = (db: Db, id: number): Promise<LegalEntityRow | null> =>
  db.maybe(sql`${shown} and e.id = ${id}`)

export const addLegalEntity = (db: Db, name: string): Promise<{ id: number }> =>
  db.one(sql`insert into legal_entity (organization_id, name) values (current_organization(), ${name}) returning id`)

const columns = {
  name: 'name',
  legalForm: 'legal_form',
  capital: 'capital',
  siren: 'siren',
  rcs: 'rcs',
  vatNumber: 'vat_number',
  addressLine1: 'address_line1',
  addressLine2: 'address_line2',
  postcode: 'postcode',
  city: 'city',
  country: 'country',
  phone: 'phone',
  email: 'email',
  iban: 'iban',
  bic: 'bic',
  defaultTerms: 'default_terms',
  lateInterestRate: 'late_interest_rate',
  followsLegalRate: 'follows_legal_rate',
  rateReading: 'rate_reading',
  rateConfirmedFor: 'rate_confirmed_for',
} as const

export type LegalEntityChanges = Changes<typeof columns>

export async function changeLegalEntity(db: Db, id: number, changes: LegalEntityChanges): Promise<void> {
  const set = assignments(columns, changes)
  if (set)
    await db.run(sql`update legal_entity set ${set} where organization_id = current_organization() and id = ${id}`)
}

export interface StoredSmtp extends Omit<ShownSmtp, 'hasPassword'> {
  readonly passwordSealed: string | null
}

/** The mail server of a firm with its sealed password; null when messages stay in the test outbox. */
export const storedSmtp = (db: Db, legalEntity: number): Promise<StoredSmtp | null> =>
  db.maybe(sql`
    select host, port, security, username, password_sealed as "passwordSealed", from_name as "fromName",
           from_address as "fromAddress", reply_to as "replyTo", tested_at as "testedAt"
    from smtp_settings
    where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)

export const storeSmtp = (db: Db, legalEntity: number, smtp: StoredSmtp): Promise<number> =>
  db.run(sql`
    insert into smtp_settings (organization_id, legal_entity_id, host, port, security, username, password_sealed,
                               from_name, from_address, reply_to, tested_at)
    values (current_organization(), ${legalEntity}, ${smtp.host}, ${smtp.port}, ${smtp.security}, ${smtp.username},
            ${smtp.passwordSealed}, ${smtp.fromName}, ${smtp.fromAddress}, ${smtp.replyTo}, ${smtp.testedAt})
    on conflict (organization_id, legal_entity_id) do update set
      host = excluded.host, port = excluded.port, security = excluded.security, username = excluded.username,
      password_sealed = excluded.password_sealed, from_name = excluded.from_name, from_address = excluded.from_address,
      reply_to = excluded.reply_to, tested_at = excluded.tested_at`)

export const forgetSmtp = (db: Db, legalEntity: number): Promise<number> =>
  db.run(sql`
    delete from smtp_settings where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)

export const smtpWorked = (db: Db, legalEntity: number, at: string): Promise<number> =>
  db.run(sql`
    update smtp_settings set tested_at = ${at}
    where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)
