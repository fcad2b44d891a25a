import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { useLanguage } from '../ui/use-language.ts'
import { enterPayment, reversePayment } from './api.ts'

/** Enters a payment, says so with the way back, and has every page read again. */
export function useEnterPayment() {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: enterPayment,
    onSuccess: (payment) => {
      showToast({
        message: t('drawer.saved', { amount: formatMoney(asMoney(payment.amount), language) }),
        undo: async () => {
          await reversePayment(payment.id, { reason: 'undone' })
          await client.invalidateQueries()
        },
      })
      void client.invalidateQueries()
    },
  })
}
