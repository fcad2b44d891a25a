import { formatIban } from '@quittance/core/customers/iban.ts'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import type { Customer } from './api.ts'
import { useCustomerActs } from './use-customer-acts.ts'

/** The accounts a customer pays from, each with where it is known from. */
export function CustomerIbans({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const { addIban, removeIban } = useCustomerActs(customer)
  const [typed, setTyped] = useState('')
  const add = async () => {
    if (typed.trim() !== '' && (await addIban(typed.trim()))) setTyped('')
  }
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 md:col-span-2">
      {customer.ibans.length > 0 && (
        <ul aria-label={t('field.ibans')} className="divide-y divide-line">
          {customer.ibans.map((one) => (
            <li key={one.id} className="flex items-center gap-2.5 py-1 text-body">
              <span className="min-w-0 flex-1 truncate tabular-nums">{formatIban(one.iban)}</span>
              <span className="shrink-0 text-small text-ink3">{t(`iban.from.${one.learntFrom}`)}</span>
              <IconButton
                icon={IconX}
                size="small"
                label={t('iban.remove', { iban: formatIban(one.iban) })}
                onPress={() => void removeIban(one)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2 *:first:min-w-0 *:first:flex-1">
        <TextInput
          label={t('field.ibans')}
          value={typed}
          onChange={setTyped}
          onKeyDown={(key) => {
            if (key === 'Enter') void add()
          }}
        />
        {typed.trim() !== '' && <Button onPress={() => void add()}>{t('iban.add')}</Button>}
      </div>
    </div>
  )
}
