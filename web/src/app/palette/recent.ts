import { remember, remembered } from '../../ui/remember.ts'

/** What somebody opened lately; only what is needed to name it and go there again. */
export interface Visit {
  readonly kind: 'customer' | 'invoice'
  readonly id: number
  readonly name: string
}

const most = 6
const keyOf = (reader: number): string => `quittance.recent.${reader}`

/** A customer's page was opened: the latest first, each once. `reader` is the person, for a browser may be shared. */
export const rememberVisit = (reader: number, customer: { readonly id: number; readonly name: string }): void =>
  keepVisit(reader, { kind: 'customer', id: customer.id, name: customer.name })

/** The same for any page the palette opens. */
export function keepVisit(reader: number, visit: Visit): void {
  const others = visitsOf(reader).filter(({ kind, id }) => kind !== visit.kind || id !== visit.id)
  remember(keyOf(reader), JSON.stringify([visit, ...others].slice(0, most)))
}

/** Latest first; what an older version or another hand wrote there is passed over. */
export function visitsOf(reader: number): readonly Visit[] {
  const text = remembered(keyOf(reader))
  if (text === null) return []
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter(isVisit) : []
  } catch {
    return [] // not ours: the list starts anew with the next visit
  }
}

function isVisit(value: unknown): value is Visit {
  if (typeof value !== 'object' || value === null) return false
  const { kind, id, name } = value as Record<string, unknown>
  return (kind === 'customer' || kind === 'invoice') && Number.isSafeInteger(id) && typeof name === 'string'
}
