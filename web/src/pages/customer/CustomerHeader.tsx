import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import {
  IconArrowMerge,
  IconCalendarCheck,
  IconCalendarRepeat,
  IconCoinEuro,
  IconEdit,
  IconGavel,
  IconHistory,
  IconNote,
  IconPlayerPause,
  IconPlayerPlay,
  IconReceiptOff,
  IconSend,
  IconShare2,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Customer } from '../../customers/api.ts'
import { CallLink } from '../../customers/CallLink.tsx'
import { sirenInWords } from '../../customers/siren-words.ts'
import { useCustomerActs } from '../../customers/use-customer-acts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { formatDay } from '../../ui/format-day.ts'
import type { Icon } from '../../ui/Glyph.tsx'
import { useHotkey } from '../../ui/hotkeys/use-hotkey.ts'
import { type MenuAct, MoreMenu } from '../../ui/Menu.tsx'
import { PageHeader } from '../../ui/Page.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { CustomerBadges } from './CustomerBadges.tsx'
import { type Asked, CustomerDialogs } from './CustomerDialogs.tsx'
import { useCustomerPageActs } from './use-customer-page-acts.ts'

export interface CustomerHeaderProps {
  readonly customer: Customer
  readonly onNote: () => void
  readonly onEdit: () => void
}

/** The name, how late, who they are in one line, and everything one can do. */
export function CustomerHeader({ customer, onNote, onEdit }: CustomerHeaderProps) {
  const { t } = useTranslation('customers')
  const [asked, setAsked] = useState<Asked>(null)
  const mayWrite = useMayWrite('business')
  const acts = useCustomerPageActs()
  const menu = useMenu({ customer, onNote, onEdit, onAsk: setAsked })
  const isMobile = useIsMobile()
  const disabledReason = mayWrite ? undefined : t('noRight')
  useHotkey(mayWrite ? 'n' : undefined, t('act.note'), onNote)

  return (
    <>
      <PageHeader
        title={customer.name}
        {...(isMobile && {
          above: (
            <Breadcrumbs
              crumbs={[{ label: t('title.tous'), link: { to: paths.customers } }, { label: customer.name }]}
            />
          ),
        })}
        lead={!isMobile && <Avatar name={customer.name} size="large" shape="square" />}
        badges={<CustomerBadges customer={customer} />}
        note={<IdentityLine customer={customer} />}
        actions={
          <>
            <CallLink customer={customer} />
            <Button
              icon={IconSend}
              onPress={() => void acts.remind(customer)}
              disabledReason={disabledReason ?? (customer.lateItems === 0 ? t('nothingLate') : undefined)}
            >
              {t('act.remind')}
            </Button>
            <MoreMenu acts={menu} />
          </>
        }
        mobileActions={<MoreMenu acts={menu} />}
        primary={{
          label: t('act.enterPayment'),
          icon: IconCoinEuro,
          hotkey: 'r',
          disabledReason,
          onPress: () => acts.enterPayment(customer),
        }}
      />
      <CustomerDialogs customer={customer} asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}

interface MenuProps extends CustomerHeaderProps {
  readonly onAsk: (asked: Asked) => void
}

function useMenu({ customer, onNote, onEdit, onAsk }: MenuProps): readonly MenuAct[] {
  const { t } = useTranslation(['customers', 'promises', 'law'])
  const { resume } = useCustomerActs(customer)
  const disabledReason = useMayWrite('business') ? undefined : t('noRight')
  const lawReason = useMayWrite('law') ? undefined : t('law:noRight')
  const asked = (id: NonNullable<Asked>, label: string, icon: Icon) => ({
    id,
    label,
    icon,
    run: () => onAsk(id),
    disabledReason: lawReason,
  })
  const roadActs = [
    ...(customer.handedOverOn === null ? [asked('handOver', t('law:handover.act'), IconShare2)] : []),
    asked('writeOff', t('law:writeOff.act'), IconReceiptOff),
    ...(customer.insolvencyOn === null ? [asked('insolvency', t('law:insolvency.act'), IconGavel)] : []),
  ].map((act, index) => ({ ...act, startsGroup: index === 0 }))
  const pause = customer.pause
    ? { id: 'resume', label: t('act.resume'), icon: IconPlayerPlay, run: () => void resume() }
    : { id: 'pause', label: t('act.pause'), icon: IconPlayerPause, run: () => onAsk('pause') }
  return [
    { id: 'note', label: t('act.note'), icon: IconNote, run: onNote, hotkey: 'n', disabledReason },
    { ...pause, disabledReason },
    { id: 'promise', label: t('promises:title'), icon: IconCalendarCheck, run: () => onAsk('promise'), disabledReason },
    { id: 'plan', label: t('promises:plan.act'), icon: IconCalendarRepeat, run: () => onAsk('plan'), disabledReason },
    {
      id: 'chased',
      label: t('act.chased'),
      icon: IconHistory,
      run: () => onAsk('chased'),
      disabledReason: disabledReason ?? (customer.lateItems === 0 ? t('chased.noLate') : undefined),
    },
    { id: 'edit', label: t('act.edit'), icon: IconEdit, run: onEdit },
    { id: 'merge', label: t('act.merge'), icon: IconArrowMerge, run: () => onAsk('merge'), disabledReason },
    ...roadActs,
  ]
}

function IdentityLine({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const { category, city, siren, customerSince, code, parent } = customer
  const facts = [
    t(`category.${category}`),
    city,
    siren && t('identity.siren', { siren: sirenInWords(siren) }),
    customerSince && t('identity.since', { month: formatDay(asDate(customerSince), 'month', language) }),
    t('identity.account', { code }),
  ].filter(Boolean)
  return (
    <>
      {facts.join(' · ')}
      {parent && (
        <>
          {' · '}
          {t('identity.subsidiaryOf')}{' '}
          <TextLink link={{ to: paths.customer, params: { id: String(parent.id) } }}>{parent.name}</TextLink>
        </>
      )}
    </>
  )
}
