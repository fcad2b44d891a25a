import { recordInJournal } from '../../../people/journal.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import { isLoopback } from '../../../platform/mail/smtp-settings.ts'
import type { Seal } from '../../../platform/sealing.ts'
import type { Gateway } from './gateway.ts'
import { isSound } from './gateway-request.ts'

export interface GatewayRow {
  readonly isActive: boolean
  readonly url: string
  readonly method: Gateway['method']
  readonly headersSealed: string | null
  readonly bodyTemplate: string
  readonly sender: string | null
  readonly mostParts: number
}

/** Null while none is set. */
export const gatewayRow = (db: Db): Promise<GatewayRow | null> =>
  db.maybe<GatewayRow>(sql`
    select is_active as "isActive", url, method, headers_sealed as "headersSealed", body_template as "bodyTemplate", sender, most_parts as "mostParts"
    from sms_gateway where organization_id = current_organization()`)

/** The gateway with its headers opened; null while it is off, or when the key of the installation no longer opens them. */
export async function openGateway(db: Db, unseal: (sealed: string) => string | null): Promise<Gateway | null> {
  const row = await gatewayRow(db)
  return row?.isActive ? withHeadersInClear(row, unseal) : null
}

/** Null when the key of the installation no longer opens them. */
export function withHeadersInClear(row: GatewayRow, unseal: (sealed: string) => string | null): Gateway | null {
  const headers = row.headersSealed === null ? '{}' : unseal(row.headersSealed)
  if (headers === null) return null
  const { url, method, bodyTemplate, sender } = row
  return { url, method, bodyTemplate, sender: sender ?? '', headers: JSON.parse(headers) as Record<string, string> }
}

/** Whose SMS have not left yet. */
export const smsWaitingFor = async (db: Db): Promise<number[]> => {
  const rows = await db.rows<{ customer: number }>(sql`
    select distinct customer_id as customer from reminder
    where organization_id = current_organization() and channel = 'sms' and state in ('pendingApproval', 'ready') order by 1`)
  return rows.map(({ customer }) => customer)
}

/** How many parts an SMS may have; null: no gateway sends any. Whoever sees a portfolio may know that, and no more of the gateway. */
export const smsParts = async (db: Db): Promise<number | null> =>
  (await db.one<{ parts: number | null }>(sql`select sms_parts() as parts`)).parts

export interface GatewayAsked {
  readonly isActive: boolean
  readonly url: string
  readonly method: Gateway['method']
  /** One « Name: value » a line; undefined keeps those that are stored. */
  readonly headers?: string | undefined
  readonly bodyTemplate: string
  readonly sender: string | null
  readonly mostParts: number
}

/** Keeps the gateway; its headers are sealed, for they carry the key of the account. */
export async function setGateway(db: Db, seal: Seal, asked: GatewayAsked): Promise<void> {
  const { isActive, url, method, bodyTemplate, sender, mostParts } = asked
  const said = method === 'GET' ? url : `${url} ${bodyTemplate}`
  for (const name of ['to', 'text']) if (!new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`).test(said)) throw notNamed(name)
  checkAddress(url)
  const stored = await gatewayRow(db)
  // A stored key only ever goes to the server it was given for.
  const moved = stored !== null && addressWith(stored.url, 'x')?.origin !== addressWith(url, 'x')?.origin
  if (asked.headers === undefined && moved && stored.headersSealed !== null) throw headersNeeded()
  const headers = asked.headers === undefined ? openedHeaders(seal, stored) : headersIn(asked.headers)
  if (method !== 'GET' && headers && !isSound({ headers, bodyTemplate })) throw badBody()
  const sealed = asked.headers === undefined ? (stored?.headersSealed ?? null) : seal.close(JSON.stringify(headers))
  await db.run(sql`
    insert into sms_gateway (organization_id, is_active, url, method, headers_sealed, body_template, sender, most_parts, changed_by)
    values (current_organization(), ${isActive}, ${url}, ${method}, ${sealed}, ${bodyTemplate}, ${sender}, ${mostParts}, current_person())
    on conflict (organization_id) do update set is_active = excluded.is_active, url = excluded.url, method = excluded.method,
      headers_sealed = excluded.headers_sealed, body_template = excluded.body_template, sender = excluded.sender,
      most_parts = excluded.most_parts, changed_by = excluded.changed_by, changed_at = now()`)
  await recordInJournal(db, {
    act: 'smsGateway.changed',
    thing: 'smsGateway',
    details: { isActive, url: placeOf(url), method },
  })
}

/** Where a gateway is, without what may carry a key. */
export const placeOf = (url: string): string => url.replace(/[?#].*$/s, '')

const openedHeaders = (seal: Seal, stored: GatewayRow | null): Gateway['headers'] | null =>
  stored === null ? {} : (withHeadersInClear(stored, (sealed) => seal.open(sealed))?.headers ?? null)

const addressWith = (url: string, value: string): URL | null => URL.parse(url.replace(/\{\{.*?\}\}/g, value))

/** The key of the account and the numbers of customers leave encrypted, except to a box in one's own network. */
function checkAddress(url: string): void {
  const address = addressWith(url, 'x')
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') throw badAddress()
  // Where the key goes is not for a text, a number or a sender to say.
  if (address.origin !== addressWith(url, 'y')?.origin) throw variableServer()
  if (address.username !== '' || address.password !== '') throw keyInAddress()
  if (address.protocol === 'http:' && !isOwnNetwork(address.hostname)) throw inTheClear()
}

const isOwnNetwork = (host: string): boolean =>
  isLoopback(host) || /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$|^[^.:[\]]+$|\.(local|lan|internal)$/.test(host)

/** How long a request is and how it travels is not for a header to say: one message would become two, or leave too soon. */
const ofTheLine =
  /^(?:host|content-length|transfer-encoding|connection|keep-alive|expect|upgrade|te|trailer|proxy-.*)$/i

function headersIn(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([!#$%&'*+\-.^_`|~\w]+):\s*([\x20-\x7e]*)$/.exec(line.trim()) ?? []
      if (name === undefined || value === undefined) throw badHeader(line)
      if (ofTheLine.test(name)) throw headerOfTheLine(name)
      return [name.toLowerCase(), value]
    }),
  )
}

