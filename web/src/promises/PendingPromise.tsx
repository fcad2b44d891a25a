import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { StatusPill } from '../ui/Pill.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Agreements, cancelPromise, resumePromise } from './api.ts'
import { PromiseDialog } from './PromiseDialog.tsx'

export interface PendingPromiseProps {
  readonly promise: Agreements['promises'][number]
}

/** A promise with a day to come: how much, of which what came, and the ways to cancel or replace it. */
export function PendingPromise({ promise }: PendingPromiseProps) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const [asked, setAsked] = useState<'cancel' | 'replace' | null>(null)
  const { id, amount, received, promisedFor, keptUntil, invoices, note, isKept } = promise
  const close = () => setAsked(null)
  const cancel = (because: string | null) => {
    close()
    void act({ work: () => cancelPromise(id, because), done: () => t('withdrawn'), undo: () => resumePromise(id) })
  }
  return (
    <li className="grid justify-items-start gap-1">
      {isKept ? (
        <StatusPill tone="paid">{t('agreements.kept')}</StatusPill>
      ) : (
        <StatusPill tone="promise">{t('agreements.promise')}</StatusPill>
      )}
      <span>
        {t('promised', {
          amount: formatMoney(asMoney(amount), language),
          date: formatDate(asDate(promisedFor), language),
        })}
      </span>
      {keptUntil > promisedFor && <span>{t('grace', { date: formatDate(asDate(keptUntil), language) })}</span>}
      {received.amount > 0 && <span>{t('received', { amount: formatMoney(asMoney(received), language) })}</span>}
      <span className="break-words text-ink3">{invoices.map(({ number }) => number).join(', ')}</span>
      {note && <span className="break-words">{t('said', { note })}</span>}
      {mayWrite && (
        <span className="flex flex-wrap gap-x-3">
          <TextButton onPress={() => setAsked('replace')}>{t('replace')}</TextButton>
          <TextButton onPress={() => setAsked('cancel')}>{t('withdraw')}</TextButton>
        </span>
      )}
      <ReasonDialog
        isOpen={asked === 'cancel'}
        title={t('withdraw')}
        explanation={t('withdrawExplain')}
        label={t('because')}
        placeholder={t('notePlaceholder')}
        save={t('withdraw')}
        onClose={close}
        onSave={cancel}
      />
      <PromiseDialog
        isOpen={asked === 'replace'}
        customer={promise.customer}
        currency={amount.currency}
        replaced={promise}
        onClose={close}
      />
    </li>
  )
}
