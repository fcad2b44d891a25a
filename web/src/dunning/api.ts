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

interface Asked extends ReadyFilter {
  readonly view: ReminderView
  readonly customer?: number | undefined
}

export interface ReadyFilter {
  readonly tone?: Tone | undefined
  /** Who follows the customer; 0: nobody. */
  readonly collector?: number | undefined
}

/** What is about to leave, page after page: what waits for approval first, the largest sum first. */
export const readyQuery = (filter: ReadyFilter) =>
  infiniteQueryOptions({
    queryKey: ['reminders', 'ready', filter],
    queryFn: async ({ pageParam, signal }) => pageOf({ view: 'ready', ...filter }, { cursor: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** The figures of the day without its messages: how many each view holds, and when the next departure is. */
export const dayQuery = queryOptions({
  queryKey: ['reminders', 'day'],
  queryFn: async ({ signal }) => pageOf({ view: 'ready' }, { limit: 1, signal }),
})

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
  readonly limit?: number
  readonly signal: AbortSignal
}

/** Messages read at once. */
export const pageLength = 200

async function pageOf(asked: Asked, { cursor, limit = pageLength, signal }: At): Promise<ReminderPage> {
  const { view, tone, customer, collector } = asked
  const query = {
    ...{ view, limit },
    ...(tone && { tone }),
    ...(customer && { customer }),
    ...(collector !== undefined && { collector }),
    ...(cursor && { cursor }),
  }
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

/** Messages that one act takes at most. */
const mostAtOnce = 5000

/** Groups that one act each can take. */
const inTurn = (ids: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, index) =>
    ids.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  )

/** The earliest departure, or null; and how many lie in the test outbox instead. */
export async function approve(reminders: readonly number[]) {
  const told = { approved: 0, leavesAt: null as string | null, inTestOutbox: 0 }
  for (const group of inTurn(reminders)) {
    const one = answered(await api.POST('/api/v1/reminders/approval', { body: { reminders: group, now: false } }))
    told.approved += one.approved
    told.inTestOutbox += one.inTestOutbox
    told.leavesAt = [told.leavesAt, one.leavesAt].flatMap((at) => at ?? []).toSorted()[0] ?? null
  }
  return told
}

/** How many messages were taken back, and how many departures were quicker. */
export async function cancelApproval(reminders: readonly number[], reason: string | null = null) {
  const told = { cancelled: 0, tooLate: 0 }
  for (const group of inTurn(reminders)) {
    const body = { reminders: group, ...(reason !== null && { reason }) }
    const one = answered(await api.POST('/api/v1/reminders/approval-cancellation', { body }))
    told.cancelled += one.cancelled
    told.tooLate += one.tooLate
  }
  return told
}

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

/** Null goes back to the text of the tone. `seenEdit`: when it was last edited, as it was on screen; a later edit is not written over. */
export const writeMessage = async (
  id: number,
  text: { readonly subject: string; readonly body: string } | null,
  seenEdit: string | null,
) =>
  answered(
    await api.PUT('/api/v1/reminders/{id}/text', {
      params: { path: { id } },
      body: { ...(text ?? { subject: null, body: null }), seenEdit },
    }),
  )

export const settleUncertain = async (id: number, left: boolean): Promise<void> =>
  accepted(await api.PUT('/api/v1/reminders/{id}/certainty', { params: { path: { id } }, body: { left } }))

/** A message outside the scenario, which waits for approval like any other. */
export const sendAnyway = async (customer: number, tone: Tone): Promise<Preview> =>
  answered(await api.POST('/api/v1/customers/{id}/reminders', { params: { path: { id: customer } }, body: { tone } }))

/** The message as it left or would leave, to open in a mail program. */
export const sourceAddress = (id: number): string => `/api/v1/reminders/${id}/message.eml`
