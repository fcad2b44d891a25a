import type { Answer, Visitor } from '../../../main/testing/test-application.ts'

/** A program of one firm, by its key. */
export interface Program {
  readonly secret: string
  readonly key: number
  get<Body>(url: string): Promise<Answer<Body>>
  send<Body>(
    method: 'POST' | 'PUT',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>
}

/** `admin` makes the key, `calls` shows it. */
export async function aProgram(
  { admin, calls }: { readonly admin: Visitor; readonly calls: Visitor },
  wishes: { readonly name?: string; readonly mayApply?: boolean } = {},
): Promise<Program> {
  const { body: session } = await admin.get<{ legalEntities: { id: number }[] }>('/api/v1/session')
  const legalEntityId = session.legalEntities[0]?.id
  const asked = { name: 'Sage 100', legalEntityId, ...wishes }
  const { status, body } = await admin.send<{ key: { id: number }; secret: string }>('POST', '/api/v1/api-keys', asked)
  if (status !== 200) throw new Error(`No key was made: ${JSON.stringify(body)}`)
  const { secret, key } = body
  const shown = { authorization: `Bearer ${secret}` }
  return {
    secret,
    key: key.id,
    get: (url) => calls.get(url, shown),
    send: (method, url, sent, headers = {}) => calls.send(method, url, sent, { ...shown, ...headers }),
  }
}

export const euros = (amount: number) => ({ amount, currency: 'EUR' })

export interface Result {
  readonly externalId: string
  readonly number: string
  readonly result: string
  readonly importId: number
  readonly refusals: { field: string; code: string; sentence: string; suggestion: object | null }[]
  readonly warnings: { code: string; sentence: string }[]
}

export interface BatchAnswer {
  readonly importId: number | null
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly results: Result[]
}
