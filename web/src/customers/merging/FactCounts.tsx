import { useTranslation } from 'react-i18next'
import type { MergePreview } from './api.ts'

type Counts = MergePreview['moves']

/** In the order in which they are told. */
const kinds = [
  'invoices',
  'payments',
  'promises',
  'disputes',
  'messages',
  'tasks',
  'exchanges',
  'contacts',
] as const satisfies readonly (keyof Counts)[]

export const hasFacts = (of: Counts): boolean => kinds.some((kind) => of[kind] > 0)

/** « 12 factures, 3 règlements, 1 promesse »; nothing is said of what there is none of. */
export function FactCounts({ of }: { readonly of: Counts }) {
  const { t } = useTranslation('customers')
  const told = kinds.filter((kind) => of[kind] > 0).map((kind) => t(`merge.count.${kind}`, { count: of[kind] }))
  return <span className="figures font-medium">{told.length > 0 ? told.join(', ') : t('merge.count.none')}</span>
}
