import type { components } from '../app/generated/api.d.ts'

type Named = components['schemas']['SavedView']['search']['columns'][number]

/** The columns a list of invoices can have, as its address says them; in the order in which they are offered. */
export const columnOf = {
  client: 'customer',
  facture: 'number',
  objet: 'subject',
  affaire: 'project',
  emise: 'issueDate',
  echeance: 'dueDate',
  retard: 'daysLate',
  montant: 'amount',
  reste: 'amountDue',
  penalites: 'lateInterest',
  relance: 'lastReminder',
  etape: 'next',
  commercial: 'salesRep',
  suivi: 'owner',
} as const satisfies Record<string, Named>

export type ColumnId = keyof typeof columnOf
export const columnIds = Object.keys(columnOf) as readonly ColumnId[]

/** Those of whoever chose none. */
export const usualColumns: readonly ColumnId[] = [
  'client',
  'facture',
  'echeance',
  'retard',
  'montant',
  'reste',
  'relance',
  'etape',
  'suivi',
]

/** « client.facture.reste » is these three, in this order; undefined where nothing known is said. The customer stays. */
export function readColumns(text: unknown): readonly ColumnId[] | undefined {
  if (typeof text !== 'string') return undefined
  const known = [...new Set(text.split('.'))].filter((id): id is ColumnId => Object.hasOwn(columnOf, id))
  if (known.length === 0) return undefined
  return known.includes('client') ? known : ['client', ...known]
}

export const printColumns = (columns: readonly ColumnId[]): string => columns.join('.')

/** The address's word for a column of the interface; undefined for one this version does not know. */
export const columnIdOf = (name: string): ColumnId | undefined => columnIds.find((id) => columnOf[id] === name)
