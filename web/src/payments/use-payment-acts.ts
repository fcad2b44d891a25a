import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { allocateCredit, type Payment, reversePayment } from './api.ts'
import type { Reversal } from './ReversalDialog.tsx'

/** What can be done with a payment already entered; each says what it did or why it was refused. */
export function usePaymentActs() {
  const { t } = useTranslation('payments')
  const client = useQueryClient()
  const act = async (work: () => Promise<Payment>, done: string): Promise<boolean> => {
    const refusal = await work().then(
      () => null,
      (problem: unknown) => (problem instanceof Error ? problem.message : String(problem)),
    )
    showToast(refusal === null ? { message: done } : { message: refusal, tone: 'danger' })
    await client.invalidateQueries()
    return refusal === null
  }
  return {
    undo: (id: number) => act(() => reversePayment(id, { reason: 'undone' }), t('drawer.undone')),
    reverse: (id: number, reversal: Reversal) =>
      act(
        () => reversePayment(id, reversal),
        reversal.reason === 'rejected' ? t('reversal.doneRejected') : t('reversal.done'),
      ),
    allocate: (id: number, lines: readonly { readonly openItemId: number; readonly amount: number }[]) =>
      act(() => allocateCredit(id, lines), t('detail.allocated')),
  }
}
