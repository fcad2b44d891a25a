import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { IconArrowBackUp, IconBuildingBank, IconEraser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, referenceOf } from '../app/api.ts'
import { paths } from '../app/paths.ts'
import { useSession } from '../app/session.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { Button } from '../ui/Button.tsx'
import { TextLink } from '../ui/ButtonLink.tsx'
import { Note, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { formatMoment } from '../ui/format-day.ts'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import { Money } from '../ui/Money.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Payment, paymentQuery } from './api.ts'
import { CreditAllocation } from './CreditAllocation.tsx'
import { ReversalDialog } from './ReversalDialog.tsx'
import { usePaymentActs } from './use-payment-acts.ts'

/** One payment beside the list: what it paid, what is left of it, and how to take it back. */
export function PaymentDetail({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const { data: payment, error, isPending, refetch } = useQuery(paymentQuery(id))
  const title = payment
    ? t('detail.title', { amount: formatMoney(asMoney(payment.amount), language) })
    : t('list.title')
  return (
    <Drawer isOpen onClose={onClose} title={title}>
      {payment ? (
        <Found payment={payment} />
      ) : isPending ? (
        <SkeletonLines lines={8} />
      ) : error instanceof ApiError && error.status < 500 ? (
        <EmptyState title={t('detail.notFound')} />
      ) : (
        <ErrorState what={t('detail.what')} onRetry={() => void refetch()} reference={referenceOf(error)} />
      )}
    </Drawer>
  )
}

function Found({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments')
  return (
    <div className="grid gap-4">
      <Reversed payment={payment} />
      <Facts payment={payment} />
      <section aria-label={t('detail.allocations')}>
        <SectionTitle level={3} className="pb-1.5">
          {t('detail.allocations')}
        </SectionTitle>
        <Allocations payment={payment} />
      </section>
      {!payment.reversal && payment.unallocated.amount > 0 && (
        <CreditAllocation key={payment.unallocated.amount} payment={payment} />
      )}
      {!payment.reversal && <WaysBack payment={payment} />}
    </div>
  )
}

function Reversed({ payment: { reversal } }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  if (!reversal) return null
  const date = formatDate(asDate(reversal.on), language)
  return (
    <Note look="danger">
      <p>{t('detail.reversedOn', { date, reason: t(`detail.reasonName.${reversal.reason}`) })}</p>
      {reversal.note && <p className="text-small">{reversal.note}</p>}
    </Note>
  )
}

function Facts({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const { timeZone } = useSession().organization
  const entered = formatMoment(new Date(payment.enteredAt), 'dayAndTime', language, timeZone)
  return (
    <KeyValueList
      items={[
        { key: t('detail.customer'), value: payment.customer.name },
        { key: t('detail.receivedOn'), value: <DateText date={asDate(payment.receivedOn)} /> },
        { key: t('detail.means'), value: t(`means.${payment.means}`) },
        ...(payment.reference ? [{ key: t('detail.reference'), value: payment.reference }] : []),
        { key: t('detail.origin'), value: t(`detail.originName.${payment.origin}`) },
        {
          key: t('detail.entered'),
          value: payment.enteredBy ? `${entered}, ${t('detail.by', { person: payment.enteredBy })}` : entered,
        },
      ]}
    />
  )
}

function Allocations({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments')
  if (payment.allocations.length === 0) return <p className="text-small text-ink2">{t('detail.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-block border border-line2">
      {payment.allocations.map(({ invoiceId, invoiceNumber, amount }) => (
        <li key={invoiceId} className="flex items-center justify-between gap-3 px-3 py-2">
          <TextLink link={{ to: paths.invoice, params: { id: String(invoiceId) } }}>{invoiceNumber}</TextLink>
          <Money of={asMoney(amount)} look="strong" />
        </li>
      ))}
    </ul>
  )
}

/** Undone within ten minutes without a word; afterwards reversed, with a reason. */
function WaysBack({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const { timeZone } = useSession().organization
  const [reason, setReason] = useState<'rejected' | 'mistake' | null>(null)
  const acts = usePaymentActs()
  const disabledReason = useMayWrite('business') ? undefined : t('noRight')
  const until = payment.undoUntil && formatMoment(new Date(payment.undoUntil), 'time', language, timeZone)
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
      {until && (
        <Button icon={IconArrowBackUp} disabledReason={disabledReason} onPress={() => void acts.undo(payment.id)}>
          {t('detail.undo')}
        </Button>
      )}
      {until && <span className="text-small text-ink3">{t('detail.undoUntil', { time: until })}</span>}
      <Button icon={IconBuildingBank} disabledReason={disabledReason} onPress={() => setReason('rejected')}>
        {t('detail.rejected')}
      </Button>
      {!until && (
        <Button icon={IconEraser} disabledReason={disabledReason} onPress={() => setReason('mistake')}>
          {t('detail.mistake')}
        </Button>
      )}
      <ReversalDialog
        reason={reason}
        onClose={() => setReason(null)}
        onReverse={(reversal) => {
          setReason(null)
          void acts.reverse(payment.id, reversal)
        }}
      />
    </div>
  )
}
