import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type Reminder = components['schemas']['ReminderRow']
type Preview = components['schemas']['MessagePreview']
/** A message that is stored: it has its number. */
export type ReminderMessage = Omit<Preview, 'id'> & { readonly id: number }
export type HeldCustomer = components['schemas']['HeldRow']
/** Those held back that are shown, and all of them in figures. */
export interface HeldPart {
  readonly rows: readonly HeldCustomer[]
  readonly count: number
  readonly total: HeldCustomer['total']
  /** Absent once all are there. */
  readonly more?: (() => void) | undefined
}
export type Tone = Reminder['tone']
export type ReminderPage = paths['/api/v1/reminders']['get']['responses'][200]['content']['application/json']
export type ReminderView = 'ready' | 'sent' | 'testOutbox' | 'problems'
export type Decision =
  paths['/api/v1/customers/{id}/decisions']['get']['responses'][200]['content']['application/json'][number]

interface Asked {
  readonly view: ReminderView
  readonly tone?: Tone | undefined
  readonly customer?: number | undefined
}

const mostShown = 5000 // what one approval takes

/** Everything that is about to leave, whole: what is approved together is counted and totalled together. */
export const readyQuery = queryOptions({
  queryKey: ['reminders', 'ready'],
  queryFn: async ({ signal }) => {
    const first = await pageOf({ view: 'ready' }, { signal })
    const rows = [...first.rows]
    for (let cursor = first.nextCursor; cursor !== null && rows.length < mostShown; ) {
      const page = await pageOf({ view: 'ready' }, { cursor, signal })
      rows.push(...page.rows)
      cursor = page.nextCursor
    }
    return { ...first, rows: rows.toSorted((a, b) => largest(b) - largest(a)) }
  },
})

const largest = (row: Reminder): number => Math.max(0, ...row.total.map(({ amount }) => amount))

/** What left, what lies in the test outbox, what went wrong; latest first, page after page. */
export const remindersQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['reminders', 'list', asked],
    queryFn: async ({ pageParam, signal }) => pageOf(asked, { cursor: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

interface At {
  readonly cursor?: string | undefined
  readonly signal: AbortSignal
}

async function pageOf({ view, tone, customer }: Asked, { cursor, signal }: At): Promise<ReminderPage> {
  const query = { view, limit: 200, ...(tone && { tone }), ...(customer && { customer }), ...(cursor && { cursor }) }
  return answered(await api.GET('/api/v1/reminders', { params: { query }, signal }))
}

/** Who is late and written to by nobody today, and why; the largest debt first. */
export const heldQuery = infiniteQueryOptions({
  queryKey: ['reminders', 'held'],
  queryFn: async ({ pageParam, signal }) => {
    const query = { limit: 200, ...(pageParam !== undefined && { cursor: pageParam }) }
    return answered(await api.GET('/api/v1/reminders/held', { params: { query }, signal }))
  },
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  placeholderData: keepPreviousData,
})

/** The exact message. */
export const messageQuery = (id: number) =>
  queryOptions({
    queryKey: ['reminders', 'one', id],
    queryFn: async ({ signal }): Promise<ReminderMessage> => ({
      ...answered(await api.GET('/api/v1/reminders/{id}', { params: { path: { id } }, signal })),
      id,
    }),
    placeholderData: () => undefined, // never the message of another customer under this one's name
  })

/** Why, day by day, latest first. */
export const decisionsQuery = (customer: number) =>
  queryOptions({
    queryKey: ['reminders', 'decisions', customer],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/customers/{id}/decisions', { params: { path: { id: customer } }, signal })),
    placeholderData: () => undefined,
  })

export const approve = async (reminders: readonly number[]) =>
  answered(await api.POST('/api/v1/reminders/approval', { body: { reminders: [...reminders], now: false } }))

/** How many messages were taken back, and how many departures were quicker. */
export const cancelApproval = async (reminders: readonly number[], reason: string | null = null) =>
  answered(
    await api.POST('/api/v1/reminders/approval-cancellation', {
      body: { reminders: [...reminders], ...(reason !== null && { reason }) },
    }),
  )

export interface Aside {
  readonly until?: string | undefined
  readonly reason?: string | null | undefined
}

/** Until the next working day unless a day is given; answers that day. */
export const setAside = async (id: number, { until, reason }: Aside = {}): Promise<string> =>
  answered(
    await api.PUT('/api/v1/reminders/{id}/set-aside', {
      params: { path: { id } },
      body: { ...(until !== undefined && { until }), ...(reason && { reason }) },
    }),
  ).until

export const takeBack = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/reminders/{id}/set-aside', { params: { path: { id } } }))

/** Null in both goes back to the text of the tone. */
export const writeMessage = async (id: number, text: { subject: string | null; body: string | null }) =>
  answered(await api.PUT('/api/v1/reminders/{id}/text', { params: { path: { id } }, body: text }))

export const settleUncertain = async (id: number, left: boolean): Promise<void> =>
  accepted(await api.PUT('/api/v1/reminders/{id}/certainty', { params: { path: { id } }, body: { left } }))

/** A message outside the scenario, which waits for approval like any other. */
export const sendAnyway = async (customer: number, tone: Tone): Promise<Preview> =>
  answered(await api.POST('/api/v1/customers/{id}/reminders', { params: { path: { id: customer } }, body: { tone } }))

/** The message as it left or would leave, to open in a mail program. */
export const sourceAddress = (id: number): string => `/api/v1/reminders/${id}/message.eml`
