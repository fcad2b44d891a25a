import { getRouteApi } from '@tanstack/react-router'
import type { HeldCustomer, Reminder } from '../../dunning/api.ts'
import { heldKey } from '../../dunning/HeldRow.tsx'
import type { RowId } from '../../ui/table/columns.ts'

const route = getRouteApi('/shell/relances')

export type OpenRow =
  | { readonly kind: 'message'; readonly key: number }
  | { readonly kind: 'held'; readonly key: string; readonly held: HeldCustomer }

interface Lists {
  readonly rows: readonly Pick<Reminder, 'id'>[]
  /** The message the address names, where its page of the list is not there yet. */
  readonly named?: Pick<Reminder, 'id'> | null
  readonly held: readonly HeldCustomer[]
  /** Beside the list something is always open: the first row when the address names none. */
  readonly fallsBack: boolean
}

/** Which row is open, as the address says; a number is a message, « 16-1 » somebody put aside. */
export function useOpenRow({ rows, named = null, held, fallsBack }: Lists) {
  const { relance, cote } = route.useSearch()
  const navigate = route.useNavigate()
  const openRow = (key: RowId | undefined) =>
    void navigate({
      replace: true,
      search: ({ vue, ton, suivi }) => ({
        vue,
        ...(ton !== undefined && { ton }),
        ...(suivi !== undefined && { suivi }),
        ...(typeof key === 'number' && { relance: key }),
        ...(typeof key === 'string' && { cote: key }),
      }),
    })
  return { open: openOf(), openRow }

  function openOf(): OpenRow | undefined {
    const heldOpen = held.find((one) => heldKey(one) === cote)
    if (heldOpen) return { kind: 'held', key: heldKey(heldOpen), held: heldOpen }
    const message = rows.find(({ id }) => id === relance) ?? named ?? (fallsBack ? rows[0] : undefined)
    if (message) return { kind: 'message', key: message.id }
    const [first] = held
    return fallsBack && first ? { kind: 'held', key: heldKey(first), held: first } : undefined
  }
}
