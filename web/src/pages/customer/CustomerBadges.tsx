import { formatMoney } from '@quittance/core/money/format-money.ts'
import { IconGavel, IconPlayerPause, IconShare2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../../app/wire.ts'
import type { Customer } from '../../customers/api.ts'
import { ProfilePill } from '../../payers/ProfilePill.tsx'
import { LateBadge } from '../../ui/LateBadge.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** How late, and why nothing leaves, beside the name. */
export function CustomerBadges({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const late = customer.late.map((sum) => formatMoney(asMoney(sum), language)).join(' + ')
  return (
    <>
      {customer.lateItems > 0 ? (
        <LateBadge days={customer.daysLate}>{t('figure.lateBadge', { amount: late })}</LateBadge>
      ) : (
        <StatusPill tone="paid">{t('upToDate')}</StatusPill>
      )}
      <ProfilePill profile={customer.profile} />
      {customer.pause && (
        <StatusPill tone="neutral" icon={IconPlayerPause}>
          {t('view.en-pause')}
        </StatusPill>
      )}
      {customer.handedOverOn && (
        <StatusPill tone="neutral" icon={IconShare2}>
          {t('flag.handedOver')}
        </StatusPill>
      )}
      {customer.insolvencyOn && (
        <StatusPill tone="warn" icon={IconGavel}>
          {t('flag.insolvency')}
        </StatusPill>
      )}
    </>
  )
}
