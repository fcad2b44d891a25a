import { useState } from 'react'
import { useSession } from '../app/session.ts'
import { remember, remembered } from '../ui/remember.ts'
import { type ColumnId, printColumns, readColumns, usualColumns } from './list-columns.ts'
import type { InvoiceListSearch } from './list-search.ts'

/**
 * The columns on screen, and how to choose others: the address's when it says some (a saved view), else those this
 * person chose in this browser, else the usual ones.
 */
export function useShownColumns(search: InvoiceListSearch, onAddress: (columns: string | undefined) => void) {
  const key = `quittance.columns.invoices.${useSession().person.id}`
  const [own, setOwn] = useState(() => readColumns(remembered(key)))
  const said = readColumns(search.colonnes)
  const shown = said ?? own ?? usualColumns
  const choose = (columns: readonly ColumnId[]) => {
    const text = printColumns(columns)
    if (said) return onAddress(text)
    remember(key, text)
    setOwn(columns)
  }
  return { shown, choose, isUsual: printColumns(shown) === printColumns(usualColumns) }
}
