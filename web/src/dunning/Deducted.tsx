import { useTranslation } from 'react-i18next'
import { WireSums } from '../app/WireSums.tsx'
import type { Reminder } from './api.ts'

/** « moins 9 585,62 € », under the sum of the invoices: what the message takes off it. */
export function Deducted({ from }: { readonly from: Pick<Reminder, 'deducted'> }) {
  const { t } = useTranslation('dunning')
  if (from.deducted.length === 0) return null
  return (
    <span className="block text-right text-small font-regular text-ink2" title={t('list.deductedNote')}>
      {t('list.deducted')} <WireSums of={from.deducted} />
    </span>
  )
}
