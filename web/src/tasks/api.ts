import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type TaskRow = components['schemas']['TaskRow']
export type Task = components['schemas']['Task']
export type Whose = 'mine' | 'team'
export type TaskList = paths['/api/v1/tasks']['get']['responses'][200]['content']['application/json']
type OutcomeBody = paths['/api/v1/tasks/{id}/outcome']['put']['requestBody']['content']['application/json']
export type Outcome = Omit<OutcomeBody, 'note'> & { readonly note?: string | null }
export type CallSheet = paths['/api/v1/call-sheet']['get']['responses'][200]['content']['application/json']
export type Called = components['schemas']['CalledCustomer']
export type TaskRecurrence = components['schemas']['TaskRecurrence']
export type NewRecurrence = paths['/api/v1/task-recurrences']['post']['requestBody']['content']['application/json']
export type NewTask = paths['/api/v1/tasks']['post']['requestBody']['content']['application/json']

/** What is to be done now, in the order of the server: most recoverable money first in each group. */
export const tasksQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['tasks', 'list', whose],
    queryFn: async ({ signal }) => answered(await api.GET('/api/v1/tasks', { params: { query: { whose } }, signal })),
    placeholderData: keepPreviousData,
  })

/** One task with all that is needed to do it. */
export const taskQuery = (id: number) =>
  queryOptions({
    queryKey: ['tasks', 'one', id],
    queryFn: async ({ signal }) => answered(await api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined, // never what to say to another customer
  })

export const endTask = async (id: number, { note = null, ...outcome }: Outcome) =>
  answered(await api.PUT('/api/v1/tasks/{id}/outcome', { params: { path: { id } }, body: { ...outcome, note } }))

/** Also brings back what was put off: the task is to be done now. */
export const reopenTask = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/tasks/{id}/outcome', { params: { path: { id } } }))

export const snoozeTask = async (id: number, until: string): Promise<void> =>
  accepted(await api.PUT('/api/v1/tasks/{id}/snooze', { params: { path: { id } }, body: { until } }))

export const assignTask = async (id: number, personId: number, note: string | null): Promise<void> =>
  accepted(await api.PUT('/api/v1/tasks/{id}/assignee', { params: { path: { id } }, body: { personId, note } }))

/** The calls of the day, each with what is owed, what was said last, and what to say. */
export const callSheetQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['tasks', 'call-sheet', whose],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/call-sheet', { params: { query: { whose } }, signal })),
  })

/** The tasks that come back, by name. */
export const recurrencesQuery = queryOptions({
  queryKey: ['tasks', 'recurrences'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/task-recurrences', { signal })),
})

export const addRecurrence = async (given: NewRecurrence): Promise<TaskRecurrence> =>
  answered(await api.POST('/api/v1/task-recurrences', { body: given }))

export const stopRecurrence = async (id: number): Promise<void> =>
  accepted(await api.PUT('/api/v1/task-recurrences/{id}/stop', { params: { path: { id } } }))

export const resumeRecurrence = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/task-recurrences/{id}/stop', { params: { path: { id } } }))

export const addTask = async (task: NewTask): Promise<TaskRow> =>
  answered(await api.POST('/api/v1/tasks', { body: task }))

/** The letter, ready to print. */
export const letterAddress = (id: number): string => `/api/v1/tasks/${id}/letter.pdf`

/** Shows a task as gone, or as done, at once; the lists are read again after the server has answered. */
export function showEnded(client: QueryClient, id: number, isDone: boolean): void {
  for (const whose of ['mine', 'team'] as const) {
    client.setQueryData(tasksQuery(whose).queryKey, (list) => {
      const row = list?.rows.find((one) => one.id === id)
      if (!list || !row) return list
      const rows = list.rows.filter((one) => one !== row)
      if (!isDone) return { ...list, rows }
      const done: TaskRow = { ...row, state: 'done', endedAt: new Date().toISOString() }
      return { ...list, rows, done: [done, ...list.done], doneToday: list.doneToday + 1 }
    })
  }
}
