import { useTranslation } from 'react-i18next'
import type { DisputeRow } from './api.ts'

/** What is contested, in the words of the house or the organisation's own. */
export function useDisputeName(): (dispute: Pick<DisputeRow, 'reason' | 'category'>) => string {
  const { t } = useTranslation('disputes')
  return ({ reason, category }) => category?.name ?? t(`name.${reason}`)
}
