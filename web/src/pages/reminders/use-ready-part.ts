import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WireMoney } from '../../app/wire.ts'
import { type ReadyFilter, type Reminder, type ReminderPage, readyQuery } from '../../dunning/api.ts'
import { countReady } from '../../dunning/filter-reminders.ts'
import { sumsOf } from '../../dunning/sums-of.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'

/** What is about to leave as far as its list was opened, and in figures all of it. */
export interface ReadyPart {
  readonly first: ReminderPage | undefined
  readonly error: Error | null
  readonly refetch: () => void
  readonly pending: readonly Reminder[]
  readonly approved: readonly Reminder[]
  /** Of all that is asked for, on screen or not. */
  readonly count: {
    readonly messages: number
    readonly items: number
    readonly pending: number
    readonly approved: number
  }
  readonly total: readonly WireMoney[]
  /** Absent once all are there. */
  readonly more: (() => void) | undefined
  /** Reads what is not there yet, then answers every message; null when that failed, which is said. */
  readonly readAll: () => Promise<readonly Reminder[] | null>
  readonly isReadingAll: boolean
  /** Back to the first page, after an act on all: what was read for it is not read again after every act. */
  readonly shorten: () => void
}

export function useReadyPart(filter: ReadyFilter): ReadyPart {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(readyQuery(filter))
  const [isReadingAll, setReadingAll] = useState(false)
  const client = useQueryClient()
  const [first] = data?.pages ?? []
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const pending = rows.filter(({ state }) => state === 'pendingApproval')
  const approved = rows.filter(({ state }) => state !== 'pendingApproval')
  const isWhole = !hasNextPage || first === undefined

  const readAll = async () => {
    setReadingAll(true)
    try {
      let read = rows
      for (let hasMore = hasNextPage; hasMore; ) {
        const next = await fetchNextPage({ throwOnError: true })
        read = next.data?.pages.flatMap((page) => page.rows) ?? []
        hasMore = next.hasNextPage
      }
      return read
    } catch (problem) {
      showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
      return null
    } finally {
      setReadingAll(false)
    }
  }
  return {
    first,
    error,
    refetch: () => void refetch(),
    pending,
    approved,
    count: isWhole
      ? {
          messages: rows.length,
          items: rows.reduce((sum, { items }) => sum + items, 0),
          pending: pending.length,
          approved: approved.length,
        }
      : { messages: first.count, items: first.items, ...countReady(first.facets, filter) },
    total: isWhole ? sumsOf(rows) : first.total,
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    readAll,
    isReadingAll,
    shorten: () =>
      client.setQueryData(
        readyQuery(filter).queryKey,
        (all) => all && { pages: all.pages.slice(0, 1), pageParams: all.pageParams.slice(0, 1) },
      ),
  }
}
