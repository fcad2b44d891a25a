import { useTranslation } from 'react-i18next'
import { StatusPill } from '../ui/Pill.tsx'
import type { Payment } from './api.ts'

type State = 'allocated' | 'partly' | 'advance' | 'rejected' | 'mistake' | 'undone'

const tones = {
  allocated: 'paid',
  partly: 'warn',
  advance: 'warn',
  rejected: 'danger',
  mistake: 'neutral',
  undone: 'neutral',
} as const

function stateOf({ reversal, unallocated, amount }: Payment): State {
  if (reversal) return reversal.reason
  if (unallocated.amount === 0) return 'allocated'
  return unallocated.amount === amount.amount ? 'advance' : 'partly'
}

/** Réparti, En partie, Avance, Rejeté, Annulé. */
export function PaymentStatePill({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments')
  const state = stateOf(payment)
  return <StatusPill tone={tones[state]}>{t(`state.${state}`)}</StatusPill>
}
