import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { IconArrowMerge } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { IconTile } from '../../ui/Pill.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { Customer } from '../api.ts'
import { sirenInWords } from '../siren-words.ts'
import type { Alias } from './api.ts'
import { SeparateDialog } from './SeparateDialog.tsx'

/** « Aussi connu sous : … », with the way back for each name. */
export function AliasNotice({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const mayWrite = useMayWrite('business')
  const [asked, setAsked] = useState<Alias | null>(null)
  if (customer.aliases.length === 0) return null
  return (
    <>
      <Card padded label={t('alias.title')}>
        <div className="flex items-start gap-x-3">
          <IconTile icon={IconArrowMerge} tone="neutral" />
          <div className="min-w-0 flex-1">
            <p className="font-medium">{t('alias.title')}</p>
            <ul className="grid gap-1.5 pt-0.5">
              {customer.aliases.map((alias) => (
                <li key={alias.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                  <span className="min-w-0 text-small break-words text-ink2">
                    <strong className="font-medium text-ink">{alias.name}</strong>
                    {' · '}
                    {[
                      t('identity.account', { code: alias.code }),
                      alias.siren &&
                        alias.siren !== customer.siren &&
                        t('identity.siren', { siren: sirenInWords(alias.siren) }),
                      t('alias.mergedOn', { date: formatDate(asDate(alias.mergedOn), language) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <Button
                    size="small"
                    onPress={() => setAsked(alias)}
                    disabledReason={mayWrite ? undefined : t('noRight')}
                  >
                    {t('separate.act')}
                    <span className="sr-only"> {alias.name}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </Card>
      <SeparateDialog kept={customer} alias={asked} onClose={() => setAsked(null)} />
    </>
  )
}
