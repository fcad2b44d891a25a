import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import type { Customer } from '../../customers/api.ts'
import { openPayment } from '../../payments/payment-drawer.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'

/** What reaches beyond the customer's own facts: a message to prepare, a payment to enter. */
export function useCustomerPageActs() {
  const { t } = useTranslation('customers')
  const client = useQueryClient()
  const navigate = useNavigate()
  return {
    /** Prepares the message and goes to where it is approved; nothing leaves. */
    remind: async ({ id }: Pick<Customer, 'id'>) => {
      try {
        answered(await api.POST('/api/v1/customers/{id}/reminders', { params: { path: { id } }, body: {} }))
      } catch (problem) {
        showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
        return
      }
      await client.invalidateQueries()
      showToast({ message: t('reminded') })
      await navigate({ href: `${paths.reminders}?vue=pretes` })
    },
    enterPayment: ({ id, name, currency }: Pick<Customer, 'id' | 'name'> & { readonly currency?: string }) =>
      openPayment({ customer: { id, name }, currency }),
  }
}
