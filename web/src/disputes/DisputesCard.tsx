import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type OpenDispute, openDisputesQuery, resolveDispute } from './api.ts'
import { ResolveDisputeDialog } from './ResolveDisputeDialog.tsx'

/** What a customer contests, each with the way to resolve it; nothing where there is none. */
export function DisputesCard({ customerId }: { readonly customerId: number }) {
  const { t } = useTranslation('disputes')
  const { data = [] } = useQuery(openDisputesQuery(customerId))
  if (data.length === 0) return null
  return (
    <Card padded label={t('open')}>
      <SectionTitle className="pb-2">{t('open')}</SectionTitle>
      <ul className="grid gap-3 text-small text-ink2">
        {data.map((dispute) => (
          <Open key={dispute.id} dispute={dispute} />
        ))}
      </ul>
    </Card>
  )
}

function Open({ dispute }: { readonly dispute: OpenDispute }) {
  const { t } = useTranslation('disputes')
  const language = useLanguage()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const [isResolving, setResolving] = useState(false)
  const { id, reason, note, openedOn, invoices } = dispute
  return (
    <li className="grid justify-items-start gap-1">
      <StatusPill tone="dispute">{t(`name.${reason}`)}</StatusPill>
      <span>{t('since', { date: formatDate(asDate(openedOn), language) })}</span>
      <span className="break-words text-ink3">{invoices.map(({ number }) => number).join(', ')}</span>
      {note && <span className="break-words">{t('said', { note })}</span>}
      {mayWrite && <TextButton onPress={() => setResolving(true)}>{t('resolve')}</TextButton>}
      <ResolveDisputeDialog
        isOpen={isResolving}
        onClose={() => setResolving(false)}
        onResolve={(resolution) => {
          setResolving(false)
          void act({ work: () => resolveDispute(id, resolution), done: () => t('resolved') })
        }}
      />
    </li>
  )
}
