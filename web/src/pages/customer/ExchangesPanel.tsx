import { IconNote } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { useMayWrite } from '../../app/use-may-write.ts'
import { type Customer, customerHistoryQuery } from '../../customers/api.ts'
import { ExchangeForm } from '../../customers/ExchangeForm.tsx'
import { useCustomerActs } from '../../customers/use-customer-acts.ts'
import { CustomerAnswers } from '../../dunning/answers/CustomerAnswers.tsx'
import { Button } from '../../ui/Button.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { CustomerHistory } from './CustomerHistory.tsx'

export interface ExchangesPanelProps {
  readonly customer: Customer
  readonly isWriting: boolean
  readonly onWrite: () => void
  readonly onClose: () => void
}

/** Everything said, sent, paid and planned; a note is written on top of it. */
export function ExchangesPanel({ customer, isWriting, onWrite, onClose }: ExchangesPanelProps) {
  const { t } = useTranslation('customers')
  const acts = useCustomerActs(customer)
  const mayWrite = useMayWrite('business')
  const { data, error, refetch } = useQuery(customerHistoryQuery(customer.id))
  return (
    <>
      <CustomerAnswers customer={customer.id} />
      <div className="px-4 py-3.5">
        {isWriting && mayWrite ? (
          <ExchangeForm
            onCancel={onClose}
            onSave={async (exchange) => {
              if (await acts.note(exchange)) onClose()
            }}
          />
        ) : (
          <div className="pb-3.5">
            <Button size="small" icon={IconNote} onPress={onWrite} disabledReason={mayWrite ? undefined : t('noRight')}>
              {t('act.note')}
            </Button>
          </div>
        )}
        {error && !data ? (
          <ReadError what={t('exchange.what')} error={error} onRetry={refetch} />
        ) : !data ? (
          <SkeletonLines lines={6} />
        ) : data.length === 0 ? (
          <p className="text-ink2">{t('exchange.none')}</p>
        ) : (
          <CustomerHistory entries={data} />
        )}
      </div>
    </>
  )
}
