import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import type { HistoryEntry } from '../../invoices/api.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'

/** « Lire » the message that left, « Voir » the payment: what an entry of the history opens. */
export function HistoryEnd({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('invoices')
  const [isReading, setReading] = useState(false)
  if (entry.paymentId !== null) {
    return <TextLink link={{ to: paths.payments, search: { reglement: entry.paymentId } }}>{t('page.see')}</TextLink>
  }
  const { reminderId } = entry
  if (reminderId === null) return null
  return (
    <>
      <TextButton onPress={() => setReading(true)}>{t('page.read')}</TextButton>
      <Dialog isOpen={isReading} onClose={() => setReading(false)} title={entry.title} width="large">
        <Message id={reminderId} />
      </Dialog>
    </>
  )
}

function Message({ id }: { readonly id: number }) {
  const { t } = useTranslation('invoices')
  const { data, isPending, refetch } = useQuery({
    queryKey: ['reminders', 'one', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/reminders/{id}', { params: { path: { id } }, signal })),
  })
  if (isPending) return <SkeletonLines lines={6} />
  if (!data) return <ErrorState what={t('page.message')} onRetry={() => void refetch()} />
  return (
    <div className="grid gap-2 text-body">
      <p className="font-medium">{data.subject}</p>
      <p className="text-small text-ink3">{[...data.to, ...data.cc].join(', ')}</p>
      <p className="whitespace-pre-wrap break-words">{data.text}</p>
    </div>
  )
}
