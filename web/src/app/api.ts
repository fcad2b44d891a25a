import createClient from 'openapi-fetch'
import type { paths } from './generated/api.d.ts'

/** The server, typed by its own OpenAPI document. Same origin: the session cookie goes along. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })

/** A refusal of the server, with its code for the program and its message for the person. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  /** The number of the request, to give to support. */
  readonly reference: string | undefined

  constructor(status: number, code: string, message: string, reference: string | undefined) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.reference = reference
  }
}

interface Answer<Body> {
  readonly data?: Body
  readonly error?: unknown
  readonly response: Response
}

/** The body of a good answer; throws `ApiError` for a refusal. `answered(await api.GET(…))`. */
export function answered<Body>({ data, error, response }: Answer<Body>): Body {
  if (response.ok && data !== undefined) return data
  const told = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {}
  const text = (field: string): string | undefined => (typeof told[field] === 'string' ? told[field] : undefined)
  throw new ApiError(
    response.status,
    text('code') ?? `http_${response.status}`,
    text('message') ?? response.statusText,
    response.headers.get('x-request-id') ?? undefined,
  )
}
