import type { Gateway } from './gateway.ts'

/** What {{to}}, {{text}}, {{from}} and {{id}} stand for. */
export interface Values {
  readonly to: string
  readonly text: string
  readonly from: string
  readonly id: string
}

/** A template with its values, each written so that it says nothing but itself there. */
export const filled = (template: string, values: Values, asWritten: (value: string) => string): string =>
  template.replace(/\{\{\s*(to|text|from|id)\s*\}\}/g, (_, name: keyof Values) => asWritten(values[name]))

type Kind = 'json' | 'form' | 'xml' | 'text'

const asWrittenIn: Readonly<Record<Kind, (value: string) => string>> = {
  json: (value) => JSON.stringify(value).slice(1, -1),
  form: encodeURIComponent,
  xml: (value) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  text: (value) => value,
}

const mediaTypes: Readonly<Record<Kind, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  xml: 'application/xml; charset=utf-8',
  text: 'text/plain; charset=utf-8',
}

/** What the headers say the body is; where they say nothing, what it looks like: a quote in a text must end no string. */
export function kindOfBody({ headers, bodyTemplate }: Pick<Gateway, 'headers' | 'bodyTemplate'>): Kind {
  const said = headers['content-type']?.toLowerCase()
  if (said?.includes('json')) return 'json'
  if (said?.includes('x-www-form-urlencoded')) return 'form'
  if (said?.includes('xml')) return 'xml'
  if (said !== undefined) return 'text'
  if (/^\s*(?:\[|\{(?!\{))/.test(bodyTemplate)) return 'json'
  if (/^\s*</.test(bodyTemplate)) return 'xml'
  return /^\s*[\w.-]+=/.test(bodyTemplate) ? 'form' : 'text'
}

/** The body of a request. */
export const filledBody = (gateway: Pick<Gateway, 'headers' | 'bodyTemplate'>, values: Values): string =>
  filled(gateway.bodyTemplate, values, asWrittenIn[kindOfBody(gateway)])

/** The headers as they are set, and of which kind the body is where none says it. */
export const headersOf = (gateway: Pick<Gateway, 'headers' | 'bodyTemplate' | 'method'>): Gateway['headers'] =>
  gateway.method === 'GET' || gateway.headers['content-type'] !== undefined
    ? gateway.headers
    : { ...gateway.headers, 'content-type': mediaTypes[kindOfBody(gateway)] }

/** Signs that end a string or a tag in each kind of body. */
const nasty: Values = { to: '+33612345678', text: '"\\\'<&>%=\n', from: '"A&B"', id: 'essai@exemple' }

/** True when a body stays what it is whatever the text says; of what is no JSON nothing is known. */
export function isSound(gateway: Pick<Gateway, 'headers' | 'bodyTemplate'>): boolean {
  if (kindOfBody(gateway) !== 'json') return true
  try {
    JSON.parse(filledBody(gateway, nasty))
    return true
  } catch {
    return false
  }
}
