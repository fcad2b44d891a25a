import type { z } from 'zod'

type Shape = z.ZodType
export type Access = 'public' | 'signedIn'
/** Whether a program may call it with its key: beside people, or in their place. */
export type ForKeys = 'also' | 'only'

/**
 * One route as the outside sees it: the HTTP contract of a word is a record of these (`<word>/contract.ts`),
 * from which the OpenAPI document and the web's typed client are made. Handlers are attached in `<word>/routes.ts`.
 */
export interface Endpoint<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Answer extends Shape = Shape,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Full path with `:params`, under /api/v1. */
  readonly url: string
  /** One sentence in English for the API documentation. */
  readonly summary: string
  readonly access?: Access
  /** Absent: no key opens it. */
  readonly keys?: ForKeys
  /** What the right to call it is asked for, in the words of `may`; absent: 'business'. */
  readonly thing?: string
  /** A POST that only asks: it changes nothing, so the right to read is enough. */
  readonly onlyAsks?: boolean
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** What a 200 carries. Absent: the handler answers 204, or writes the reply itself (files). */
  readonly answer?: Answer
  /** The body is a multipart upload; the handler reads `call.request`. */
  readonly upload?: boolean
  /** Bytes of a JSON body at most; absent: one megabyte. */
  readonly mostBytes?: number
  /** More than the summary says, in English for the API documentation. */
  readonly description?: string
}

/** Only there to infer the shapes of one endpoint. */
export const endpoint = <P extends Shape, Q extends Shape, B extends Shape, A extends Shape>(
  described: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A> => described
