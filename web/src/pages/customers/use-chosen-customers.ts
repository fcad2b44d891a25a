import { useState } from 'react'
import type { CustomerRow } from '../../customers/api.ts'
import type { Selection } from '../../ui/table/selection.ts'

type Chosen = ReadonlyMap<number, CustomerRow>

const nobody: Chosen = new Map()

/** The customers selected in a list, with what is known of each; another list (`filters`) starts with none. */
export function useChosenCustomers(rows: readonly CustomerRow[], filters: string) {
  const [kept, setKept] = useState<{ readonly filters: string; readonly chosen: Chosen }>({ filters, chosen: nobody })
  const chosen = kept.filters === filters ? kept.chosen : nobody

  const onSelect = (selection: Selection) => {
    const known = new Map([...chosen, ...rows.map((row) => [row.id, row] as const)])
    const customers = [...selection].flatMap((id) => known.get(Number(id)) ?? [])
    setKept({ filters, chosen: new Map(customers.map((row) => [row.id, row])) })
  }
  return {
    customers: [...chosen.values()],
    selection: new Set<number>(chosen.keys()) as Selection,
    onSelect,
    clear: () => setKept({ filters, chosen: nobody }),
  }
}

export type ChosenCustomers = ReturnType<typeof useChosenCustomers>