const notNamed = (name: string): AppError =>
  new AppError('gatewayIncomplete', 400, {
    fr: `La demande ne nomme pas {{${name}}} : écrivez-le dans le contenu (ou dans l’adresse pour GET).`,
    en: `The request does not name {{${name}}}: write it in the body (or in the address for GET).`,
  })
const badAddress = (): AppError =>
  new AppError('gatewayAddress', 400, {
    fr: 'Cette adresse n’est pas valable : écrivez-la en entier, par exemple https://passerelle.exemple/envoi.',
    en: 'This address is not valid: write it in full, for example https://gateway.example/send.',
  })
const inTheClear = (): AppError =>
  new AppError('gatewayInTheClear', 400, {
    fr: 'Cette adresse n’est pas chiffrée : écrivez https://… (http:// n’est accepté que dans votre propre réseau).',
    en: 'This address is not encrypted: write https://… (http:// is accepted only within your own network).',
  })
const badHeader = (line: string): AppError =>
  new AppError('gatewayHeader', 400, {
    fr: `« ${line.slice(0, 40)} » n’est pas un en-tête : un par ligne, « Nom: valeur ».`,
    en: `“${line.slice(0, 40)}” is no header: one a line, “Name: value”.`,
  })
const headerOfTheLine = (name: string): AppError =>
  new AppError('gatewayHeader', 400, {
    fr: `L’en-tête ${name} se règle de lui-même : retirez-le.`,
    en: `The header ${name} is set by itself: take it away.`,
  })
const variableServer = (): AppError =>
  new AppError('gatewayAddress', 400, {
    fr: 'Écrivez le nom du serveur en entier : {{to}}, {{text}}, {{from}} et {{id}} ne vont qu’après lui.',
    en: 'Write the name of the server in full: {{to}}, {{text}}, {{from}} and {{id}} only stand after it.',
  })
const keyInAddress = (): AppError =>
  new AppError('gatewayAddress', 400, {
    fr: 'Retirez le nom et le mot de passe de l’adresse : écrivez-les dans un en-tête, « Authorization: … ».',
    en: 'Take the name and the password out of the address: write them in a header, “Authorization: …”.',
  })
const badBody = (): AppError =>
  new AppError('gatewayBody', 400, {
    fr: 'Le contenu n’est pas du JSON valable une fois rempli : mettez {{to}}, {{text}}, {{from}} et {{id}} entre guillemets.',
    en: 'The body is no valid JSON once filled in: put {{to}}, {{text}}, {{from}} and {{id}} between quotes.',
  })
const headersNeeded = (): AppError =>
  new AppError('gatewayHeadersNeeded', 400, {
    fr: 'Le serveur a changé : saisissez aussi les en-têtes.',
    en: 'The server has changed: type the headers too.',
  })
