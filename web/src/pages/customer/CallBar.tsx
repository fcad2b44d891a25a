import { IconNote, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Customer } from '../../customers/api.ts'
import { CallLink } from '../../customers/CallLink.tsx'
import { Button } from '../../ui/Button.tsx'
import { useCustomerPageActs } from './use-customer-page-acts.ts'

/** On a phone, under the figures: call, remind, note. */
export function CallBar({ customer, onNote }: { readonly customer: Customer; readonly onNote: () => void }) {
  const { t } = useTranslation('customers')
  const acts = useCustomerPageActs()
  const disabledReason = useMayWrite('business') ? undefined : t('noRight')
  return (
    <div className="grid grid-cols-3 gap-2 md:hidden">
      <CallLink customer={customer} className="!px-2" />
      <Button
        icon={IconSend}
        className="!px-2"
        onPress={() => void acts.remind(customer)}
        disabledReason={disabledReason ?? (customer.lateItems === 0 ? t('nothingLate') : undefined)}
      >
        {t('act.remind')}
      </Button>
      <Button icon={IconNote} className="!px-2" onPress={onNote} disabledReason={disabledReason}>
        {t('exchange.save')}
      </Button>
    </div>
  )
}
