import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { CustomerField } from '../../payments/CustomerField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import type { Answer } from './api.ts'
import { useAnswerActs } from './use-answer-acts.ts'

/** Nobody knows whose it is: a person says, and the address is learnt when asked. */
export function GiveToCustomer({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('answers')
  const acts = useAnswerActs()
  const [customer, setCustomer] = useState<{ id: number; name: string } | null>(null)
  const [addsAddress, setAddsAddress] = useState(true)
  const refused = useMayWrite('business') ? undefined : t('readonly')
  const { address } = answer.from
  return (
    <section aria-label={t('sort.title')} className="grid gap-3 rounded-block border border-line bg-sunken px-3.5 py-3">
      <h3 className="text-section">{t('sort.title')}</h3>
      {answer.likely.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 text-small text-ink2">
          {t('sort.likely')}
          {answer.likely.map((one) => (
            <Button key={one.id} size="small" onPress={() => setCustomer(one)} disabledReason={refused}>
              {one.name}
            </Button>
          ))}
        </div>
      )}
      <CustomerField label={t('sort.customer')} value={customer} onChange={setCustomer} />
      {address !== '' && answer.class === 'reply' && (
        <Checkbox isSelected={addsAddress} onChange={setAddsAddress}>
          {t('sort.learn', { address })}
        </Checkbox>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={() => void acts.dismiss(answer, true)} disabledReason={refused}>
          {t('sort.dismiss')}
        </Button>
        <Button
          variant="primary"
          disabledReason={refused ?? (customer === null ? t('sort.needsCustomer') : undefined)}
          onPress={() =>
            customer && void acts.give(answer.id, { customer, addsAddress: addsAddress && answer.class === 'reply' })
          }
        >
          {t('sort.give')}
        </Button>
      </div>
    </section>
  )
}
