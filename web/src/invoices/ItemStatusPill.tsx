import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StatusPill } from '../ui/Pill.tsx'
import type { OpenItem } from './api.ts'

const tones = { open: 'neutral', partiallyPaid: 'warn', paid: 'paid' } as const

/** À payer, Payée en partie, Payée. */
export function ItemStatusPill({ status }: { readonly status: OpenItem['status'] }) {
  const { t } = useTranslation('invoices')
  return (
    <StatusPill tone={tones[status]} icon={status === 'paid' ? IconCheck : undefined}>
      {t(`status.${status}`)}
    </StatusPill>
  )
}
