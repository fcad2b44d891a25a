import i18next from 'i18next'
import createClient from 'openapi-fetch'
import { tellExpired } from './expired-session.ts'
import type { paths } from './generated/api.d.ts'

/** The server, typed by its own OpenAPI document. Same origin: the session cookie goes along. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })
// The server's sentences come in the language chosen on the screen, not in the browser's.
api.use({
  onRequest({ request }) {
    if (request.method !== 'GET' && !navigator.onLine) throw new NoAnswer(i18next.t('app:noNetwork'))
    request.headers.set('accept-language', i18next.language)
    return request
  },
  onResponse: ({ response }) => watchSession(response),
  // What the browser throws is in its own words, and says nothing of what to do.
  onError: ({ error, request }) => {
    if (!(error instanceof TypeError)) return undefined
    return new NoAnswer(i18next.t(request.method === 'GET' ? 'app:noAnswer' : 'app:noAnswerToAct'))
  },
})

async function watchSession(response: Response): Promise<undefined> {
  if (response.status !== 401) return
  const told: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  if (fieldsOf(fieldsOf(told).error).code === 'signInFirst') tellExpired()
}

/** Nothing came back: no network, or a server that is down. Unlike a refusal, it says nothing about what was asked. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** A refusal of the server, with its code for the program and its message for the person. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  /** The number of the request, to give to support. */
  readonly reference: string | undefined
  /** What the server says besides: `retryAfterSeconds`… */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    message: string,
    reference: string | undefined,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.reference = reference
    this.details = details
  }
}

/** What to do about the one field that was sent, without the name the program gives it; any other failure as it is. */
export function forItsField(problem: unknown): Error {
  if (!(problem instanceof ApiError)) return problem instanceof Error ? problem : new Error(String(problem))
  const fields: unknown = problem.details.fields
  const [only, ...others] = Array.isArray(fields) ? fields.map(fieldsOf) : []
  if (!only || others.length > 0 || typeof only.message !== 'string') return problem
  return new Error(`${only.message.charAt(0).toUpperCase()}${only.message.slice(1)}.`)
}

/** The number to give to support, where what went wrong carries one. */
export const referenceOf = (problem: unknown): string | undefined =>
  problem instanceof ApiError ? problem.reference : undefined

interface Answer<Body> {
  readonly data?: Body
  readonly error?: unknown
  readonly response: Response
}

/** The body of a good answer; throws `ApiError` for a refusal. `answered(await api.GET(…))`. */
export function answered<Body>(answer: Answer<Body>): Body {
  if (answer.response.ok && answer.data !== undefined) return answer.data
  throw refusalOf(answer)
}

/** For an act that answers without a body; throws `ApiError` for a refusal. `accepted(await api.PUT(…))`. */
export function accepted(answer: Answer<unknown>): void {
  if (!answer.response.ok) throw refusalOf(answer)
}

/** Sends files, for which the contract has no type; answers what came back, and throws as the client of the contract does. */
export async function sendForm(method: 'PUT' | 'POST', address: string, body: FormData): Promise<unknown> {
  const headers = { 'accept-language': i18next.language }
  const response = await fetch(address, { method, body, headers, credentials: 'same-origin' }).catch((error) => {
    throw error instanceof TypeError ? new NoAnswer(i18next.t('app:noAnswerToAct')) : error
  })
  await watchSession(response)
  // What a proxy refuses, and what answers without a body, is no JSON.
  const told: unknown = await response.json().catch(() => undefined)
  accepted({ response, error: told })
  return told
}

/** As `sendForm`, for one file. */
export function sendFile(method: 'PUT' | 'POST', address: string, file: File): Promise<unknown> {
  const form = new FormData()
  form.append('file', file, file.name)
  return sendForm(method, address, form)
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** The refusal an answer carries. Its body is { error: { code, message, details } }; what a proxy writes is not. */
export function refusalOf({ error, response }: Answer<unknown>): ApiError {
  const told = fieldsOf(fieldsOf(error).error)
  const text = (of: Record<string, unknown>, field: string): string | undefined => {
    const value = of[field]
    return typeof value === 'string' ? value : undefined
  }
  return new ApiError(
    response.status,
    text(told, 'code') ?? `http_${response.status}`,
    text(told, 'message') ?? response.statusText,
    text(fieldsOf(told.details), 'reference'),
    fieldsOf(told.details),
  )
}
