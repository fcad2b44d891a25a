import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { bankLinesQuery } from '../../reconciliation/api.ts'
import { useIsBeside } from '../../ui/SidePanel.tsx'
import { type BankSearch, viewOf } from './bank-search.ts'

const route = getRouteApi('/shell/reglements/banque')

/** The lines as the address asks, which is open, and which were settled a moment ago and are gone before the server says so. */
export function useBankLines() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isBeside = useIsBeside()
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const view = viewOf[search.vue ?? 'a-pointer']
  const list = useInfiniteQuery(
    bankLinesQuery({
      view,
      ...(search.compte !== undefined && { account: search.compte }),
      ...(search.q !== undefined && { q: search.q }),
    }),
  )
  const [whole] = list.data?.pages ?? []
  const rows = (list.data?.pages ?? [])
    .flatMap((page) => page.rows)
    .filter((row) => view !== 'toMatch' || !gone.has(row.id))
  const chosen = rows.findIndex(({ id }) => id === search.ligne)
  const index = chosen >= 0 ? chosen : isBeside ? 0 : -1
  const change = (changes: { [Name in keyof BankSearch]?: BankSearch[Name] | undefined }) =>
    void navigate({
      replace: true,
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined)),
    })
  return {
    search,
    view,
    list,
    whole,
    rows,
    change,
    open: rows[index],
    openLine: (id: number | undefined) => change({ ligne: id }),
    /** The one after it takes its place at once. */
    leave: (id: number) => {
      const at = rows.findIndex((row) => row.id === id)
      setGone((before) => new Set([...before, id]))
      change({ ligne: isBeside ? (rows[at + 1] ?? rows[at - 1])?.id : undefined })
    },
    /** A refusal or an undo: it is there again. */
    comeBack: (id: number) => setGone((before) => new Set([...before].filter((each) => each !== id))),
  }
}

export type BankLines = ReturnType<typeof useBankLines>
