import { queryOptions } from '@tanstack/react-query'
import { answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'

export type WeekReminder = components['schemas']['WeekReminder']

/** What leaves until the end of the week, by day. */
export const weekQuery = queryOptions({
  queryKey: ['reminders', 'week'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/reminders/week', { signal })),
})
