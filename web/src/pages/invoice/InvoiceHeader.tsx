import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import {
  IconCalendarCheck,
  IconCalendarPlus,
  IconCalendarRepeat,
  IconCoinEuro,
  IconMessageReport,
  IconNote,
  IconPlayerPause,
  IconPlayerPlay,
  IconReceiptRefund,
  IconSend,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Invoice } from '../../invoices/api.ts'
import { EndPill } from '../../invoices/EndPill.tsx'
import { ItemStatusPill } from '../../invoices/ItemStatusPill.tsx'
import type { InvoiceListSearch } from '../../invoices/list-search.ts'
import { useItemActs } from '../../invoices/use-item-acts.ts'
import { openPayment, useOpenedPayment } from '../../payments/payment-drawer.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { formatDay } from '../../ui/format-day.ts'
import { LateBadge } from '../../ui/LateBadge.tsx'
import { type MenuAct, MoreMenu } from '../../ui/Menu.tsx'
import { PageHeader } from '../../ui/Page.tsx'
import { PagerUpDown } from '../../ui/PagerUpDown.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { type Asked, InvoiceDialogs } from './InvoiceDialogs.tsx'
import { useNeighbours } from './use-neighbours.ts'

export interface InvoiceHeaderProps {
  readonly invoice: Invoice
  /** The list one came from. */
  readonly search: InvoiceListSearch
  readonly onAddNote: () => void
}

/** The number, how late, what state, and everything one can do about it. */
export function InvoiceHeader({ invoice, search, onAddNote }: InvoiceHeaderProps) {
  const { t } = useTranslation(['invoices', 'promises'])
  const [asked, setAsked] = useState<Asked>(null)
  const mayWrite = useMayWrite('business')
  const acts = useItemActs()
  const open = invoice.items.filter((item) => item.status !== 'paid')
  const isPaused = open.some((item) => item.pause !== null)
  const disabledReason = mayWrite ? undefined : t('noRight')
  const remind = { label: t('act.remind'), icon: IconSend, run: () => void acts.remind(open) }
  const pause = isPaused
    ? { label: t('act.resume'), icon: IconPlayerPlay, run: () => void acts.resume(open) }
    : { label: t('act.pauseOne'), icon: IconPlayerPause, run: () => setAsked('pause') }
  const isChased = open.length > 0 && invoice.kind !== 'creditNote'
  const more: readonly MenuAct[] = [
    { id: 'promise', label: t('act.promise'), icon: IconCalendarCheck, run: () => setAsked('promise'), disabledReason },
    {
      id: 'plan',
      label: t('promises:plan.act'),
      icon: IconCalendarRepeat,
      run: () => setAsked('plan'),
      disabledReason,
    },
    {
      id: 'delay',
      label: t('promises:delay.act'),
      icon: IconCalendarPlus,
      run: () => setAsked('delay'),
      disabledReason,
    },
    { id: 'dispute', label: t('act.dispute'), icon: IconMessageReport, run: () => setAsked('dispute'), disabledReason },
  ]
  const note = { id: 'note', label: t('act.addNote'), icon: IconNote, run: onAddNote, hotkey: 'n', disabledReason }

  return (
    <>
      <PageHeader
        title={t(`kind.${invoice.kind}`, { number: invoice.number })}
        above={<WhereFrom invoice={invoice} search={search} />}
        aboveEnd={<Pager invoiceId={invoice.id} search={search} />}
        badges={<InvoiceBadges invoice={invoice} />}
        actions={
          isChased && (
            <>
              <Button icon={remind.icon} onPress={remind.run} disabledReason={disabledReason}>
                {remind.label}
              </Button>
              <Button icon={pause.icon} onPress={pause.run} disabledReason={disabledReason}>
                {pause.label}
              </Button>
              <MoreMenu acts={more} />
            </>
          )
        }
        mobileActions={
          <MoreMenu
            acts={
              isChased
                ? [
                    { id: 'remind', ...remind, disabledReason },
                    { id: 'pause', ...pause, disabledReason },
                    ...more,
                    { ...note, startsGroup: true },
                  ]
                : [note]
            }
          />
        }
        {...usePrimary(invoice, setAsked)}
      />
      <InvoiceDialogs invoice={invoice} items={open} asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}

/** What one comes for: the payment of an invoice, the invoices a credit note is deducted from. */
function usePrimary(invoice: Invoice, onAsk: (asked: Asked) => void) {
  const { t } = useTranslation(['invoices', 'payments'])
  const disabledReason = useMayWrite('business') ? undefined : t('noRight')
  const isEntering = useOpenedPayment() !== null // one filled button at a time
  const toPay = invoice.items.find((item) => item.status !== 'paid')
  if (isEntering || !toPay) return {}
  if (invoice.kind === 'creditNote') {
    const onPress = () => onAsk('creditNote')
    const label = t('payments:creditNote.act')
    return { primary: { label, icon: IconReceiptRefund, hotkey: 'd', disabledReason, onPress } }
  }
  const start = { customer: invoice.customer, openItemId: toPay.id, currency: invoice.total.currency }
  const onPress = () => openPayment(start)
  return { primary: { label: t('act.enterPayment'), icon: IconCoinEuro, hotkey: 'r', disabledReason, onPress } }
}

/** How late, how much of it is paid, what stops it. */
export function InvoiceBadges({ invoice }: { readonly invoice: Invoice }) {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const pause = invoice.items.find((item) => item.status !== 'paid' && item.pause)?.pause
  const end = invoice.items.find((item) => item.end)?.end
  const pausedWords =
    pause?.until === 'furtherNotice'
      ? t('page.pausedOpen')
      : pause && t('page.pausedUntil', { date: formatDay(asDate(pause.until), 'short', language) })
  return (
    <>
      {invoice.status !== 'paid' && invoice.kind !== 'creditNote' && (
        <LateBadge days={invoice.daysLate} wording="long" />
      )}
      {invoice.status !== 'open' && <ItemStatusPill status={invoice.status} />}
      {end && <EndPill end={end} />}
      {invoice.isDisputed && (
        <StatusPill tone="dispute" icon={IconMessageReport}>
          {t('flag.disputed')}
        </StatusPill>
      )}
      {pausedWords && (
        <StatusPill tone="neutral" icon={IconPlayerPause}>
          {pausedWords}
        </StatusPill>
      )}
    </>
  )
}

function WhereFrom({ invoice, search }: Pick<InvoiceHeaderProps, 'invoice' | 'search'>) {
  const { t } = useTranslation('invoices')
  const isMobile = useIsMobile()
  const view = search.vue
  return (
    <Breadcrumbs
      crumbs={[
        { label: t('page.all'), link: { to: paths.invoices } },
        ...(view ? [{ label: t(`view.${view}`), link: { to: paths.invoices, search } as const }] : []),
        ...(isMobile ? [] : [{ label: invoice.number }]), // the title says it already
      ]}
    />
  )
}

function Pager({ invoiceId, search }: { readonly invoiceId: number; readonly search: InvoiceListSearch }) {
  const navigate = useNavigate()
  const near = useNeighbours(invoiceId, search)
  if (!near) return <span />
  return (
    <PagerUpDown
      position={near.position}
      count={near.count}
      onMove={(to) => {
        const id = near[to]
        if (id !== undefined) void navigate({ to: paths.invoice, params: { id: String(id) }, search })
      }}
    />
  )
}
