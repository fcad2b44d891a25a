import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { Money } from '../ui/Money.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { openDisputesQuery } from './api.ts'
import { DisputeDrawer } from './DisputeDrawer.tsx'
import { useDisputeName } from './use-dispute-name.ts'

/** What a customer contests, each with whose turn it is and the way to its course; nothing where there is none. */
export function DisputesCard({ customerId }: { readonly customerId: number }) {
  const { t } = useTranslation('disputes')
  const nameOf = useDisputeName()
  const { data = [] } = useQuery(openDisputesQuery(customerId))
  const [shown, setShown] = useState<number | null>(null)
  const card = useKeptFocus(data.length)
  const drawer = shown !== null && <DisputeDrawer id={shown} onClose={() => setShown(null)} />
  if (data.length === 0) return drawer || null
  return (
    <Card padded label={t('open')}>
      <div ref={card} tabIndex={-1} className="outline-none">
        <SectionTitle className="pb-2">{t('open')}</SectionTitle>
        <ul className="grid gap-3 text-small text-ink2">
          {data.map((dispute) => (
            <li key={dispute.id} className="grid justify-items-start gap-1">
              <StatusPill tone="dispute">{nameOf(dispute)}</StatusPill>
              <span className="flex flex-wrap gap-x-2">
                {dispute.contested.map((sum) => (
                  <Money key={sum.currency} of={asMoney(sum)} />
                ))}
                <span>{dispute.ageDays === 0 ? t('ageToday') : t('age', { count: dispute.ageDays })}</span>
              </span>
              <span className={dispute.isOverdue ? 'font-medium text-danger' : undefined}>
                {dispute.isOverdue ? t('overdue') : t(`turn.${dispute.turn}`)}
              </span>
              <span className="break-words text-ink3">{dispute.invoices.map(({ number }) => number).join(', ')}</span>
              {dispute.note && <span className="break-words">{t('said', { note: dispute.note })}</span>}
              <TextButton onPress={() => setShown(dispute.id)}>{t('follow')}</TextButton>
            </li>
          ))}
        </ul>
      </div>
      {drawer}
    </Card>
  )
}
